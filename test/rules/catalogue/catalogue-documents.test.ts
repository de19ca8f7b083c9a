import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { baseCatalogue } from '../../../shared/catalogue/base/catalogue.ts'
import type { Catalogue, Condition } from '../../../shared/catalogue/catalogue.ts'
import { applyDiff, changedLimits, diffCatalogues, renamedKinds } from '../../../shared/catalogue/diff.ts'
import { isCatalogue, readCatalogue } from '../../../shared/catalogue/read-catalogue.ts'
import type { FieldProblem } from '../../../shared/kernel/result.ts'
import { catalogues } from './catalogue-arbitraries.ts'

const condition = (kind: string, no: number, more: Partial<Condition> = {}): Condition => ({
  kind,
  no,
  grade: 'ordinary',
  limit: { amount: 1, unit: 'work_day' },
  confirmed: true,
  filing: { zh: `第${no}条立案所见的情形`, en: `What is seen to file ${no}` },
  closing: { zh: `第${no}条结案所见的情形`, en: `What is seen to close ${no}` },
  ...more,
})
const kind = (code: string) => ({
  code,
  name: { zh: '井盖', en: 'Cover' },
  status: 'verified-code' as const,
})
const small: Catalogue = {
  version: 'city-2',
  classes: [{ code: '101', name: { zh: '公用设施', en: 'Public utilities' } }],
  kinds: [kind('10101'), kind('10102')],
  conditions: [condition('10101', 1), condition('10101', 2), condition('10102', 1)],
}
const withFirst = (more: object) => ({
  ...small,
  conditions: [{ ...small.conditions[0], ...more }, ...small.conditions.slice(1)],
})

describe('a catalogue from outside', () => {
  it('is taken, in whatever order its rows stand', () => {
    const shuffled = {
      ...small,
      kinds: small.kinds.toReversed(),
      conditions: small.conditions.toReversed(),
    }
    expect(readCatalogue(shuffled)).toEqual(small)
  })

  it.each<[what: string, document: unknown, problem: FieldProblem]>([
    ['no document at all', 'catalogue.xlsx', { field: '', code: 'wrong-type' }],
    ['no version', { ...small, version: undefined }, { field: 'version', code: 'missing' }],
    ['a version with a slash', { ...small, version: '2/3' }, { field: 'version', code: 'wrong-format' }],
    [
      'a code as the letters C and E write it',
      { ...small, kinds: [kind('C0101'), ...small.kinds] },
      { field: 'kinds.0.code', code: 'wrong-format' },
    ],
    [
      'a kind twice',
      { ...small, kinds: [...small.kinds, kind('10101')] },
      { field: 'kinds.2.code', code: 'repeated-code' },
    ],
    [
      'a class twice',
      { ...small, classes: [...small.classes, ...small.classes] },
      { field: 'classes.1.code', code: 'repeated-code' },
    ],
    [
      'a kind of no class',
      {
        ...small,
        kinds: [...small.kinds, kind('20101')],
        conditions: [...small.conditions, condition('20101', 1)],
      },
      { field: 'kinds.2.code', code: 'unknown-class' },
    ],
    [
      'a kind without a condition',
      { ...small, kinds: [...small.kinds, kind('10103')] },
      { field: 'kinds.2.code', code: 'no-condition' },
    ],
    [
      'a condition of no kind',
      { ...small, conditions: [...small.conditions, condition('10188', 1)] },
      { field: 'conditions.3.kind', code: 'unknown-kind' },
    ],
    [
      'a number used twice in a kind',
      { ...small, conditions: [...small.conditions, { ...condition('10102', 2), no: 1 }] },
      { field: 'conditions.3.no', code: 'repeated-code' },
    ],
    [
      'the same sentence twice in a kind',
      withFirst({ closing: small.conditions[1]!.closing }),
      { field: 'conditions.1.closing.zh', code: 'repeated-sentence' },
    ],
    [
      'a limit of nothing',
      withFirst({ limit: { amount: 0, unit: 'work_day' } }),
      { field: 'conditions.0.limit.amount', code: 'too-small', limit: 1 },
    ],
    [
      'a limit of half a day',
      withFirst({ limit: { amount: 0.5, unit: 'work_day' } }),
      { field: 'conditions.0.limit.amount', code: 'wrong-type' },
    ],
    [
      'a unit nobody counts in',
      withFirst({ limit: { amount: 1, unit: 'fortnight' } }),
      { field: 'conditions.0.limit.unit', code: 'not-offered' },
    ],
    [
      'a sentence that says too little',
      withFirst({ filing: { zh: '坏了', en: 'Something is broken' } }),
      { field: 'conditions.0.filing.zh', code: 'too-short', limit: 6 },
    ],
    [
      'a sentence in one language only',
      withFirst({ filing: { zh: '井盖缺失有危险' } }),
      { field: 'conditions.0.filing.en', code: 'missing' },
    ],
    [
      'a column we do not know',
      withFirst({ colour: 'red' }),
      { field: 'conditions.0.colour', code: 'unknown-field' },
    ],
  ])('with %s is refused at that very place', (_, document, problem) => {
    const read = readCatalogue(document)
    expect(isCatalogue(read)).toBe(false)
    expect(read).toContainEqual(problem)
  })

  it('is taken as it is whenever it holds together', () => {
    fc.assert(
      fc.property(catalogues, (catalogue) => {
        expect(readCatalogue(catalogue)).toEqual(catalogue)
      }),
    )
  })
})

