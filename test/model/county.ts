import { actOnCase } from '../../functions/cases/act-on-case.ts'
import type { CaseStore, References } from '../../functions/cases/ports.ts'
import { reportCase } from '../../functions/cases/report-case.ts'
import { createCaseStore } from '../../functions/platform/dynamo/case-store.ts'
import { deliverEffects } from '../../functions/workflow/deliver-effects.ts'
import { enterStage } from '../../functions/workflow/enter-stage.ts'
import type { CaseChange, RunStore } from '../../functions/workflow/ports.ts'
import { reconcile } from '../../functions/workflow/reconcile.ts'
import { stageOverdue } from '../../functions/workflow/stage-overdue.ts'
import type { Receipt } from '../../shared/cases/case.ts'
import { isRefusal, type Refusal } from '../../shared/kernel/result.ts'
import type { Action } from '../../shared/lifecycle/lifecycle.ts'
import type { Post } from '../../shared/lifecycle/posts.ts'
import { ACTED_COUNTY, CONDITION, LEAD_UNIT, OTHER_UNIT } from '../support/case-acts.ts'
import { condition, emptySurroundings, MORNING, standardTerms } from '../support/case-builders.ts'
import type { CaseAct, OwnCase } from '../support/case-client.ts'
import type { CountyDatabase } from '../support/county-database.ts'
import { usualTerms } from '../support/usual-terms.ts'
import type { SeenCase, Told, World } from '../support/world/world.ts'
import { createMachine } from './machine.ts'

/** A county at work in this process: the real use cases on the real store, with a workflow whose time is told to pass. */
export type ModelCounty = ReturnType<typeof openModelCounty>

type Store = CaseStore & RunStore

const references: References = {
  keepPhotos: async () => [],
  condition: async (_, code) => (code === CONDITION ? condition : undefined),
  isUnit: async (unit) => [LEAD_UNIT, OTHER_UNIT].includes(unit),
  units: async () => [LEAD_UNIT, OTHER_UNIT],
  isNeighbour: async (code) => code === '500236',
  worksIn: async () => true,
}

export function openModelCounty(database: CountyDatabase, wrap: (store: Store) => Store = (store) => store) {
  const clock = { nowMs: Date.parse(MORNING) }
  const now = { now: () => clock.nowMs }
  const stream: CaseChange[] = []
  const ids: string[] = []
  const told: Told[] = []
  const store = wrap(onStream(createCaseStore(ACTED_COUNTY, database.open), stream))
  const terms = standardTerms
  const machine = createMachine(clock, () => steps)
  const enter = enterStage({ store, signals: machine.signals })
  const fired = stageOverdue({ store, clock: now, terms })
  const steps = {
    enter: (entered: { stage: string } & Parameters<typeof enter>[0]) => enter(entered),
    fired: (timer: Parameters<typeof fired>[0]) => fired(timer),
  } as unknown as ReturnType<Parameters<typeof createMachine>[1]>
  const deliver = deliverEffects({ store, signals: machine.signals, executions: machine.executions })
  const report = reportCase({
    tenant: ACTED_COUNTY,
    store,
    references,
    surroundings: emptySurroundings,
    numbers: numbersOfRun(),
    clock: now,
    terms,
  })
  const act = actOnCase({ store, references, clock: now, terms })
  const openWork = {
    async *all() {
      for (const id of ids) {
        const record = await store.read(id)
        if (record?.due) yield record
      }
    },
  }

  async function note(entry: Omit<Told, 'tenant' | 'status' | 'answer'>, answer: Receipt | Refusal) {
    const refused = isRefusal(answer)
    told.push({
      tenant: ACTED_COUNTY,
      ...entry,
      status: refused ? 409 : 200,
      ...(refused ? { code: answer.refused } : { version: answer.version }),
      answer: JSON.stringify(answer),
    })
    return answer
  }

  return {
    clock,
    machine,
    store,
    ids,
    stream,
    async report(key: string) {
      const request = {
        by: { kind: 'person', person: 'p-seat', posts: ['acceptor'] } as const,
        key,
        input: { words: '路灯不亮', place: '滨江路' },
      }
      const answer = await report(request)
      if (!isRefusal(answer) && !ids.includes(answer.id)) ids.push(answer.id)
      const caseId = isRefusal(answer) ? '' : answer.id
      return note({ caseId, action: 'report', key, body: '' }, answer)
    },
    async act(
      { id, version }: Pick<OwnCase, 'id' | 'version'>,
      { action, claims, evidence }: CaseAct,
      key: string,
    ) {
      const { person, posts, unit } = claims as { person: string; posts: Post[]; unit?: string }
      const answer = await act({
        actor: { kind: 'person', person, posts, ...(unit && { unit }) },
        caseId: id,
        input: { version, acts: [{ action: action as Action, evidence }] },
        key,
      })
      return note(
        { caseId: id, action, key, body: JSON.stringify([action, evidence, person]), seen: version },
        answer,
      )
    },
    /** Tells the workflow of so many committed changes, each twice where `twice`. */
    async deliver(count: number, twice = false) {
      for (const change of stream.splice(0, count)) {
        await deliver(change)
        if (twice) await deliver(change)
      }
    },
    reconcile: () => reconcile({ storeOf: () => store, openWork, executions: machine.watch, clock: now })(),
    async world(): Promise<World> {
      const cases: SeenCase[] = []
      const tokens: World['tokens'][number][] = []
      for (const id of ids) {
        const file = await store.readFile(id)
        if (!file) continue
        cases.push({ record: file.record, history: file.history })
        const token = await store.token(id, file.record.run)
        if (token) tokens.push({ tenant: ACTED_COUNTY, caseId: id, run: file.record.run, stage: token.stage })
      }
      return {
        nowMs: clock.nowMs,
        settled: true,
        cases,
        tokens,
        executions: machine.seen(),
        items: [],
        logs: [],
        personal: [],
        told,
        terms: { ...usualTerms, calendar: terms.calendar },
      }
    },
  }
}

/** The store, with every committed change put on the stream, as the table does it. */
function onStream(store: Store, stream: CaseChange[]): Store {
  return {
    ...store,
    async create(report, filed) {
      const outcome = await store.create(report, filed)
      if (outcome === 'created') stream.push({ after: filed?.after ?? report.record })
      return outcome
    },
    async advance(...advances) {
      const outcome = await store.advance(...advances)
      if (outcome === 'advanced') stream.push(...advances.map(({ before, after }) => ({ before, after })))
      return outcome
    },
    async beginNextRun(record) {
      const outcome = await store.beginNextRun(record)
      if (outcome === 'begun') stream.push({ before: record, after: { ...record, run: record.run + 1 } })
      return outcome
    },
  }
}

let runs = 0
/** Numbers that no other run of this process gives: all share one table. */
function numbersOfRun() {
  const first = 1 + (++runs % 4_000) * 20
  let given = 0
  return {
    next: async (date: string) =>
      `${ACTED_COUNTY}${date.replaceAll('-', '')}${String(first + given++).padStart(5, '0')}`,
  }
}
