import { describe, expect, it } from 'vitest'
import { choose } from '../../../functions/dispatch/choose.ts'
import type { Filed } from '../../../functions/dispatch/ports.ts'
import { defaultCalendar } from '../../../shared/deadlines/default-calendar.ts'
import { type DispatchRule, dispatchRule, type Precedent } from '../../../shared/dispatch/dispatch-rule.ts'
import { reasonOf, suggestionViewOf } from '../../../shared/dispatch/suggestion.ts'
import { freshKey, MORNING } from '../../support/case-builders.ts'
import { memoryRuleBooks } from '../../support/memory-rule-books.ts'

const rule = (id: string, changes: Partial<DispatchRule> = {}): DispatchRule =>
  dispatchRule.parse({ id, order: 100, when: {}, lead: id, assisting: [], basis: '', ...changes })

const lamp: Filed = {
  tenant: '500229',
  kind: '10137',
  area: '500229100201001',
  condition: '10137-1',
  catalogue: '500229-1',
}

async function chosen(
  filed: Filed,
  {
    rules = [rule('power', { assisting: ['telecom'], basis: '县府办发〔2018〕12号 第三条' })],
    precedents = [] as Precedent[],
    retired = [] as string[],
    confirmed = true,
    at = MORNING,
  } = {},
) {
  const books = memoryRuleBooks(precedents)
  const key = freshKey()
  const act = { act: 'dispatch-rules-replaced', actor: 'p', at: MORNING }
  const book = { version: 1, at: MORNING, person: 'p', reason: '调整', count: rules.length, rules }
  await books.replace(book, { key, bodyHash: key, act, answer: null })
  const responsible = {
    isUnit: async (id: string) => !retired.includes(id),
    isConfirmed: async () => confirmed,
  }
  return choose({ books, responsible })(filed, Date.parse(at), defaultCalendar)
}

describe('the unit for a filed case', () => {
  it('is what the book in force says, with the ground that will stand in the history', async () => {
    const choice = await chosen(lamp)
    expect(choice).toMatchObject({ lead: 'power', assisting: ['telecom'] })
    expect(choice.doubt).toBeUndefined()
    expect(reasonOf(choice.ground!)).toBe('按派遣规则 power（县府办发〔2018〕12号 第三条）。')
  })

  it('is what was ruled in the same street before', async () => {
    const ruling = {
      caseNumber: '5002292026112400001',
      kind: '10137',
      area: '500229100',
      lead: 'parks',
      at: MORNING,
    }
    const choice = await chosen(lamp, { precedents: [ruling] })
    expect(choice).toMatchObject({ lead: 'parks', assisting: [] })
    expect(reasonOf(choice.ground!)).toBe('按裁定先例（案卷 5002292026112400001）。')
  })

  it('goes by the hour of the day', async () => {
    const rules = [rule('day'), rule('night', { when: { hours: 'off-duty' } })]
    expect((await chosen(lamp, { rules })).lead).toBe('day')
    expect((await chosen(lamp, { rules, at: '2026-11-24T15:00:00Z' })).lead).toBe('night')
  })

  it('leaves out who assists no more, and is doubted when the lead is retired', async () => {
    expect(await chosen(lamp, { retired: ['telecom'] })).toMatchObject({ lead: 'power', assisting: [] })
    expect(await chosen(lamp, { retired: ['power'] })).toMatchObject({ lead: 'power', doubt: 'retired-unit' })
  })

  it.each([
    ['the case came back', { ...lamp, returns: 1 }, {}, 'returned'],
    ['the kind or its limit is guessed', lamp, { confirmed: false }, 'unconfirmed-kind'],
    ['it was filed under no condition', { tenant: '500229', kind: '10137' }, {}, 'unconfirmed-kind'],
    ['no rule speaks', lamp, { rules: [] }, 'no-rule'],
    ['it has no kind', { tenant: '500229' }, {}, 'no-rule'],
  ] as const)('is a suggestion at most when %s', async (_, filed, changes, doubt) => {
    expect(await chosen(filed, changes as object)).toMatchObject({ doubt })
  })

  it('is asked for as a whole county where the place is not known', async () => {
    const { area: _area, ...nowhere } = lamp
    const rules = [rule('street', { when: { areas: ['500229100'] } }), rule('county', { order: 200 })]
    expect((await chosen(nowhere, { rules })).lead).toBe('county')
  })
})

describe('what the dispatcher is shown', () => {
  it('says the ground and why the rules did not act, in the reader’s language', async () => {
    const rules = [rule('a', { lead: 'power' }), rule('b', { lead: 'parks' })]
    const choice = await chosen(lamp, { rules })
    expect(suggestionViewOf(choice, 'zh')).toEqual({
      unit: 'power',
      assisting: [],
      doubt: 'conflict',
      contradicting: ['a', 'b'],
      words: '按派遣规则 a。有同等效力的规则指向不同单位，请人工判断。',
    })
    expect(suggestionViewOf(choice, 'en').words).toBe(
      'By the dispatch rule a. Rules of equal right name different units; decide which.',
    )
    expect(suggestionViewOf(await chosen(lamp, { rules: [] }), 'zh')).toEqual({
      assisting: [],
      doubt: 'no-rule',
      words: '没有适用的派遣规则，请人工派遣。',
    })
  })
})
