import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { isRefusal } from '../../shared/kernel/result.ts'
import { actions, stages } from '../../shared/lifecycle/lifecycle.ts'
import { actsAt } from '../support/case-acts.ts'
import type { CaseAct } from '../support/case-client.ts'
import { checkWorld, sentencesOf } from '../support/check-world.ts'
import type { CountyDatabase } from '../support/county-database.ts'
import { actsTo, beginnings, reportedOnly } from './begin.ts'
import { type ModelCounty, openModelCounty } from './county.ts'
import { carryOut, type Modelled, modelled, reasonsAgainst } from './reference.ts'

/** One thing that happens to a county. Numbers choose among what there is then. */
type Happening =
  | { readonly kind: 'report'; readonly beginning: string }
  | {
      readonly kind: 'act'
      readonly of: number
      readonly choice: number
      readonly seen: number
      readonly again: boolean
    }
  | { readonly kind: 'wrong'; readonly of: number; readonly choice: number }
  | { readonly kind: 'merge'; readonly of: number; readonly into: number }
  | { readonly kind: 'unmerge'; readonly of: number }
  | { readonly kind: 'time'; readonly minutes: number }
  | { readonly kind: 'stream'; readonly count: number; readonly twice: boolean }
  | { readonly kind: 'mishap'; readonly of: number }
  | { readonly kind: 'reconcile' }

const small = fc.nat(1_000)
const beginning = fc.oneof(fc.constant(reportedOnly), fc.constantFrom(...beginnings))
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('report' as const), beginning }) },
  {
    weight: 14,
    arbitrary: fc.record({
      kind: fc.constant('act' as const),
      of: small,
      choice: small,
      seen: fc.oneof(
        { weight: 12, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.integer({ min: -2, max: 2 }) },
      ),
      again: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wrong' as const), of: small, choice: small }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('merge' as const), of: small, into: small }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('unmerge' as const), of: small }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('time' as const),
      minutes: fc.oneof(fc.nat(40), fc.nat(3_000)),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('stream' as const), count: fc.nat(6), twice: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('mishap' as const), of: small }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'reconcile' } as const) },
)

export interface SequencesReport {
  readonly sequences: number
  readonly happenings: number
  readonly acts: number
  readonly refused: number
  readonly stages: ReadonlySet<string>
  /** The smallest sequence that the product and the model see differently, and how. */
  readonly failure?: string
}

/** Sequences under way at once, on one store: their commits share its syncs. */
const LANES = 8

/** Random sequences through the real use cases and store, each step against the model, each end against the invariants. */
export async function runSequences(
  database: CountyDatabase,
  { sequences, seed }: { sequences: number; seed: number },
): Promise<SequencesReport> {
  const counts = { happenings: 0, acts: 0, refused: 0, stages: new Set<string>() }
  const happenings = fc.array(happening, { minLength: 4, maxLength: 44 })
  const property = fc.asyncProperty(beginning, happenings, async (first, all) => {
    const sequence = beginSequence(openModelCounty(database), counts)
    await sequence.happen({ kind: 'report', beginning: first })
    for (const one of all) {
      counts.happenings++
      await sequence.happen(one)
    }
    await sequence.settle()
  })
  const lanes = await Promise.all(
    Array.from({ length: LANES }, (_, lane) =>
      fc.check(property, { numRuns: Math.ceil(sequences / LANES), seed: seed * LANES + lane }),
    ),
  )
  const failed = lanes.find((lane) => lane.failed)
  const failure = failed && `${String(failed.errorInstance)}\n${JSON.stringify(failed.counterexample)}`
  return {
    ...counts,
    sequences: lanes.reduce((sum, { numRuns }) => sum + numRuns, 0),
    ...(failure && { failure }),
  }
}

interface Counts {
  happenings: number
  acts: number
  refused: number
  stages: Set<string>
}