describe('the difference of two catalogues', () => {
  const later: Catalogue = {
    ...small,
    version: 'city-3',
    kinds: [{ ...kind('10101'), name: { zh: '给水井盖', en: 'Cover' } }, kind('10199')],
    conditions: [
      condition('10101', 1, { limit: { amount: 2, unit: 'urgent_hour' } }),
      condition('10101', 2, { grade: 'special' }),
      condition('10199', 1),
    ],
  }

  it('names what was added, removed, renamed and given another limit', () => {
    const diff = diffCatalogues(small, later)
    expect([diff.from, diff.to]).toEqual(['city-2', 'city-3'])
    expect(diff.kinds.added.map(({ code }) => code)).toEqual(['10199'])
    expect(diff.kinds.removed.map(({ code }) => code)).toEqual(['10102'])
    expect(renamedKinds(diff).map(({ before, after }) => [before.name.zh, after.name.zh])).toEqual([
      ['井盖', '给水井盖'],
    ])
    expect(changedLimits(diff)).toEqual([
      { code: '10101-1', before: { amount: 1, unit: 'work_day' }, after: { amount: 2, unit: 'urgent_hour' } },
    ])
    expect(diff.conditions.changed).toHaveLength(2)
  })

  it('does not call a kind renamed whose status alone was settled', () => {
    const unsettled = {
      ...small,
      kinds: small.kinds.map((one) => ({ ...one, status: 'inferred-high' as const })),
    }
    const diff = diffCatalogues(unsettled, small)
    expect(diff.kinds.changed).toHaveLength(2)
    expect(renamedKinds(diff)).toEqual([])
  })

  it('applied to the first gives the second, for any two', () => {
    fc.assert(
      fc.property(catalogues, catalogues, (a, b) => {
        expect(applyDiff(a, diffCatalogues(a, b))).toEqual(b)
      }),
    )
  })

  it('of a catalogue and itself is empty', () => {
    const none = { added: [], removed: [], changed: [] }
    const again = structuredClone(baseCatalogue)
    expect(diffCatalogues(baseCatalogue, again)).toMatchObject({
      classes: none,
      kinds: none,
      conditions: none,
    })
  })

  it('leaves a county its own kinds when the city pushes a template', () => {
    const own = condition('10188', 1)
    const county = {
      ...small,
      kinds: [...small.kinds, kind('10188')],
      conditions: [...small.conditions, own],
    }
    const pushed = applyDiff(county, diffCatalogues(small, later))
    expect(pushed.kinds.map(({ code }) => code)).toEqual(['10101', '10188', '10199'])
    expect(pushed.conditions).toContainEqual(own)
    expect(isCatalogue(readCatalogue(pushed))).toBe(true)
  })
})
