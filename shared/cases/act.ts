import { caseChain, type Digest, rowHash } from '../audit/chain.ts'
import type { ConditionRule } from '../catalogue/rules.ts'
import type { Instant } from '../kernel/instant.ts'
import { isRefusal, type Refusal } from '../kernel/result.ts'
import { type Actor, type Decision, decide } from '../lifecycle/decide.ts'
import type { EvidenceGiven } from '../lifecycle/evidence.ts'
import { type Action, closedStage, lifecycle, type Stage } from '../lifecycle/lifecycle.ts'
import { type Changes, changesBy } from './changes.ts'
import { dueAfterPause, endedRound, endedStageClock, enterStage, handlingAfter } from './clocks.ts'
import { type CaseRecord, type HistoryRow, rememberKey } from './record.ts'
import { judgingBy, stageCalendar, type Terms } from './terms.ts'

export interface Act {
  readonly action: Action
  readonly actor: Actor
  readonly evidence: EvidenceGiven
  readonly at: Instant
  readonly key: string
  /** Absent for the system's acts: nobody repeats those. */
  readonly keyDigest?: string
  readonly bodyHash: string
  /** Links the row into the case's chain. */
  readonly digest: Digest
  /** The condition that the evidence names, of the catalogue in force. */
  readonly condition?: Pick<ConditionRule, 'kind' | 'limit'>
  readonly series?: HistoryRow['series']
}

/** A case before and after one commit, and the rows that tell of it. Before is what the write must still find. */
export interface Advance {
  readonly before: CaseRecord
  readonly after: CaseRecord
  readonly history: readonly HistoryRow[]
}

/** Judges an act on a case and says what it makes of it; writes nothing. */
export function actOn(record: CaseRecord, act: Act, terms: Terms): Advance | Refusal {
  const decision = decide(record, act.action, act.actor, act.evidence, judgingBy(terms, act.at))
  return isRefusal(decision) ? decision : advanced(record, act, decision, terms)
}

/** Several acts in one commit, one after the other (merged posts): all of them or none. */
export function actInSeries(record: CaseRecord, acts: readonly Act[], terms: Terms): Advance | Refusal {
  const history: HistoryRow[] = []
  let after = record
  for (const [index, act] of acts.entries()) {
    const series = acts.length > 1 ? { series: { of: acts.length, at: index + 1 } } : {}
    const next = actOn(after, { ...act, ...series }, terms)
    if (isRefusal(next)) return next
    history.push(...next.history)
    after = next.after
  }
  return { before: record, after, history }
}

function advanced(record: CaseRecord, act: Act, decision: Decision, terms: Terms): Advance {
  const { at } = act
  const to = decision.to === 'left' ? (record.merged?.from ?? record.stage) : decision.to
  const changed = withChanges(record, changesBy({ record, act, terms }, decision))
  const moved = withChanges(changed, stageChanges(record, changed, { act, to, decision }, terms))
  const version = record.version + 1
  const after: CaseRecord = {
    ...moved,
    version,
    recentKeys: act.keyDigest ? rememberKey(record.recentKeys, version, act.keyDigest) : record.recentKeys,
  }
  const clock = record.stage === to ? undefined : endedStageClock(record, at, terms)
  const handlingClock =
    record.handling && record.handling.started !== after.handling?.started
      ? endedRound(record, at, terms)
      : undefined
  const history: HistoryRow = {
    ...rowOf(record, after, act, decision),
    ...(clock && { clock }),
    ...(handlingClock && { handlingClock }),
  }
  const head = rowHash(act.digest, caseChain(record.tenant, record.id), version, history)
  return { before: record, after: { ...after, head }, history: [history] }
}

/** An act that stays at its stage leaves the clock as it is; everything else enters the stage it leads to. */
function stageChanges(
  record: CaseRecord,
  changed: CaseRecord,
  { act, to, decision }: { act: Act; to: Stage; decision: Decision },
  terms: Terms,
): Changes {
  if (to === record.stage) return {}
  const { at } = act
  const begins = !lifecycle[record.stage].open && lifecycle[to].open
  const left = {
    request: undefined,
    escalation: undefined,
    ...(begins && { run: record.run + 1 }),
    ...(to === closedStage && { closedAt: at }),
  }
  if (decision.to === 'left') return { ...left, ...unmerged(changed, at, terms) }
  const until = record.request?.until ?? act.evidence.until
  return { ...left, ...enterStage(to, at, terms, changed, until), ...ending(changed, to) }
}

/** An end keeps no clock of handling running; a merged case may come back to it. */
const ending = ({ merged }: CaseRecord, to: Stage): Changes =>
  lifecycle[to].open || merged ? {} : { handling: undefined }

/** Back to where it was, with what was left of its clocks: the time in between is not counted. */
function unmerged({ merged, handling, term }: CaseRecord, at: Instant, terms: Terms): Changes {
  if (!merged) throw new Error('Only a merged case returns to where it was.')
  const { from: stage, limit, due, overdue, at: from } = merged
  const calendar = stageCalendar(terms, stage)
  return {
    stage,
    entered: at,
    overdue,
    limit,
    due: limit && due && dueAfterPause(calendar, limit, due, { from, at }),
    merged: undefined,
    ...(handling &&
      term && { handling: handlingAfter(terms.calendar, term, handling, { kind: 'resumed', at }) }),
  }
}

function rowOf(
  before: CaseRecord,
  after: CaseRecord,
  act: Act,
  { post, skipped, granted }: Decision,
): HistoryRow {
  const { version, stage, due, episode, round } = after
  return {
    version,
    action: act.action,
    post,
    ...(act.actor.kind === 'person' && { person: act.actor.person }),
    at: act.at,
    evidence: act.evidence,
    key: act.key,
    bodyHash: act.bodyHash,
    from: before.stage,
    to: stage,
    ...(due && { due }),
    ...(after.overdue && { overdue: true }),
    episode,
    ...(round && { round }),
    of: factsOf(after),
    ...(skipped && { skipped }),
    ...(granted && { granted }),
    ...(act.series && { series: act.series }),
    previous: before.head,
  }
}

/** What figures and readers of the history need of the case at that moment. */
export const factsOf = ({ channel, kind, area, unit }: HistoryRow['of']): HistoryRow['of'] => ({
  channel,
  ...(kind && { kind }),
  ...(area && { area }),
  ...(unit && { unit }),
})

const withChanges = (record: CaseRecord, changes: Changes): CaseRecord =>
  present({ ...record, ...changes }) as CaseRecord

/** Without the fields that are there but undefined. */
const present = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T