function beginSequence(county: ModelCounty, counts: Counts) {
  const models: Modelled[] = []
  const byId = (id: string) => models.find((one) => one.id === id)
  const seconds = () => Math.floor(county.clock.nowMs / 1000)

  async function report(toBegin: string) {
    const key = randomUUID()
    const answer = await county.report(key)
    if (isRefusal(answer)) throw new Error(`a report was refused: ${answer.refused}`)
    const model = modelled(answer.id)
    models.push(model)
    for (const one of actsTo(toBegin, county.clock.nowMs)) await act(model, one, 0, false)
  }

  async function act(model: Modelled, one: CaseAct, seen: number, again: boolean) {
    counts.acts++
    const key = randomUUID()
    const now = seconds()
    const answer = await county.act({ id: model.id, version: model.version + seen }, one, key)
    const reasons = seen === 0 ? reasonsAgainst(model, one, now) : ['case-changed']
    const lead =
      one.action === 'merge' ? byId(String(one.evidence.case)) : model.merged && byId(model.merged.into)
    if (one.action === 'merge' && (lead === undefined || lead === model || isOver(lead)))
      reasons.push('case-not-open')
    if (isRefusal(answer)) {
      counts.refused++
      if (!reasons.includes(answer.refused))
        throw new Error(
          `${one.action} at ${model.stage}: refused as ${answer.refused}, the model has ${reasons.join(' ') || 'no reason'}`,
        )
      return
    }
    if (reasons.length > 0)
      throw new Error(`${one.action} at ${model.stage}: taken, the model refuses it as ${reasons.join(' ')}`)
    carryOut(model, one, now)
    if (lead && (one.action === 'merge' || one.action === 'unmerge')) lead.version++
    counts.stages.add(model.stage)
    if (answer.stage !== model.stage || answer.version !== model.version)
      throw new Error(
        `${one.action} led to ${answer.stage} ${answer.version}, the model has ${model.stage} ${model.version}`,
      )
    if (!again) return
    const repeated = await county.act({ id: model.id, version: model.version - 1 }, one, key)
    if (JSON.stringify(repeated) !== JSON.stringify(answer))
      throw new Error(
        `${one.action} was answered otherwise when it was repeated: ${JSON.stringify(repeated)}`,
      )
  }

  /** What timers did meanwhile: nothing but what is theirs, which the invariants look at in the end. */
  async function takeNotice() {
    for (const model of models) {
      const file = await county.store.readFile(model.id)
      for (const row of file?.history.slice(model.version) ?? []) {
        if (row.post !== 'system') throw new Error(`${row.action} by ${row.post} was acknowledged to nobody`)
        const { action } = row
        if (action === 'wake')
          carryOut(model, { action, claims: { posts: ['system'] }, evidence: {} }, Date.parse(row.at) / 1000)
        else model.version = row.version
      }
    }
  }

  async function happen(one: Happening): Promise<void> {
    const chosen = 'of' in one ? models[one.of % models.length] : undefined
    switch (one.kind) {
      case 'report':
        return report(one.beginning)
      case 'act': {
        const choices = actsAt(chosen!.stage)
        if (choices.length > 0) await act(chosen!, choices[one.choice % choices.length]!, one.seen, one.again)
        return
      }
      case 'wrong': {
        const others = actions.filter((action) => action !== 'merge' && action !== 'assign')
        const action = others[one.choice % others.length]!
        const known = [...allActs()].find((each) => each.action === action)
        if (known) await act(chosen!, known, 0, false)
        return
      }
      case 'merge': {
        const into = models[one.into % models.length]!
        await act(chosen!, mergeInto(into.id), 0, false)
        return
      }
      case 'unmerge':
        return act(chosen!, unmergeAct, 0, false)
      case 'time':
        await county.machine.passTo(county.clock.nowMs + one.minutes * 60_000)
        return takeNotice()
      case 'stream':
        await county.deliver(one.count, one.twice)
        return takeNotice()
      case 'mishap':
        county.machine.abort(one.of)
        return
      case 'reconcile':
        await county.reconcile()
    }
  }

  return {
    happen,
    /** Everything is delivered, what was lost is found, and the world has to be sound. */
    async settle() {
      for (let round = 0; round < 3; round++) {
        await county.deliver(Number.POSITIVE_INFINITY)
        await county.machine.passTo(county.clock.nowMs + 5 * 60_000)
        await county.reconcile()
      }
      await county.deliver(Number.POSITIVE_INFINITY)
      const violations = sentencesOf(checkWorld(await county.world()))
      if (violations.length > 0) throw new Error(violations.join('\n'))
    },
  }
}

const isOver = ({ stage }: Modelled) =>
  ['closed', 'rejected', 'refused', 'void', 'transferred', 'merged'].includes(stage)

const dispatcher = { person: 'p-dispatcher', posts: ['dispatcher'] }
const mergeInto = (id: string): CaseAct => ({ action: 'merge', claims: dispatcher, evidence: { case: id } })
const unmergeAct: CaseAct = { action: 'unmerge', claims: dispatcher, evidence: { reason: '不是同一处' } }

function* allActs(): Iterable<CaseAct> {
  for (const stage of stages) yield* actsAt(stage)
}
