import { describe, expect, it } from 'vitest'
import { deliverEffects } from '../../functions/workflow/deliver-effects.ts'
import { enterStage } from '../../functions/workflow/enter-stage.ts'
import type { RunStore } from '../../functions/workflow/ports.ts'
import { stageOverdue } from '../../functions/workflow/stage-overdue.ts'
import { newsOf, runInputOf } from '../../shared/cases/news.ts'
import type { CaseRecord } from '../../shared/cases/record.ts'
import { CHANGED, flowTo, RUN_ENDED } from '../../shared/lifecycle/asl.ts'
import { anAct, aReport, CONDITION, MORNING, standardTerms } from '../support/case-builders.ts'
import { memoryCases } from '../support/memory-cases.ts'

const DUE = '2026-11-24T01:15:00Z'

/** One case and all that is said to executions about it. */
async function aCase() {
  const store = memoryCases()
  const said: unknown[][] = []
  const signals = {
    succeed: async (...told: unknown[]) => void said.push(['succeed', ...told]),
    fail: async (...told: unknown[]) => void said.push(['fail', ...told]),
  }
  const executions = { start: async (...told: unknown[]) => void said.push(['start', ...told]) }
  const report = aReport()
  await store.create(report)
  const act = async (record: CaseRecord, action: Parameters<typeof anAct>[1], evidence = {}) => {
    const advance = anAct(record, action, { evidence })
    await store.advance(advance)
    return advance.after
  }
  const enter = enterStage({ store, signals })
  return {
    store,
    said,
    record: report.record,
    act,
    enter: (record: CaseRecord, token: string, changes = {}) =>
      enter({
        caseId: record.id,
        run: record.run,
        stage: record.stage,
        token,
        known: newsOf(record),
        ...changes,
      }),
    deliver: deliverEffects({ store, signals, executions }),
  }
}

const timer = (store: RunStore, now: string) =>
  stageOverdue({ store, clock: { now: () => Date.parse(now) }, terms: standardTerms })

describe('entering a stage', () => {
  it('keeps the token and waits', async () => {
    const { enter, record, said, store } = await aCase()
    await enter(record, 't1')
    expect(said).toEqual([])
    expect(await store.token(record.id, 1)).toEqual({ token: 't1', stage: 'reported', version: 1 })
  })

  it('succeeds at once when the main line has moved on', async () => {
    const { act, enter, record, said } = await aCase()
    const accepted = await act(record, 'accept')
    await enter(record, 't1')
    expect(said).toEqual([['succeed', 't1', newsOf(accepted)]])
  })

  it('names the flow at once when the case is elsewhere, two stages on or ended', async () => {
    const { act, enter, record, said } = await aCase()
    const filed = await act(await act(record, 'accept'), 'file', { filingCondition: CONDITION })
    await enter(record, 't1')
    expect(said).toEqual([['fail', 't1', flowTo('filed'), newsOf(filed)]])
  })

  it('goes round again when the deadline is another than the timer stands on', async () => {
    const { enter, record, said } = await aCase()
    await enter(record, 't1', { known: { version: 1, wake: '2026-11-24T01:10:00Z' } })
    expect(said).toEqual([['fail', 't1', CHANGED, newsOf(record)]])
  })

  it('ends a run that is not the current one, or whose case is gone', async () => {
    const { enter, record, said, store } = await aCase()
    await store.beginNextRun(record)
    await enter(record, 't1')
    await enter({ ...record, id: '0'.repeat(26) }, 't2')
    expect(said).toEqual([
      ['fail', 't1', RUN_ENDED],
      ['fail', 't2', RUN_ENDED],
    ])
  })
})

