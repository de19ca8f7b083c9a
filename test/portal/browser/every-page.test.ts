import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { type CommissionPost, isCommissionPost, isPost } from '../../../shared/lifecycle/posts.ts'
import { everyPage, type Known, type PageRow } from '../every-page.ts'
import { COUNTY, onTheWholeProduct, sidewaysOf, violationsOf, type WholePortal } from './whole-portal.ts'

const known = {
  county: COUNTY,
  case: '',
  kind: '10137',
  person: 'p-new',
  tenant: COUNTY,
  import: '0'.repeat(26),
} satisfies Known
/** The case that is looked at; made before the first test. */
const world: Known = known

/** Somebody whom the page is for. */
function open(portal: WholePortal, row: PageRow, look: Parameters<WholePortal['visit']>[0]): Promise<Page> {
  const reader = typeof row.for === 'string' ? row.for : ''
  if (isPost(reader)) return portal.enter({ posts: [reader], ...look })
  if (isCommissionPost(reader)) return portal.enterCity([reader as CommissionPost], look)
  return portal.visit(look)
}

const rows = Object.entries(everyPage)

onTheWholeProduct(
  'every page',
  async (portal) => {
    known.case = (await portal.caseAt({ channel: 'web' })).id
  },
  (portal) => {
    it.each(rows)('%s: no fault that axe knows, nothing sideways, in both languages', async (_, row) => {
      const desk = await open(portal(), row, { at: 'desk' })
      const answer = await desk.goto(row.path(world))
      expect(answer?.status()).toBeLessThan(500)
      const title = await desk.title()
      expect(title).not.toBe('')
      expect(await violationsOf(desk)).toEqual([])
      expect(await sidewaysOf(desk)).toBe(0)

      const phone = await open(portal(), row, { at: 'phone', language: 'en' })
      await phone.goto(row.path(world))
      expect(await phone.locator('html').getAttribute('lang')).toBe('en')
      expect(await violationsOf(phone)).toEqual([])
      expect(await sidewaysOf(phone)).toBe(0)
    })

    it.each(rows.filter(([, { for: reader }]) => typeof reader === 'string'))(
      '%s: whoever is not signed in is asked to, and shown nothing else',
      async (_, row) => {
        const answer = await fetch(new URL(row.path(world), portal().baseUrl))
        const text = await answer.text()
        expect(text).toContain('/sign-in?to=')
        expect(text).not.toContain('滨江大道 12 号')
      },
    )
  },
)
