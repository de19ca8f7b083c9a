import { dueOf } from '../deadlines/due.ts'
import { epochMsOf, type Instant } from '../kernel/instant.ts'
import { ladderStep } from '../lifecycle/escalation.ts'
import { type Action, lifecycle } from '../lifecycle/lifecycle.ts'
import type { CaseRecord } from './record.ts'
import { stageCalendar, type Terms } from './terms.ts'

/** What the timer of a case proposes next, and when. */
export interface Awaited {
  readonly at: Instant
  readonly action: Action
}

/** Undefined where nothing is awaited any more but the end of the run. */
export function awaitedOf(record: CaseRecord): Awaited | undefined {
  const row = lifecycle[record.stage]
  if (!row.open || !record.due) return undefined
  if (!record.overdue) return { at: record.due, action: row.whenDue ?? 'mark-overdue' }
  const { step, next } = record.escalation ?? {}
  const rung = step === undefined ? undefined : ladderStep(step, record.grave === true)
  return rung && next ? { at: next, action: rung.action } : undefined
}

/** What is to be done by now; undefined before its time. */
export function proposedBy(record: CaseRecord, nowMs: number): Action | undefined {
  const awaited = awaitedOf(record)
  return awaited && nowMs >= epochMsOf(awaited.at) ? awaited.action : undefined
}

/** The ladder after its step before `step` was taken at `at`: when the next is, if there is one. */
export function climbed(
  { stage, grave }: Pick<CaseRecord, 'stage' | 'grave'>,
  step: number,
  at: Instant,
  terms: Terms,
): NonNullable<CaseRecord['escalation']> {
  const rung = ladderStep(step, grave === true)
  if (!rung) return { step }
  const limit = terms.ladder?.[rung.action] ?? rung.after
  return { step, next: dueOf(stageCalendar(terms, stage), limit, at) }
}
