import { describe, expect, it } from 'vitest'
import type { RunningExecution, RunStore } from '../../functions/workflow/ports.ts'
import { reconcile } from '../../functions/workflow/reconcile.ts'
import { executionName, runInputOf } from '../../shared/cases/news.ts'
import type { CaseRecord } from '../../shared/cases/record.ts'
import type { NewCase } from '../../shared/cases/report.ts'
import { anAct, aReport } from '../support/case-builders.ts'
import { memoryCases } from '../support/memory-cases.ts'

const NOW = Date.parse('2026-11-24T01:10:00Z')

/** Counties with cases and executions; `index` is what the index shows, by default the truth. */
async function world(
  reports: NewCase[],
  live: CaseRecord[],
  { index, versions = {} }: { index?: CaseRecord[]; versions?: Record<string, string> } = {},
) {
  const stores = new Map<string, ReturnType<typeof memoryCases>>()
  const storeOf = (tenant: string) => {
    const store = stores.get(tenant) ?? memoryCases()
    stores.set(tenant, store)
    return store
  }
  for (const report of reports) await storeOf(report.record.tenant).create(report)
  const running: RunningExecution[] = live.map((record) => ({
    arn: `arn:${executionName(record)}`,
    name: executionName(record),
    startedMs: Date.parse(record.reportedAt),
    version: versions[record.id] ?? 'machine:2',
  }))
  const stopped: string[] = []
  const run = reconcile({
    storeOf: (tenant): RunStore => storeOf(tenant),
    openWork: { all: () => each(index ?? reports.map(({ record }) => record)) },
    executions: {
      running: () => each(running),
      currentVersion: async () => 'machine:2',
      inputOf: async (arn) => {
        const record = live.find((one) => arn === `arn:${executionName(one)}`)
        return record && runInputOf(record)
      },
      stop: async (arn) => void stopped.push(arn),
    },
    clock: { now: () => NOW },
  })
  const runs = () =>
    Promise.all(reports.map(async ({ record }) => (await storeOf(record.tenant).read(record.id))?.run))
  return { run, runs, stopped, storeOf }
}

async function* each<T>(items: T[]): AsyncIterable<T> {
  yield* items
}

describe('the reconciler', () => {
  it('leaves alone what is in order', async () => {
    const reports = [aReport(), aReport({ tenant: '500236', sequence: 2 })]
    const { run, runs, stopped } = await world(
      reports,
      reports.map(({ record }) => record),
    )
    expect(await run()).toEqual({ open: 2, running: 2, begun: 0, upgraded: 0, stopped: 0 })
    expect([await runs(), stopped]).toEqual([[1, 1], []])
  })

  it('begins the next run of every open case that has no live execution, in one pass', async () => {
    const reports = Array.from({ length: 20 }, (_, index) => aReport({ sequence: index + 1 }))
    const live = reports.filter((_, index) => index % 3 !== 0).map(({ record }) => record)
    const { run, runs } = await world(reports, live)
    expect(await run()).toMatchObject({ begun: 7 })
    expect(await runs()).toEqual(reports.map((_, index) => (index % 3 === 0 ? 2 : 1)))
  })

  it('leads open cases over to the definition that new ones start on', async () => {
    const reports = [aReport(), aReport({ sequence: 2 })]
    const live = reports.map(({ record }) => record)
    const { run, runs } = await world(reports, live, { versions: { [live[0]!.id]: 'machine:1' } })
    expect(await run()).toEqual({ open: 2, running: 2, begun: 1, upgraded: 1, stopped: 0 })
    expect(await runs()).toEqual([2, 1])
  })

  it('gives a new case the time to start', async () => {
    const { run } = await world([aReport({ at: '2026-11-24T01:09:00Z' })], [])
    expect(await run()).toMatchObject({ open: 1, begun: 0 })
  })

  it('rebuilds a run that let the due pass without a mark', async () => {
    const slept = aReport({ at: '2026-11-24T00:40:00Z' })
    const { run, runs } = await world([slept], [slept.record])
    expect(await run()).toMatchObject({ begun: 1 })
    expect(await runs()).toEqual([2])
  })

  it('does not believe an index that lags: a case that has ended gets no run', async () => {
    const report = aReport()
    const { run, runs, storeOf } = await world([report], [])
    const store = storeOf(report.record.tenant)
    await store.advance(anAct(report.record, 'reject', { evidence: { reason: '不在范围内' } }))
    expect(await run()).toMatchObject({ begun: 0 })
    expect(await runs()).toEqual([1])
  })

  it('stops executions whose case has ended or goes on in another run, and no other', async () => {
    const [ended, moved, fine] = [1, 2, 3].map((sequence) => aReport({ sequence })) as [
      NewCase,
      NewCase,
      NewCase,
    ]
    const all = [ended, moved, fine]
    const next = { ...moved.record, run: 2 }
    const { run, stopped, storeOf } = await world(all, [...all.map(({ record }) => record), next], {
      index: [fine.record],
    })
    const store = storeOf(ended.record.tenant)
    await store.advance(anAct(ended.record, 'reject', { evidence: { reason: '不在范围内' } }))
    await store.beginNextRun(moved.record)
    expect(await run()).toMatchObject({ stopped: 2, begun: 0 })
    expect(stopped).toEqual([ended, moved].map(({ record }) => `arn:${executionName(record)}`))
  })
})
