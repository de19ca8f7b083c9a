import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adoptTemplate, collisions } from '../../../shared/catalogue/adopt.ts'
import { baseCatalogue } from '../../../shared/catalogue/base/catalogue.ts'
import type { Catalogue } from '../../../shared/catalogue/catalogue.ts'
import { confirmationProblems, withConfirmed } from '../../../shared/catalogue/confirm.ts'
import { diffCatalogues } from '../../../shared/catalogue/diff.ts'
import { type Extension, wishProblems, withExtension } from '../../../shared/catalogue/extension.ts'
import { readCatalogue } from '../../../shared/catalogue/read-catalogue.ts'
import {
  conditionCodeOf,
  countsInPublished,
  dispatchableByRule,
  kindOf,
  unconfirmedKinds,
} from '../../../shared/catalogue/rules.ts'
import { catalogues } from './catalogue-arbitraries.ts'

const ownKind: Extension = {
  class: '101',
  name: { zh: '缆车立柱', en: 'Cable-car pillar' },
  conditions: [
    {
      grade: 'ordinary',
      limit: { amount: 2, unit: 'work_day' },
      filing: { zh: '立柱倾斜或破损', en: 'The pillar leans or is broken' },
      closing: { zh: '立柱已扶正修复', en: 'The pillar stands and is whole' },
    },
  ],
  code: '10198',
  state: 'approved',
  at: '2026-11-24T01:00:00Z',
  person: 'p-admin',
}

/** A county that rests on a template, with a kind of its own and its limits confirmed. */
const countyOf = (template: Catalogue): Catalogue => {
  const all = template.conditions.map((row) => ({
    condition: conditionCodeOf(row),
    limit: { amount: 77, unit: 'work_hour' as const },
  }))
  const classes = template.classes.some(({ code }) => code === '101')
    ? template.classes
    : [{ code: '101', name: { zh: '甲', en: 'Class 101' } }, ...template.classes]
  return withExtension(withConfirmed({ ...template, classes }, all, 'c-1'), ownKind, 'c-2')
}

describe('a county that takes a template', () => {
  it('has the template as it is, where it has nothing of its own', () => {
    fc.assert(
      fc.property(catalogues, catalogues, (from, to) => {
        const next = adoptTemplate({ ...from, version: 'c-1' }, diffCatalogues(from, to), 'c-2')
        const trusted = to.conditions.map((row) => {
          const own = from.conditions.find((one) => conditionCodeOf(one) === conditionCodeOf(row))
          return own?.confirmed && !row.confirmed ? { ...row, limit: own.limit, confirmed: true } : row
        })
        expect(next).toEqual({ ...to, version: 'c-2', conditions: trusted })
      }),
    )
  })

  it('keeps its own kinds and every limit it has confirmed, and always holds together', () => {
    fc.assert(
      fc.property(catalogues, catalogues, (from, to) => {
        const county = countyOf(from)
        const next = adoptTemplate(county, diffCatalogues(from, to), 'c-3')
        expect(readCatalogue(next)).toEqual(next)
        expect(kindOf(next.kinds, '10198')).toMatchObject({ name: ownKind.name })
        for (const row of next.conditions) {
          const before = county.conditions.find((one) => conditionCodeOf(one) === conditionCodeOf(row))
          if (before) expect(row.confirmed).toBe(true)
        }
        const gone = from.kinds.filter(({ code }) => !kindOf(to.kinds, code))
        for (const { code } of gone) expect(kindOf(next.kinds, code)).toBeUndefined()
      }),
    )
  })

  it('is warned of a code that means something else there', () => {
    const county = withExtension(baseCatalogue, { ...ownKind, code: '10199' }, 'c-2')
    const kind = {
      code: '10199',
      name: { zh: '别的东西', en: 'Something else' },
      status: 'verified-code' as const,
    }
    const to = { ...baseCatalogue, version: 'v2', kinds: [...baseCatalogue.kinds, kind] }
    expect(collisions(county, diffCatalogues(baseCatalogue, to))).toEqual([
      { field: 'kinds.10199', code: 'repeated-code' },
    ])
    const same = { ...to, kinds: [...baseCatalogue.kinds, { ...kind, name: ownKind.name }] }
    expect(collisions(county, diffCatalogues(baseCatalogue, same))).toEqual([])
  })
})

describe('what awaits confirmation', () => {
  it('of the base catalogue is 72 kinds, none of which is dispatched by rule or counted in published figures', () => {
    const waiting = unconfirmedKinds(baseCatalogue)
    expect(waiting).toHaveLength(72)
    for (const kind of baseCatalogue.kinds) {
      const open = waiting.includes(kind)
      expect(countsInPublished(baseCatalogue, kind.code)).toBe(!open)
      const rules = baseCatalogue.conditions.filter((row) => row.kind === kind.code)
      expect(rules.every((row) => dispatchableByRule(kind, row))).toBe(!open)
    }
    expect(countsInPublished(baseCatalogue, '10199')).toBe(false)
  })

  it('is settled limit by limit, and nothing else changes', () => {
    const limit = { amount: 3, unit: 'work_day' as const }
    const next = withConfirmed(baseCatalogue, [{ condition: '10105-1', limit }], 'c-2')
    const changed = diffCatalogues(baseCatalogue, next)
    expect(changed.kinds).toEqual({ added: [], removed: [], changed: [] })
    expect(changed.conditions.changed).toMatchObject([{ after: { kind: '10105', limit, confirmed: true } }])
  })

  it('is refused for conditions that are not there, and for one named twice', () => {
    const limit = { amount: 3, unit: 'work_day' as const }
    const codes = ['10105-1', '10105-9', '10105-1']
    expect(
      confirmationProblems(
        baseCatalogue,
        codes.map((condition) => ({ condition, limit })),
      ),
    ).toEqual([
      { field: 'conditions.1.condition', code: 'not-offered' },
      { field: 'conditions.2.condition', code: 'repeated' },
    ])
  })
})

describe('a kind that a county wants', () => {
  const [first] = ownKind.conditions
  it.each([
    ['in a class that is not there', { class: '199' }, [{ field: 'class', code: 'unknown-class' }]],
    [
      'under a name that the class has',
      { name: { zh: '上水井盖', en: 'Cover' } },
      [{ field: 'name.zh', code: 'repeated' }],
    ],
    [
      'with the same sentence twice',
      { conditions: [first!, { ...first!, closing: { zh: '立柱已经拆除干净', en: 'The pillar is gone' } }] },
      [
        { field: 'conditions.1.filing.zh', code: 'repeated-sentence' },
        { field: 'conditions.1.filing.en', code: 'repeated-sentence' },
      ],
    ],
    ['that is new', {}, []],
  ])('%s', (_what, changes, problems) => {
    expect(wishProblems(baseCatalogue, { ...ownKind, ...changes })).toEqual(problems)
  })
})
