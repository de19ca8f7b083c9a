import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseUnit, type Responsibilities } from '../../../shared/dispatch/choose-unit.ts'
import {
  type DispatchRule,
  type DispatchSituation,
  dispatchRule,
  type Precedent,
} from '../../../shared/dispatch/dispatch-rule.ts'
import { reviewRules, simulate } from '../../../shared/dispatch/review-rules.ts'

const GRID = '500229100201001'
const lampAtNoon: DispatchSituation = { kind: '10137', area: GRID, hours: 'on-duty' }

const rule = (id: string, changes: Partial<DispatchRule> = {}): DispatchRule =>
  dispatchRule.parse({ id, order: 100, when: {}, lead: id, assisting: [], basis: '', ...changes })

const known = (changes: Partial<Responsibilities> = {}): Responsibilities => ({
  rules: [],
  precedents: [],
  isConfirmed: () => true,
  isRetired: () => false,
  ...changes,
})

const leadOf = (rules: DispatchRule[], situation = lampAtNoon) => chooseUnit(known({ rules }), situation).lead

describe('the unit of a case', () => {
  it('is left to the dispatcher when no rule speaks', () => {
    const rules = [rule('parks', { when: { kinds: ['104'] } })]
    expect(chooseUnit(known({ rules }), lampAtNoon)).toEqual({ assisting: [], doubt: 'no-rule' })
  })

  it('is what the rule of the lowest order says, with its basis', () => {
    const rules = [
      rule('narrow', { when: { kinds: ['10137'], areas: [GRID] } }),
      rule('first', { order: 1, assisting: ['power'], basis: '县府办发〔2018〕12号 第三条' }),
    ]
    expect(chooseUnit(known({ rules }), lampAtNoon)).toEqual({
      lead: 'first',
      assisting: ['power'],
      ground: { by: 'rule', rule: 'first', basis: '县府办发〔2018〕12号 第三条' },
    })
  })

  it.each<[string, DispatchRule['when'], DispatchRule['when']]>([
    ['a kind before its class', { kinds: ['10137'] }, { kinds: ['101'] }],
    ['a class before everything', { kinds: ['101'] }, {}],
    ['a grid before its street', { areas: [GRID] }, { areas: ['500229100'] }],
    ['a street before the county', { areas: ['500229100'] }, { areas: ['500229'] }],
    ['a kind before an area', { kinds: ['101'] }, { areas: [GRID] }],
    ['hours before none', { hours: 'on-duty' }, {}],
  ])('is, among rules of one order, the narrower rule’s: %s', (_, narrow, broad) => {
    expect(leadOf([rule('broad', { when: broad }), rule('narrow', { when: narrow })])).toBe('narrow')
  })

  it("is the owner's when the component has one that a rule names", () => {
    const rules = [
      rule('roads', { when: { kinds: ['10137'] } }),
      rule('power', { when: { owners: ['power'] } }),
    ]
    expect(leadOf(rules)).toBe('roads')
    expect(leadOf(rules, { ...lampAtNoon, owner: 'power' })).toBe('power')
  })

  it('is a suggestion only when rules of equal right contradict each other', () => {
    const rules = [
      rule('a', { when: { kinds: ['10137'] }, lead: 'power' }),
      rule('b', { when: { kinds: ['10137'] }, lead: 'municipal-works' }),
    ]
    expect(chooseUnit(known({ rules }), lampAtNoon)).toMatchObject({
      doubt: 'conflict',
      contradicting: ['a', 'b'],
    })
  })

  it('is certain when rules of equal right agree', () => {
    const rules = [rule('a', { lead: 'power' }), rule('b', { lead: 'power' })]
    expect(chooseUnit(known({ rules }), lampAtNoon)).toMatchObject({ lead: 'power' })
    expect(chooseUnit(known({ rules }), lampAtNoon).doubt).toBeUndefined()
  })

  it.each([
    ['the kind is not confirmed', { isConfirmed: () => false }, 'unconfirmed-kind'],
    ['the unit is retired', { isRetired: () => true }, 'retired-unit'],
  ] as const)('is a suggestion only while %s', (_, changes, doubt) => {
    const rules = [rule('power')]
    expect(chooseUnit(known({ rules, ...changes }), lampAtNoon)).toMatchObject({ lead: 'power', doubt })
  })

  it('leaves out an assisting unit that is retired', () => {
    const rules = [rule('power', { assisting: ['telecom', 'mobile'] })]
    const isRetired = (unit: string) => unit === 'telecom'
    expect(chooseUnit(known({ rules, isRetired }), lampAtNoon).assisting).toEqual(['mobile'])
  })
})

