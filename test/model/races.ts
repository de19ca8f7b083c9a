import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { isRefusal } from '../../shared/kernel/result.ts'
import { actsAt } from '../support/case-acts.ts'
import { checkWorld, sentencesOf } from '../support/check-world.ts'
import type { CountyDatabase } from '../support/county-database.ts'
import { actsTo, beginnings, reportedOnly } from './begin.ts'
import { type ModelCounty, openModelCounty } from './county.ts'

/** Somebody who does something at the same moment as the others. */
type Racer =
  | { readonly kind: 'act'; readonly choice: number; readonly again: boolean }
  | { readonly kind: 'timer' }
  | { readonly kind: 'stream'; readonly twice: boolean }
  | { readonly kind: 'reconcile' }

const racer: fc.Arbitrary<Racer> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('act' as const), choice: fc.nat(1_000), again: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.constant({ kind: 'timer' } as const) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('stream' as const), twice: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'reconcile' } as const) },
)

export interface RacesReport {
  readonly interleavings: number
  readonly racers: number
  readonly timers: number
  readonly won: number
  readonly lost: number
  readonly stages: ReadonlySet<string>
  readonly failure?: string
}

/** Interleavings under way at once, on one store: their commits share its syncs. */
const LANES = 8

/** People, timers and the stream at once on one case: every await of the store goes on in an order that chance decides. */
export async function runRaces(
  database: CountyDatabase,
  { interleavings, seed }: { interleavings: number; seed: number },
): Promise<RacesReport> {
  const counts = { racers: 0, timers: 0, won: 0, lost: 0, stages: new Set<string>() }
  const property = fc.asyncProperty(
    fc.scheduler(),
    fc.constantFrom(reportedOnly, ...beginnings),
    fc.array(racer, { minLength: 2, maxLength: 5 }),
    async (scheduler, beginning, racers) => {
      let racing = false
      const county = openModelCounty(database, (store) =>
        gated(store, async () => {
          if (racing) await scheduler.schedule(Promise.resolve())
        }),
      )
      const own = await walked(county, beginning)
      counts.stages.add(own.stage)
      racing = true
      const running = racers.map((one) => start(county, own, one))
      const all = await scheduler.waitFor(Promise.all(running))
      racing = false
      counts.racers += racers.length
      counts.timers += racers.filter(({ kind }) => kind === 'timer').length
      counts.won += all.filter((outcome) => outcome === 'won').length
      counts.lost += all.filter((outcome) => outcome === 'lost').length
      await settle(county)
    },
  )
  const lanes = await Promise.all(
    Array.from({ length: LANES }, (_, lane) =>
      fc.check(property, { numRuns: Math.ceil(interleavings / LANES), seed: seed * LANES + lane }),
    ),
  )
  const failed = lanes.find((lane) => lane.failed)
  const failure = failed && `${String(failed.errorInstance)}\n${String(failed.counterexample)}`
  return {
    ...counts,
    interleavings: lanes.reduce((sum, { numRuns }) => sum + numRuns, 0),
    ...(failure && { failure }),
  }
}

/** A store whose every call waits for its turn, before and after. */
function gated<S extends object>(store: S, turn: () => Promise<void>): S {
  const wrap =
    (call: (...given: unknown[]) => Promise<unknown>) =>
    async (...given: unknown[]) => {
      await turn()
      const outcome = await call(...given)
      await turn()
      return outcome
    }
  return Object.fromEntries(
    Object.entries(store).map(([name, call]) => [name, wrap(call as Parameters<typeof wrap>[0])]),
  ) as S
}

interface Own {
  readonly id: string
  readonly version: number
  readonly stage: string
}

/** A new case, as far as it is to begin, with its run beside it. */
async function walked(county: ModelCounty, beginning: string): Promise<Own> {
  const report = await county.report(randomUUID())
  if (isRefusal(report)) throw new Error(`a report was refused: ${report.refused}`)
  let own: Own = report
  for (const act of actsTo(beginning, county.clock.nowMs)) {
    const answer = await county.act(own, act, randomUUID())
    if (isRefusal(answer)) throw new Error(`${act.action} was refused: ${answer.refused}`)
    own = answer
  }
  await county.deliver(Number.POSITIVE_INFINITY)
  return own
}

async function start(county: ModelCounty, own: Own, one: Racer): Promise<'won' | 'lost' | undefined> {
  switch (one.kind) {
    case 'timer':
      await county.machine.passTo(county.clock.nowMs + 26 * 3_600_000)
      return undefined
    case 'stream':
      await county.deliver(2, one.twice)
      return undefined
    case 'reconcile':
      await county.reconcile()
      return undefined
    case 'act': {
      const choices = actsAt(own.stage)
      const act = choices[one.choice % choices.length]!
      const key = randomUUID()
      const [answer, again] = await Promise.all([
        county.act(own, act, key),
        one.again ? county.act(own, act, key) : undefined,
      ])
      if (again !== undefined && !isRefusal(answer) && !isRefusal(again) && again.version !== answer.version)
        throw new Error('one key had two effects')
      return isRefusal(answer) ? 'lost' : 'won'
    }
  }
}

async function settle(county: ModelCounty): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await county.deliver(Number.POSITIVE_INFINITY)
    await county.machine.passTo(county.clock.nowMs + 5 * 60_000)
    await county.reconcile()
  }
  await county.deliver(Number.POSITIVE_INFINITY)
  const violations = sentencesOf(checkWorld(await county.world()))
  if (violations.length > 0) throw new Error(violations.join('\n'))
}
