import type { Calendar } from '../deadlines/calendar.ts'
import type { Limit } from '../kernel/limit.ts'
import type { Grants } from '../lifecycle/grants.ts'
import { lifecycle, type Stage } from '../lifecycle/lifecycle.ts'

/** What a county's cases run by now. A case keeps what it was given: its due, its limit, its catalogue. */
export interface Terms {
  readonly calendar: Calendar
  /** Limits of stages that the county sets for itself. */
  readonly limits: Readonly<Partial<Record<Stage, Limit>>>
  /** Who may take which action, where the county says it otherwise than the lifecycle. */
  readonly grants?: Grants
  /** Version of the catalogue in force; absent while the county has none. */
  readonly catalogue?: string
}

/** The limit of a stage in this county; undefined once a case has ended. */
export function stageLimit({ limits }: Terms, stage: Stage): Limit | undefined {
  const row = lifecycle[stage]
  return row.open ? (limits[stage] ?? row.limit) : undefined
}
