import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { isCommissionPost, isPost } from '../../shared/lifecycle/posts.ts'
import { commissionNavigation } from '../../web/features/commission/commission-navigation.ts'
import { shownNavigation } from '../../web/features/frame/navigation.ts'
import { texts } from '../../web/text/text.ts'
import { everyPage, type Known, type PageRow } from './every-page.ts'

const app = path.join(import.meta.dirname, '../../web/app')
const folders = globSync('**/page.tsx', { cwd: app }).map((file) => path.dirname(file))
const known: Known = {
  county: '500235',
  case: '0'.repeat(26),
  kind: '10137',
  person: 'p-1',
  tenant: '500235',
  import: '0'.repeat(26),
}

/** Where the navigation of whoever a page is for leads. */
function shownTo({ for: reader }: PageRow): string[] {
  if (typeof reader === 'object') return []
  const groups = isCommissionPost(reader)
    ? commissionNavigation([reader], texts.zh.commission.nav)
    : shownNavigation(known.county, [reader], texts.zh)
  return groups.flatMap(({ entries }) => entries.map((entry) => entry.path))
}

const rows = Object.entries(everyPage)

describe('the pages of the portal', () => {
  it('all stand in the list that their tests go by, and nothing else does', () => {
    expect(Object.keys(everyPage).toSorted()).toEqual(folders.toSorted())
  })

  it.each(rows)('%s stands in the navigation of whoever it is for, or says how one comes to it', (_, row) => {
    if (row.reached === 'navigation') expect(shownTo(row)).toContain(row.path(known))
    else {
      expect(row.reached.from).not.toBe('')
      expect(shownTo(row)).not.toContain(row.path(known))
    }
  })

  it.each(rows.filter(([, { for: reader }]) => typeof reader === 'string'))(
    '%s asks who comes before it shows anything',
    (folder, { for: reader }) => {
      expect(isPost(String(reader)) || isCommissionPost(String(reader))).toBe(true)
      // the last leaves it to the API, whose refusal becomes the way to sign in
      expect(readFileSync(path.join(app, folder, 'page.tsx'), 'utf8')).toMatch(
        /enterCounty\(|enterCommission\(|<SignedInPage|<SignInPage|<ProblemPage/,
      )
    },
  )

  it('has no page that nobody signs in for but those that say why', () => {
    const open = rows.filter(([, { for: reader }]) => typeof reader === 'object').map(([folder]) => folder)
    expect(open.filter((folder) => !/^\((start|citizen|handling|docs)\)/.test(folder))).toEqual([])
  })
})
