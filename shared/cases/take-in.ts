import { caseChain, rowHash } from '../audit/chain.ts'
import { lifecycle } from '../lifecycle/lifecycle.ts'
import { type Act, type Advance, factsOf } from './act.ts'
import type { CaseRecord, HistoryRow } from './record.ts'

/** Whether another case can be merged into this one: it is open, and another. */
export const canTakeIn = (lead: CaseRecord, other: Pick<CaseRecord, 'id'>): boolean =>
  lifecycle[lead.stage].open && lead.id !== other.id

type Joining = Pick<Act, 'at' | 'key' | 'bodyHash' | 'digest'> & {
  /** Merged into it; otherwise that is undone. */
  readonly joins: boolean
}

/**
 * What merging a case, or undoing that, makes of the one in the lead: it counts who waits for it, and its history tells of
 * them. Committed with the act on the merged case, or not at all.
 */
export function takenIn(
  lead: CaseRecord,
  merged: Pick<CaseRecord, 'id'>,
  { joins, ...act }: Joining,
): Advance {
  const version = lead.version + 1
  const row: HistoryRow = {
    version,
    action: joins ? 'take-in' : 'let-go',
    post: 'system',
    at: act.at,
    evidence: { case: merged.id },
    key: act.key,
    bodyHash: act.bodyHash,
    from: lead.stage,
    to: lead.stage,
    ...(lead.due && { due: lead.due }),
    episode: lead.episode,
    ...(lead.round && { round: lead.round }),
    of: factsOf(lead),
    previous: lead.head,
  }
  const after = {
    ...lead,
    version,
    takenIn: Math.max(0, (lead.takenIn ?? 0) + (joins ? 1 : -1)),
    head: rowHash(act.digest, caseChain(lead.tenant, lead.id), version, row),
  }
  return { before: lead, after, history: [row] }
}
