import { epochMsOf, type Instant, instantOf } from '../kernel/instant.ts'
import { type Limit, limitClock, limitSeconds } from '../kernel/limit.ts'
import type { Calendar } from './calendar.ts'
import { dueOf } from './due.ts'
import { addSeconds, secondsBetween } from './working-time.ts'

/**
 * The clock of one stage and round. What is due, used and overdue follows from what happened to it and from nothing else,
 * so it can be reckoned again from the history at any time.
 */
export interface StageClock {
  /** As it was when the clock began: later changes of the catalogue do not move it. */
  readonly limit: Limit
  readonly started: Instant
  /** While the clock stands: where it would be due had it not been stopped. */
  readonly due: Instant
  /** Extensions granted; each adds the limit once more. */
  readonly extensions: number
  /** 挂账: when it stood still. Only the last may lack its end. */
  readonly pauses: readonly Pause[]
  readonly finished?: Instant
}

export interface Pause {
  readonly from: Instant
  readonly until?: Instant
}

/** What happens to a clock, in order of time. */
export type ClockEvent =
  | { readonly kind: 'started'; readonly at: Instant; readonly limit: Limit }
  | { readonly kind: 'paused' | 'resumed' | 'extended' | 'finished'; readonly at: Instant }

const seconds = (instant: Instant) => epochMsOf(instant) / 1000

export const pausedSince = ({ pauses }: Pick<StageClock, 'pauses'>): Instant | undefined => {
  const last = pauses.at(-1)
  return last && last.until === undefined ? last.from : undefined
}

/** The clock after one more event. Throws RangeError for an event that cannot happen to it: guards refuse those before. */
export function clockAfter(calendar: Calendar, clock: StageClock | undefined, event: ClockEvent): StageClock {
  if (event.kind === 'started') {
    if (clock) throw new RangeError('A clock starts once; another round has another clock.')
    const { at, limit } = event
    return { limit, started: at, due: dueOf(calendar, limit, at), extensions: 0, pauses: [] }
  }
  if (!clock) throw new RangeError(`A clock that has not started cannot be ${event.kind}.`)
  if (clock.finished) throw new RangeError(`A clock that has finished cannot be ${event.kind}.`)
  return changes[event.kind](calendar, clock, event.at)
}

const changes = { paused, resumed, extended, finished } as const

/** The clock that these events make; undefined when there are none. */
export const replayed = (calendar: Calendar, events: readonly ClockEvent[]): StageClock | undefined =>
  events.reduce<StageClock | undefined>((clock, event) => clockAfter(calendar, clock, event), undefined)

function paused(_: Calendar, clock: StageClock, at: Instant): StageClock {
  if (pausedSince(clock)) throw new RangeError('A clock that stands cannot be paused.')
  return { ...clock, pauses: [...clock.pauses, { from: at }] }
}

/** What was left goes on from here. A clock that was overdue when it was paused stays so: its due is a fact. */
function resumed(calendar: Calendar, clock: StageClock, at: Instant): StageClock {
  const from = pausedSince(clock)
  if (!from) throw new RangeError('A clock that runs cannot be resumed.')
  const pauses = [...clock.pauses.slice(0, -1), { from, until: at }]
  if (clock.due <= from) return { ...clock, pauses }
  const runs = limitClock(clock.limit)
  const left = secondsBetween(calendar, runs, seconds(from), seconds(clock.due))
  return { ...clock, pauses, due: instantOf(addSeconds(calendar, runs, seconds(at), left) * 1000) }
}

function extended(calendar: Calendar, clock: StageClock, _: Instant): StageClock {
  const { limit, due, extensions } = clock
  const later = addSeconds(calendar, limitClock(limit), seconds(due), limitSeconds(limit))
  return { ...clock, extensions: extensions + 1, due: instantOf(later * 1000) }
}

/** A clock that stands is finished where it stopped. */
function finished(_: Calendar, clock: StageClock, at: Instant): StageClock {
  const from = pausedSince(clock)
  const pauses = from ? [...clock.pauses.slice(0, -1), { from, until: at }] : clock.pauses
  return { ...clock, pauses, finished: at }
}

/** Seconds that the clock ran, up to its finish or to `now`; time it stood is not counted. */
export function usedSeconds(calendar: Calendar, clock: StageClock, now: Instant): number {
  const runs = limitClock(clock.limit)
  const end = clock.finished ?? now
  const between = (from: Instant, until: Instant) =>
    secondsBetween(calendar, runs, seconds(from), seconds(until))
  const stood = clock.pauses.reduce((sum, { from, until }) => sum + between(from, until ?? end), 0)
  return between(clock.started, end) - stood
}

/** Whether the due instant came while the clock ran: at the latest moment that counts, its finish, its pause or `now`. */
export function isOverdue(clock: StageClock, now: Instant): boolean {
  const last = clock.finished ?? pausedSince(clock) ?? now
  return clock.due <= last
}

/** 总时钟: seconds from the report to the close (or to `now`). Never paused, never reset. */
export const totalSeconds = (reported: Instant, closedOrNow: Instant): number =>
  Math.max(0, seconds(closedOrNow) - seconds(reported))
