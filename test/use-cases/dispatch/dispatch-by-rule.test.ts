import { describe, expect, it } from 'vitest'
import { dispatchByRule, proposeByRule } from '../../../functions/dispatch/dispatch-by-rule.ts'
import type { CaseRecord } from '../../../shared/cases/record.ts'
import type { Suggestion } from '../../../shared/dispatch/suggestion.ts'
import type { EvidenceGiven } from '../../../shared/lifecycle/evidence.ts'
import type { Action } from '../../../shared/lifecycle/lifecycle.ts'
import { anAct, aReport, CONDITION, MORNING, standardTerms } from '../../support/case-builders.ts'
import { memoryCases } from '../../support/memory-cases.ts'

const certain: Suggestion = {
  lead: 'lighting',
  assisting: ['water'],
  ground: { by: 'rule', rule: 'lamps', basis: '责任清单第三条' },
}

/** A case that was filed, and the rules about it. */
async function aFiledCase(suggestion: Suggestion = certain) {
  const store = memoryCases()
  const report = aReport()
  const { record } = report
  const act = async (before: CaseRecord, action: Action, evidence: EvidenceGiven = {}) => {
    const advance = anAct(before, action, { evidence })
    await store.advance(advance)
    return advance.after
  }
  await store.create(report)
  const filed = await act(await act(record, 'accept'), 'file', { filingCondition: CONDITION })
  const asked: CaseRecord[] = []
  const use = async (changes: { store?: typeof store } = {}) => {
    const propose = proposeByRule({
      clock: { now: () => Date.parse(MORNING) },
      termsOf: async () => standardTerms,
      choose: async (one) => {
        asked.push(one as CaseRecord)
        return suggestion
      },
    })
    const cases = changes.store ?? store
    return dispatchByRule({ store: cases, propose })((await cases.read(record.id)) ?? record)
  }
  return { store, record, filed, act, use, asked, now: async () => (await store.read(record.id))! }
}

describe('dispatching by rule', () => {
  it('sends a case that was just filed where the rules are certain, as the system, with the ground as the reason', async () => {
    const here = await aFiledCase()
    expect(await here.use()).toBe('sent')
    expect(await here.now()).toMatchObject({
      unit: 'lighting',
      parts: [{ unit: 'water' }],
      version: here.filed.version + 1,
    })
    const row = await here.store.historyRow(here.record.id, here.filed.version + 1)
    expect(row).toMatchObject({
      action: 'dispatch',
      post: 'system',
      evidence: {
        unit: 'lighting',
        assisting: ['water'],
        reason: '按派遣规则 lamps（责任清单第三条）。',
      },
    })
  })

  it('is done once, however often the step is repeated', async () => {
    const here = await aFiledCase()
    await here.use()
    expect(await here.use()).toBe('left')
    expect(await here.now()).toMatchObject({ version: here.filed.version + 1 })
  })

  it('writes nothing where there is a doubt', async () => {
    const here = await aFiledCase({ ...certain, doubt: 'conflict' })
    expect(await here.use()).toBe('left')
    expect(await here.now()).toEqual(here.filed)
  })

  it('asks no rule about a case that came back or that somebody wants void', async () => {
    const returned = await aFiledCase()
    const dispatched = await returned.act(returned.filed, 'dispatch', { unit: 'lighting' })
    await returned.act(dispatched, 'return', { reason: '不是我们的' })
    expect(await returned.use()).toBe('left')
    const doubted = await aFiledCase()
    await doubted.store.advance(
      anAct(doubted.filed, 'ask-void', {
        actor: { kind: 'person', person: 'p', posts: ['dispatcher'] },
        evidence: { reason: '重复' },
      }),
    )
    expect(await doubted.use()).toBe('left')
    expect([...returned.asked, ...doubted.asked]).toEqual([])
  })

  it('looks again when a timer marks the case meanwhile, and lets go when a person was first', async () => {
    const timed = await aFiledCase()
    const overtaken = (change: (before: CaseRecord) => Promise<unknown>): typeof timed.store => {
      let first = true
      return {
        ...timed.store,
        advance: async (...advances) => {
          if (first) await change(advances[0]!.before)
          first = false
          return timed.store.advance(...advances)
        },
      }
    }
    const marking = overtaken((before) =>
      timed.store.advance(anAct(before, 'mark-overdue', { actor: { kind: 'system' } })),
    )
    expect(await timed.use({ store: marking })).toBe('sent')
    expect((await timed.store.readFile(timed.record.id))?.history.map(({ action }) => action)).toEqual([
      'report',
      'accept',
      'file',
      'mark-overdue',
      'dispatch',
    ])
    const raced = await aFiledCase()
    const person: typeof raced.store = {
      ...raced.store,
      advance: async (...advances) => {
        await raced.store.advance(anAct(raced.filed, 'dispatch', { evidence: { unit: 'roads' } }))
        return raced.store.advance(...advances)
      },
    }
    expect(await raced.use({ store: person })).toBe('left')
    expect(await raced.now()).toMatchObject({ unit: 'roads' })
  })
})
