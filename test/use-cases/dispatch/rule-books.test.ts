import { describe, expect, it } from 'vitest'
import { layRules } from '../../../functions/dispatch/lay-rules.ts'
import type { HandledCase } from '../../../functions/dispatch/ports.ts'
import { replaceRuleBook } from '../../../functions/dispatch/replace-rule-book.ts'
import { reviewRuleBook } from '../../../functions/dispatch/review-rule-book.ts'
import { simulateRuleBook } from '../../../functions/dispatch/simulate-rule-book.ts'
import { baseCatalogue } from '../../../shared/catalogue/base/catalogue.ts'
import { unconfirmedKinds } from '../../../shared/catalogue/rules.ts'
import { defaultCalendar } from '../../../shared/deadlines/default-calendar.ts'
import { type DispatchRule, dispatchRule, type Precedent } from '../../../shared/dispatch/dispatch-rule.ts'
import { isRefusal } from '../../../shared/kernel/result.ts'
import { unitTemplate } from '../../../shared/organisation/unit-template.ts'
import { freshKey, MORNING } from '../../support/case-builders.ts'
import { memoryRuleBooks } from '../../support/memory-rule-books.ts'

const COUNTY = '500229'
const STREET = '500229100'
const GRID = '500229100201001'
const clock = { now: () => Date.parse(MORNING) }

const rule = (id: string, changes: Partial<DispatchRule> = {}): DispatchRule =>
  dispatchRule.parse({ id, order: 100, when: {}, lead: 'parks', assisting: [], basis: '', ...changes })

const area = (code: string) => ({ code, name: code, class: 'town' as const, retired: false, version: 1 })
const nameable = {
  units: async () => [
    ...unitTemplate.map((unit) => ({ ...unit, version: 1 })),
    { ...unitTemplate[0]!, id: 'former', retired: true, version: 2 },
  ],
  areas: async () => [area(COUNTY), area(STREET), area('500229101'), area('500229100201')],
  grids: async (of: string) =>
    of === '500229100201'
      ? [
          {
            code: GRID,
            class: 'built-up' as const,
            source: 'generated' as const,
            sketch: false,
            retired: false,
            version: 1,
          },
        ]
      : [],
  catalogue: async () => baseCatalogue,
}

function scene({
  precedents = [],
  past = [],
}: {
  precedents?: Precedent[]
  past?: readonly HandledCase[]
} = {}) {
  const books = memoryRuleBooks(precedents)
  const asked: string[] = []
  return {
    books,
    asked,
    replace: (version: number, rules: DispatchRule[], key = freshKey()) =>
      replaceRuleBook({ books, nameable, clock })({
        person: 'p-dispatcher',
        post: 'dispatcher',
        key,
        version,
        reason: '按责任清单调整',
        rules,
      }),
    review: async (draft?: DispatchRule[]) => {
      const review = await reviewRuleBook({ books, nameable })(COUNTY, draft)
      if (isRefusal(review)) throw new Error(review.refused)
      return review
    },
    simulate: (months: number, rules?: DispatchRule[]) =>
      simulateRuleBook({
        books,
        nameable,
        clock,
        duty: defaultCalendar,
        past: {
          handled: async (list) => {
            asked.push(...list)
            return { cases: past, whole: true }
          },
        },
      })({ months, ...(rules && { rules }) }),
    lay: () =>
      layRules({ booksOf: () => books, nameableOf: () => nameable })({
        tenant: COUNTY,
        city: '500000',
        name: '城口县',
        administrator: 'p',
        at: MORNING,
      }),
  }
}

describe('the rule book of a county', () => {
  it('is replaced as a whole on the version that was seen, with a reason, and its versions stay', async () => {
    const here = scene()
    expect(await here.replace(0, [rule('all')])).toEqual({
      version: 1,
      at: MORNING,
      person: 'p-dispatcher',
      reason: '按责任清单调整',
      count: 1,
    })
    expect(await here.replace(0, [])).toEqual({ refused: 'record-changed' })
    expect(await here.replace(1, [])).toMatchObject({ version: 2, count: 0 })
    expect(await here.books.versions()).toMatchObject([{ version: 1 }, { version: 2 }])
    expect(await here.books.read(1)).toMatchObject({ rules: [{ id: 'all' }] })
    expect(here.books.acts()).toMatchObject([
      {
        act: 'dispatch-rules-replaced',
        actor: 'p-dispatcher',
        post: 'dispatcher',
        details: { version: 1, rules: 1, reason: '按责任清单调整' },
      },
      { details: { version: 2 } },
    ])
  })

  it('answers a repeat as the first, and another book under the same key with a refusal', async () => {
    const here = scene()
    const key = freshKey()
    const first = await here.replace(0, [rule('all')], key)
    expect(await here.replace(0, [rule('all')], key)).toEqual(first)
    expect(await here.replace(0, [rule('other')], key)).toEqual({ refused: 'key-reused' })
    expect(await here.books.versions()).toHaveLength(1)
  })

  it('names every unit, kind and area that the county has not, rule by rule', async () => {
    const here = scene()
    const answer = await here.replace(0, [
      rule('good', { when: { kinds: ['101', '10137'], areas: [STREET, '500229100201', GRID] } }),
      rule('good', { lead: 'nobody', assisting: ['former'] }),
      rule('far', { when: { kinds: ['299', '10199'], areas: ['500230100', '500229100201002'] } }),
      rule('own', { when: { owners: ['former', 'nobody'] }, lead: 'former', assisting: ['power', 'former'] }),
    ])
    expect(answer).toEqual({
      refused: 'invalid-input',
      fields: [
        { field: 'rules.1.id', code: 'repeated' },
        { field: 'rules.1.lead', code: 'unknown-id' },
        { field: 'rules.1.assisting.0', code: 'retired' },
        { field: 'rules.2.when.kinds.0', code: 'unknown-kind' },
        { field: 'rules.2.when.kinds.1', code: 'unknown-kind' },
        { field: 'rules.2.when.areas.0', code: 'unknown-id' },
        { field: 'rules.2.when.areas.1', code: 'unknown-id' },
        { field: 'rules.3.when.owners.1', code: 'unknown-id' },
        { field: 'rules.3.lead', code: 'retired' },
        { field: 'rules.3.assisting.1', code: 'repeated' },
      ],
    })
    expect(await here.books.versions()).toEqual([])
  })
})

