import type { Calendar } from '../deadlines/calendar.ts'
import type { Limit } from '../kernel/limit.ts'
import type { Grants } from '../lifecycle/grants.ts'
import { holderOf, lifecycle, type Stage } from '../lifecycle/lifecycle.ts'
import type { Post } from '../lifecycle/posts.ts'

/** What a county's cases run by now. A case keeps what it was given: its due, its limit, its catalogue. */
export interface Terms {
  readonly calendar: Calendar
  /** The hours that somebody is on duty; absent where they are everybody's. */
  readonly duty?: Calendar
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

/** Posts that work at a desk of the centre. */
const desks: readonly (Post | undefined)[] = ['acceptor', 'shift-leader', 'dispatcher']

/** Desk work is timed by the hours that somebody is on duty, so that no morning starts red; all else by the calendar. */
export const stageCalendar = (
  { calendar, duty }: Pick<Terms, 'calendar' | 'duty'>,
  stage: Stage,
): Calendar => (duty && desks.includes(holderOf(stage)) ? duty : calendar)
