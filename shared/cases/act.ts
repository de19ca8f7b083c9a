import { caseChain, type Digest, rowHash } from '../audit/chain.ts'
import { epochMsOf, type Instant } from '../kernel/instant.ts'
import { isRefusal, type Refusal } from '../kernel/result.ts'
import { type Actor, decide } from '../lifecycle/decide.ts'
import type { EvidenceGiven } from '../lifecycle/evidence.ts'
import type { Action } from '../lifecycle/lifecycle.ts'
import { enterStage } from './enter-stage.ts'
import { type CaseRecord, type HistoryRow, rememberKey } from './record.ts'
import type { Terms } from './terms.ts'

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
}

/** A case before and after one act, and the row that tells of it. Before is what the write must still find. */
export interface Advance {
  readonly before: CaseRecord
  readonly after: CaseRecord
  readonly history: HistoryRow
}

/** Judges an act on a case and says what it makes of it; writes nothing. */
export function actOn(record: CaseRecord, act: Act, terms: Terms): Advance | Refusal {
  const decision = decide(record.stage, act.action, act.actor, act.evidence, terms.grants)
  if (isRefusal(decision)) return decision
  const version = record.version + 1
  const { due: _due, limit: _limit, ...kept } = record
  const clock = clockAfter(record, act, decision.to, terms)
  const history = historyOf(record, { ...clock, version }, act, decision.post)
  const after: CaseRecord = {
    ...kept,
    ...clock,
    ...filedUnder(act, terms),
    version,
    recentKeys: act.keyDigest ? rememberKey(record.recentKeys, version, act.keyDigest) : record.recentKeys,
    head: rowHash(act.digest, caseChain(record.tenant, record.id), version, history),
  }
  return { before: record, after, history }
}

/** Marking a stage overdue leaves its clock as it is; everything else enters the stage it leads to. */
function clockAfter(record: CaseRecord, act: Act, to: CaseRecord['stage'], terms: Terms) {
  if (act.action !== 'mark-overdue') return enterStage(to, act.at, terms)
  const { stage, entered, limit, due } = record
  return { stage, entered, overdue: true, ...(limit && { limit }), ...(due && { due }) }
}

/** Whoever chooses the condition chooses it from the catalogue in force; the case keeps that one. */
const filedUnder = ({ evidence }: Act, { catalogue }: Terms) =>
  evidence.filingCondition !== undefined && catalogue !== undefined ? { catalogue } : {}

function historyOf(
  before: CaseRecord,
  after: Pick<CaseRecord, 'version' | 'stage' | 'due'>,
  act: Act,
  post: HistoryRow['post'],
): HistoryRow {
  return {
    version: after.version,
    action: act.action,
    post,
    ...(act.actor.kind === 'person' && { person: act.actor.person }),
    at: act.at,
    evidence: act.evidence,
    key: act.key,
    bodyHash: act.bodyHash,
    from: before.stage,
    to: after.stage,
    ...(after.due && { due: after.due }),
    previous: before.head,
  }
}

/** Whether the stage's term is over and has not been marked yet. */
export const isNewlyOverdue = (record: CaseRecord, nowMs: number): boolean =>
  record.due !== undefined && !record.overdue && nowMs >= epochMsOf(record.due)
