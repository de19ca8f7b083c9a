import type { Calendar } from '../deadlines/calendar.ts'
import type { Instant } from '../kernel/instant.ts'
import { type Limit, type LimitUnit, limitUnits } from '../kernel/limit.ts'
import type { Judging } from '../lifecycle/decide.ts'
import type { Distances } from '../lifecycle/escalation.ts'
import type { Grants } from '../lifecycle/grants.ts'
import { type AreaClass, type ByArea, holderOf, lifecycle, type Stage } from '../lifecycle/lifecycle.ts'
import type { Channel } from './channels.ts'
import type { FilingRule } from './filing-rule.ts'

/** What a county's cases run by now. A case keeps what it was given: its due, its limit, its catalogue. */
export interface Terms {
  readonly calendar: Calendar
  /** The hours that somebody is on duty; absent where they are everybody's. */
  readonly duty?: Calendar
  /** Limits of stages that the county sets for itself. */
  readonly limits: Readonly<Partial<Record<Stage, Limit>>>
  /** Who may take which action, where the county says it otherwise than the lifecycle. */
  readonly grants?: Grants
  /** The county's own distances between the steps of the ladder. */
  readonly ladder?: Distances
  /** What the machine accepts and files by itself; nothing unless the county says so. */
  readonly filedByRule?: readonly FilingRule[]
  /** How long each who decides a request has for it, where the county says it otherwise. */
  readonly requestLimit?: Limit
  /** Of a hundred inspections so many may pass from afar; all of them where the county says nothing. */
  readonly remoteInspections?: number
  /** Ways in that are open; absent for a county that the register does not know. */
  readonly channels?: readonly Channel[]
  /** Version of the catalogue in force; absent while the county has none. */
  readonly catalogue?: string
}

/** What of a case decides how long a stage may take. */
export interface Timed {
  readonly areaClass?: AreaClass
  readonly urgent?: true
}

/** How long each who decides a request has for it, unless the county says otherwise. */
export const usualRequestLimit: Limit = { amount: 4, unit: 'work_hour' }

/** What the judge of acts needs of the county. */
export const judgingBy = (
  { grants, remoteInspections }: Pick<Terms, 'grants' | 'remoteInspections'>,
  at: Instant,
): Judging => ({
  at,
  ...(grants && { grants }),
  ...(remoteInspections !== undefined && { remoteInspections }),
})

/**
 * The limit of a stage in this county; undefined where its clock is not its own (handling, a suspension) or there is none.
 * Desk limits of what is urgent run on outside duty hours.
 */
export function stageLimit(
  { limits }: Pick<Terms, 'limits'>,
  stage: Stage,
  timed: Timed = {},
): Limit | undefined {
  const row = lifecycle[stage]
  if (!row.open || typeof row.limit === 'string') return undefined
  const limit = limits[stage] ?? ofArea(row.limit, timed.areaClass ?? 'built-up')
  return timed.urgent && atDesk(stage) ? { ...limit, unit: continuous[limit.unit] ?? limit.unit } : limit
}

const ofArea = (limit: Limit | ByArea, areaClass: AreaClass): Limit =>
  'unit' in limit ? limit : limit[areaClass]

const continuous: Readonly<Partial<Record<LimitUnit, LimitUnit>>> = {
  work_minute: 'urgent_minute',
  work_hour: 'urgent_hour',
}

/** A condition with such a limit makes a case urgent. */
export const isUrgentLimit = ({ unit }: Limit): boolean => unit.startsWith('urgent_') && unit in limitUnits

/** Posts that work at a desk of the centre. */
const desks: readonly ReturnType<typeof holderOf>[] = ['acceptor', 'shift-leader', 'dispatcher']
const atDesk = (stage: Stage) => desks.includes(holderOf(stage))

/** Desk work is timed by the hours that somebody is on duty, so that no morning starts red; all else by the calendar. */
export const stageCalendar = (
  { calendar, duty }: Pick<Terms, 'calendar' | 'duty'>,
  stage: Stage,
): Calendar => (duty && atDesk(stage) ? duty : calendar)
