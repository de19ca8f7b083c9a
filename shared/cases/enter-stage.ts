import type { Calendar } from '../deadlines/calendar.ts'
import { dueOf } from '../deadlines/due.ts'
import type { Instant } from '../kernel/instant.ts'
import { lifecycle, type Stage } from '../lifecycle/lifecycle.ts'
import type { CaseRecord } from './record.ts'

/** What entering a stage sets: its clock starts; an end has none. */
export function enterStage(
  stage: Stage,
  at: Instant,
  calendar: Calendar,
): Pick<CaseRecord, 'stage' | 'entered' | 'due' | 'overdue'> {
  const row = lifecycle[stage]
  const due = row.open ? { due: dueOf(calendar, row.limit, at) } : {}
  return { stage, entered: at, overdue: false, ...due }
}
