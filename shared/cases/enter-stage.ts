import { dueOf } from '../deadlines/due.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Stage } from '../lifecycle/lifecycle.ts'
import type { CaseRecord } from './record.ts'
import { stageCalendar, stageLimit, type Terms } from './terms.ts'

/** What entering a stage sets: its clock starts, and keeps the limit it started under; an end has none. */
export function enterStage(
  stage: Stage,
  at: Instant,
  terms: Terms,
): Pick<CaseRecord, 'stage' | 'entered' | 'limit' | 'due' | 'overdue'> {
  const limit = stageLimit(terms, stage)
  const clock = limit ? { limit, due: dueOf(stageCalendar(terms, stage), limit, at) } : {}
  return { stage, entered: at, overdue: false, ...clock }
}