describe('a ruling on a returned case', () => {
  const ruling = (changes: Partial<Precedent> = {}): Precedent => ({
    caseNumber: '5002292026112400001',
    kind: '10137',
    area: '500229100',
    lead: 'power',
    at: '2026-11-24T01:00:00Z',
    ...changes,
  })
  const rules = [rule('roads')]
  const leadAfter = (...precedents: Precedent[]) => chooseUnit(known({ rules, precedents }), lampAtNoon).lead

  it('goes before every rule, for its kind in its street', () => {
    expect(leadAfter(ruling())).toBe('power')
    expect(leadAfter(ruling({ kind: '10138' }))).toBe('roads')
    expect(leadAfter(ruling({ area: '500229101' }))).toBe('roads')
  })

  it('yields to a later one, and to one for a smaller area', () => {
    const later = ruling({ lead: 'municipal-works', at: '2026-11-25T01:00:00Z' })
    expect(leadAfter(later, ruling())).toBe('municipal-works')
    expect(leadAfter(ruling(), ruling({ area: '500229', lead: 'parks', at: '2026-11-26T01:00:00Z' }))).toBe(
      'power',
    )
  })
})

describe('a rule', () => {
  it.each([
    ['names a kind that is none', { when: { kinds: ['1013'] } }],
    ['asks for a list without entries', { when: { areas: [] } }],
    ['names a unit twice', { assisting: ['power', 'power'] }],
    ['has no place in the order', { order: 0 }],
  ])('is refused when it %s', (_, changes) => {
    expect(dispatchRule.safeParse({ ...rule('a'), ...changes }).success).toBe(false)
  })
})

describe('the review of the rules', () => {
  it('finds every kind and area without a unit, the contradictions, and the rules that never decide', () => {
    const rules = [
      rule('lamps', { when: { kinds: ['10137'] } }),
      rule('never', { order: 200, when: { kinds: ['10137'] } }),
      rule('east', { when: { kinds: ['10201'], areas: ['500229100'] }, lead: 'roads' }),
      rule('east-too', { when: { kinds: ['10201'], areas: ['500229100'] }, lead: 'transport' }),
      rule('owned', { when: { owners: ['power'] } }),
    ]
    const review = reviewRules(known({ rules }), ['10137', '10201'], ['500229100', '500229101'])
    expect(review).toMatchObject({ asked: 8, certain: 4, idle: ['never'] })
    expect(review.findings).toEqual([
      {
        kind: '10201',
        area: '500229100',
        hours: 'on-duty',
        doubt: 'conflict',
        contradicting: ['east', 'east-too'],
      },
      {
        kind: '10201',
        area: '500229100',
        hours: 'off-duty',
        doubt: 'conflict',
        contradicting: ['east', 'east-too'],
      },
      { kind: '10201', area: '500229101', hours: 'on-duty', doubt: 'no-rule' },
      { kind: '10201', area: '500229101', hours: 'off-duty', doubt: 'no-rule' },
    ])
  })

  it('looks at a county of real size: 204 kinds in 25 towns', () => {
    const kinds = Array.from({ length: 204 }, (_, index) => String(10_101 + index))
    const areas = Array.from({ length: 25 }, (_, index) => String(500_229_100 + index))
    const review = reviewRules(known({ rules: [rule('centre')] }), kinds, areas)
    expect(review).toMatchObject({ asked: 204 * 25 * 2, certain: 204 * 25 * 2, findings: [], idle: [] })
  })
})

describe('the simulation over past cases', () => {
  it('tells what the rules would have sent right, wrong, and left to the dispatcher', () => {
    const rules = [rule('power', { when: { kinds: ['10137'] } })]
    const past = [
      { number: '1', ...lampAtNoon, handledBy: 'power' },
      { number: '2', ...lampAtNoon, handledBy: 'roads' },
      { number: '3', ...lampAtNoon, kind: '10201', handledBy: 'roads' },
    ]
    expect(simulate(known({ rules }), past)).toEqual({
      cases: 3,
      right: 1,
      wrong: [{ number: '2', handledBy: 'roads', lead: 'power' }],
      left: 1,
    })
  })
})

describe('the choice', () => {
  const aRule = fc.record({
    order: fc.integer({ min: 1, max: 3 }),
    kinds: fc.option(fc.subarray(['101', '10137', '102'], { minLength: 1 }), { nil: undefined }),
    areas: fc.option(fc.subarray(['500229', '500229100', GRID], { minLength: 1 }), { nil: undefined }),
    lead: fc.constantFrom('power', 'roads', 'parks'),
  })

  it('does not depend on how the rules are listed', () => {
    fc.assert(
      fc.property(fc.array(aRule, { maxLength: 8 }), fc.func(fc.integer()), (drawn, rank) => {
        const rules = drawn.map(({ order, kinds, areas, lead }, index) =>
          rule(`r${index}`, { order, lead, when: { ...(kinds && { kinds }), ...(areas && { areas }) } }),
        )
        const shuffled = rules.toSorted((a, b) => rank(a.id) - rank(b.id))
        const [one, other] = [rules, shuffled].map((list) => chooseUnit(known({ rules: list }), lampAtNoon))
        expect(other).toEqual(one)
      }),
    )
  })
})