describe('the review', () => {
  it('tells of the book in force, and of a draft that nobody has put in force', async () => {
    const here = scene()
    expect(await reviewRuleBook({ books: here.books, nameable })(COUNTY)).toEqual({
      refused: 'unknown-rule-book',
    })
    await here.replace(0, [])
    const guessed = unconfirmedKinds(baseCatalogue).length
    const empty = await here.review()
    expect(empty).toMatchObject({ version: 1, asked: 204 * 2 * 2, certain: 0, idle: [] })
    expect(empty.findings).toHaveLength(204)
    expect(empty.findings[0]).toEqual({
      kind: '10101',
      doubt: 'no-rule',
      areas: [STREET, '500229101'],
      hours: ['on-duty', 'off-duty'],
    })
    const draft = await here.review([rule('all'), rule('never', { order: 200 })])
    expect(draft).toMatchObject({ certain: (204 - guessed) * 4, idle: ['never'] })
    expect(draft.version).toBeUndefined()
    expect(draft.findings.map(({ doubt }) => doubt)).toEqual(Array(guessed).fill('unconfirmed-kind'))
  })

  it('does not call a rule idle that is for one grid or one owner', async () => {
    const rules = [
      rule('grid', { when: { areas: [GRID] } }),
      rule('owner', { when: { owners: ['power'] }, lead: 'power' }),
      rule('all', { lead: 'centre' }),
    ]
    expect(await scene().review(rules)).toMatchObject({ idle: [] })
  })

  it('counts a ruling as an answer, and a unit that is not there as none', async () => {
    const ruling = {
      caseNumber: '5002292026112400001',
      kind: '10101',
      area: STREET,
      lead: 'power',
      at: MORNING,
    }
    const here = scene({ precedents: [ruling] })
    expect(await here.review([])).toMatchObject({ certain: 2 })
    const { findings } = await here.review([rule('gone', { lead: 'nobody' })])
    expect(findings[0]).toMatchObject({ kind: '10101', doubt: 'retired-unit', areas: ['500229101'] })
  })
})

describe('the simulation', () => {
  const handled = (number: string, handledBy: string, reportedAt: string): HandledCase => ({
    number,
    kind: '10401',
    area: GRID,
    handledBy,
    reportedAt,
  })

  it('tries the rules on the cases of the last months, by the hours in which they were reported', async () => {
    const past = [
      handled('1', 'parks', '2026-11-24T02:00:00Z'),
      handled('2', 'centre', '2026-11-24T15:00:00Z'),
      handled('3', 'sanitation', '2026-11-22T02:00:00Z'),
    ]
    const here = scene({ past })
    const rules = [
      rule('day', { when: { kinds: ['104'] } }),
      rule('night', { when: { kinds: ['104'], hours: 'off-duty' }, lead: 'centre' }),
    ]
    expect(await here.simulate(3, rules)).toEqual({
      cases: 3,
      whole: true,
      right: 2,
      left: 0,
      wrong: [{ number: '3', handledBy: 'sanitation', lead: 'centre' }],
    })
    expect(here.asked).toEqual(['202611', '202610', '202609'])
  })

  it('leaves to the dispatcher what no rule decides', async () => {
    const here = scene({ past: [handled('1', 'parks', MORNING)] })
    await here.replace(0, [])
    expect(await here.simulate(1)).toMatchObject({ version: 1, cases: 1, left: 1, right: 0, wrong: [] })
  })
})

describe('the first rule book', () => {
  it('is laid once, names only what the county has, and leaves what is disputed to the dispatcher', async () => {
    const here = scene()
    const laid = await here.lay()
    expect(await here.lay()).toEqual(laid)
    const [row] = await here.books.versions()
    expect(row).toMatchObject({ version: 1, person: 'system', count: laid.counts.rules })
    const { rules } = (await here.books.read(1))!
    expect(await here.replace(1, rules)).toMatchObject({ version: 2 })
    const { findings, idle } = await here.review()
    expect(idle).toEqual([])
    const doubts = new Map(findings.map(({ kind, doubt }) => [kind, doubt]))
    // a lamp is the municipal works', a tree the parks'; who answers for a telecom pole nobody knows
    expect(doubts.get('10137')).toBeUndefined()
    expect(doubts.get('10402')).toBeUndefined()
    expect(doubts.get('20305')).toBe('conflict')
    expect([...doubts.values()]).not.toContain('no-rule')
  })
})
