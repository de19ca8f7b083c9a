import { describe, expect, it } from 'vitest'
import { dispatchAhead, dispatchByRule, proposeByRule } from '../../../functions/dispatch/dispatch-by-rule.ts'
import { enterStage } from '../../../functions/workflow/enter-stage.ts'
import { newsOf } from '../../../shared/cases/news.ts'
import type { Suggestion } from '../../../shared/dispatch/suggestion.ts'
import { CHANGED, RUN_ENDED } from '../../../shared/lifecycle/asl.ts'
import { anAct, aReport, CONDITION, MORNING, standardTerms } from '../../support/case-builders.ts'
import { memoryCases } from '../../support/memory-cases.ts'

const certain: Suggestion = {
  lead: 'lighting',
  assisting: [],
  ground: { by: 'rule', rule: 'lamps', basis: '责任清单第三条' },
}

/** A case that was filed, a run that enters the stage, and everything that either does, in its order. */
async function aFiledCase(suggest: () => Promise<Suggestion> = async () => certain) {
  const cases = memoryCases()
  const report = aReport()
  await cases.create(report)
  const accepted = anAct(report.record, 'accept')
  await cases.advance(accepted)
  const file = anAct(accepted.after, 'file', { evidence: { filingCondition: CONDITION } })
  await cases.advance(file)
  const filed = file.after
  const done: string[] = []
  const noted =
    <A extends readonly unknown[], R>(name: string, call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      const result = await call(...args)
      done.push(name)
      return result
    }
  const store = {
    keepToken: noted('token kept', cases.keepToken),
    read: noted('case read', cases.read),
    advance: noted('committed', cases.advance),
  }
  const said: unknown[][] = []
  const signals = {
    succeed: async (...told: unknown[]) => void said.push(['succeed', ...told]),
    fail: async (...told: unknown[]) => void said.push(['fail', ...told]),
  }
  /** As the step does it. */
  async function enter(changes: Partial<typeof store> = {}) {
    const propose = proposeByRule({
      choose: noted('rules asked', suggest),
      termsOf: async () => standardTerms,
      clock: { now: () => Date.parse(MORNING) },
    })
    const needs = { store: { ...store, ...changes }, propose }
    const { id: caseId, run, stage } = filed
    const entered = { caseId, run, stage, token: 't', known: newsOf(filed) }
    const waiting = await enterStage({ store: needs.store, signals, ahead: dispatchAhead(needs) })(entered)
    return waiting && dispatchByRule(needs)(waiting)
  }
  const now = async () => (await cases.read(filed.id))!
  return { cases, filed, store, done, said, enter, now }
}

describe('entering the stage that waits to be dispatched', () => {
  it('asks the rules while the token is being kept, and commits once it is there', async () => {
    const { cases, done, enter, filed, now, said, store } = await aFiledCase()
    const slowly = async (...args: Parameters<typeof store.keepToken>) => {
      while (!done.includes('rules asked')) await new Promise((resolve) => setImmediate(resolve))
      await store.keepToken(...args)
    }
    await enter({ keepToken: slowly })
    expect(done).toEqual(['case read', 'rules asked', 'token kept', 'committed'])
    expect(await now()).toMatchObject({ unit: 'lighting', version: filed.version + 1 })
    expect(await cases.token(filed.id, filed.run)).toMatchObject({ token: 't', version: filed.version })
    expect(said).toEqual([])
  })

  it('commits nothing when the token cannot be kept', async () => {
    const { enter, filed, now } = await aFiledCase()
    const refusing = () => Promise.reject(new Error('no token'))
    await expect(enter({ keepToken: refusing })).rejects.toThrow('no token')
    expect(await now()).toEqual(filed)
  })

  it('has kept the token before it fails for another reason', async () => {
    const { cases, enter, filed } = await aFiledCase(() => Promise.reject(new Error('no rules')))
    await expect(enter()).rejects.toThrow('no rules')
    expect(await cases.token(filed.id, filed.run)).toMatchObject({ token: 't' })
  })

  it('waits where the rules are not certain, and asks them once', async () => {
    const here = await aFiledCase(async () => ({ ...certain, doubt: 'conflict' }))
    expect(await here.enter()).toBe('left')
    expect(here.done.filter((one) => one === 'rules asked')).toHaveLength(1)
    expect(await here.now()).toEqual(here.filed)
  })

  it('lets a person be first who dispatches meanwhile, and tells the run', async () => {
    const { cases, enter, filed, now, said, store } = await aFiledCase()
    const byHand = anAct(filed, 'dispatch', { evidence: { unit: 'roads' } })
    const overtaken = async (...args: Parameters<typeof store.keepToken>) => {
      await store.keepToken(...args)
      await cases.advance(byHand)
    }
    await enter({ keepToken: overtaken })
    expect(await now()).toMatchObject({ unit: 'roads', version: filed.version + 1 })
    expect(said).toEqual([['succeed', 't', newsOf(byHand.after)]])
  })

  it('goes round again when a timer marked the case between the look and the commit', async () => {
    const { cases, enter, filed, now, said, store } = await aFiledCase()
    const mark = anAct(filed, 'mark-overdue', { actor: { kind: 'system' } })
    const marked = async (...args: Parameters<typeof store.keepToken>) => {
      await cases.advance(mark)
      await store.keepToken(...args)
    }
    await enter({ keepToken: marked })
    expect(await now()).toEqual(mark.after)
    expect(said).toEqual([['fail', 't', CHANGED, newsOf(mark.after)]])
  })

  it('does nothing for a run that is not the current one, and ends it', async () => {
    const { cases, enter, filed, now, said } = await aFiledCase()
    await cases.beginNextRun(filed)
    await enter()
    expect(await now()).toMatchObject({ version: filed.version })
    expect(said).toEqual([['fail', 't', RUN_ENDED]])
  })
})