describe('delivering what was committed', () => {
  it('starts the run of a new case with an input made of the case alone', async () => {
    const { deliver, record, said } = await aCase()
    await deliver({ after: record })
    await deliver({ after: record })
    const start = ['start', `${record.number}-1-1`, runInputOf(record)]
    expect(said).toEqual([start, start])
    expect(runInputOf(record)).toMatchObject({ stage: 'reported', wake: DUE, run: 1, version: 1 })
  })

  it('signals the waiting stage, and leaves alone a wait that knows already', async () => {
    const { act, deliver, enter, record, said } = await aCase()
    await enter(record, 't1')
    const accepted = await act(record, 'accept')
    await deliver({ before: record, after: accepted })
    expect(said).toEqual([['succeed', 't1', newsOf(accepted)]])
    await enter(accepted, 't2')
    await deliver({ before: record, after: accepted })
    expect(said).toHaveLength(1)
  })

  it('leads to where the case is though the records come in the wrong order', async () => {
    const { act, deliver, enter, record, said } = await aCase()
    await enter(record, 't1')
    const accepted = await act(record, 'accept')
    const refused = await act(accepted, 'refuse', { reason: '无法核实' })
    await deliver({ before: accepted, after: refused })
    expect(said).toEqual([['fail', 't1', flowTo('refused'), newsOf(refused)]])
  })

  it('says nothing while the stage is being entered', async () => {
    const { act, deliver, record, said } = await aCase()
    await deliver({ before: record, after: await act(record, 'accept') })
    expect(said).toEqual([])
  })

  it('says nothing of a mark that the run made itself', async () => {
    const { deliver, enter, record, said, store } = await aCase()
    await enter(record, 't1')
    await timer(store, DUE)({ caseId: record.id, run: 1, stage: 'reported', startedAt: MORNING })
    await deliver({ before: record, after: (await store.read(record.id))! })
    expect(said).toEqual([])
  })

  it('starts the next run and ends the wait of the one before', async () => {
    const { deliver, enter, record, said, store } = await aCase()
    await enter(record, 't1')
    await store.beginNextRun(record)
    const next = (await store.read(record.id))!
    await deliver({ before: record, after: next })
    expect(said).toEqual([
      ['start', `${record.number}-1-2`, runInputOf(next)],
      ['fail', 't1', RUN_ENDED],
    ])
  })
})

describe('a timer', () => {
  const fired = (record: CaseRecord) =>
    ({ caseId: record.id, run: record.run, stage: record.stage, startedAt: MORNING }) as const

  it('marks the stage overdue once, by the system, and waits no more for that due', async () => {
    const { record, store } = await aCase()
    const news = await timer(store, DUE)(fired(record))
    // 催办 follows half an hour of work later
    expect(news).toEqual({ stage: 'reported', version: 2, wake: '2026-11-24T01:45:00Z' })
    expect(await timer(store, '2026-11-24T01:44:59Z')(fired(record))).toEqual(news)
    const file = (await store.readFile(record.id))!
    expect(file.record).toMatchObject({ overdue: true, due: DUE, entered: MORNING, version: 2 })
    expect(file.history).toHaveLength(2)
    expect(file.history[1]).toMatchObject({ action: 'mark-overdue', post: 'system', at: DUE })
  })

  it('writes nothing when it is early', async () => {
    const { record, store } = await aCase()
    const news = await timer(store, '2026-11-24T01:14:59Z')(fired(record))
    expect(news).toEqual({ stage: 'reported', version: 1, wake: DUE })
    expect(await store.read(record.id)).toEqual(record)
  })

  it('writes nothing when somebody acted first, before it looked or after', async () => {
    const one = await aCase()
    const accepted = await one.act(one.record, 'accept')
    expect(await timer(one.store, DUE)(fired(one.record))).toEqual(newsOf(accepted))
    const other = await aCase()
    const late: RunStore = {
      ...other.store,
      async advance(...advances) {
        await other.act(other.record, 'accept')
        return other.store.advance(...advances)
      },
    }
    expect(await timer(late, DUE)(fired(other.record))).toMatchObject({ stage: 'accepted', version: 2 })
    expect((await other.store.readFile(other.record.id))?.history).toHaveLength(2)
  })

  it('begins the next run when this one grows old, once', async () => {
    const { record, store } = await aCase()
    await timer(store, DUE)(fired(record))
    const old = { ...fired(record), startedAt: '2025-11-24T01:00:00Z' }
    await timer(store, '2026-11-24T01:20:00Z')(old)
    await timer(store, '2026-11-24T01:20:00Z')(old)
    expect(await store.read(record.id)).toMatchObject({ run: 2, version: 2 })
  })

  it('answers where the case is not to be found, and the run then ends', async () => {
    const { record, store } = await aCase()
    const gone = { ...fired(record), caseId: '0'.repeat(26) }
    expect(await timer(store, DUE)(gone)).toEqual({ stage: 'reported', version: 0 })
  })
})
