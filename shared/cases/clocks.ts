import type { Calendar } from '../deadlines/calendar.ts'
import { dueOf } from '../deadlines/due.ts'
import {
  type ClockEvent,
  clockAfter,
  isOverdue,
  type StageClock,
  usedSeconds,
} from '../deadlines/stage-clock.ts'
import { addSeconds, secondsBetween } from '../deadlines/working-time.ts'
import { epochMsOf, type Instant, instantOf } from '../kernel/instant.ts'
import { type Limit, limitClock } from '../kernel/limit.ts'
import { lifecycle, type Stage } from '../lifecycle/lifecycle.ts'
import type { CaseRecord, EndedClock, HandlingClock } from './record.ts'
import { stageCalendar, stageLimit, type Terms } from './terms.ts'

type OfStage = Pick<CaseRecord, 'stage' | 'entered' | 'overdue'> & {
  readonly limit?: Limit | undefined
  readonly due?: Instant | undefined
}
type Entering = Pick<CaseRecord, 'areaClass' | 'urgent' | 'term' | 'handling'>

/**
 * What entering a stage sets: its clock starts, and keeps the limit it started under; an end has none. `until`: the end of
 * a suspension that begins.
 */
export function enterStage(
  stage: Stage,
  at: Instant,
  terms: Terms,
  { term, handling, ...timed }: Entering,
  until?: Instant,
): OfStage {
  const row = lifecycle[stage]
  const begun = { stage, entered: at, overdue: false, limit: undefined, due: undefined }
  if (!row.open) return begun
  if (row.limit === 'asked') return { ...begun, due: until }
  if (row.limit === 'round')
    return { ...begun, limit: term, due: handling?.due, overdue: handling?.marked === true }
  const limit = stageLimit(terms, stage, timed)
  if (!limit) return begun
  const own = dueOf(stageCalendar(terms, stage), limit, at)
  // signing for runs inside the limit of handling
  return { ...begun, limit, due: handling && handling.due < own ? handling.due : own }
}

/** The clock of a round of handling with the limit that the case keeps for it. */
export const roundClock = (term: Limit, { started, due, extensions, pauses }: HandlingClock): StageClock => ({
  limit: term,
  started,
  due,
  extensions,
  pauses,
})

/** The clock of handling after one more event; a mark of its due goes when the due moves on. */
export function handlingAfter(
  calendar: Calendar,
  term: Limit,
  before: HandlingClock | undefined,
  event: ClockEvent,
): HandlingClock {
  const { started, due, extensions, pauses } = clockAfter(calendar, before && roundClock(term, before), event)
  const marked = before?.marked && due === before.due
  return { started, due, extensions, pauses, ...(marked && { marked }) }
}

/** The clock of the stage that an act leaves; undefined where none ran. */
export function endedStageClock(record: CaseRecord, at: Instant, terms: Terms): EndedClock | undefined {
  const { stage, entered, limit, due } = record
  if (!limit || !due) return undefined
  return ended(stageCalendar(terms, stage), { limit, started: entered, due, extensions: 0, pauses: [] }, at)
}

/** The clock of the round that an act ends. */
export function endedRound(
  { term, handling }: Pick<CaseRecord, 'term' | 'handling'>,
  at: Instant,
  { calendar }: Terms,
): EndedClock | undefined {
  return term && handling && ended(calendar, roundClock(term, handling), at)
}

function ended(calendar: Calendar, running: StageClock, at: Instant): EndedClock {
  const clock = clockAfter(calendar, running, { kind: 'finished', at })
  const used = usedSeconds(calendar, clock, at)
  const whole = usedSeconds(calendar, { ...clock, pauses: [] }, at)
  return {
    started: clock.started,
    due: clock.due,
    used,
    paused: whole - used,
    overdue: isOverdue(clock, at),
    ...(clock.extensions > 0 && { extensions: clock.extensions }),
  }
}

/** A due with what was left of its limit when the clock stood still, counted on from `at`; one that was over stays. */
export function dueAfterPause(
  calendar: Calendar,
  limit: Limit,
  due: Instant,
  { from, at }: { from: Instant; at: Instant },
): Instant {
  if (due <= from) return due
  const runs = limitClock(limit)
  const left = secondsBetween(calendar, runs, seconds(from), seconds(due))
  return instantOf(addSeconds(calendar, runs, seconds(at), left) * 1000)
}

const seconds = (instant: Instant) => epochMsOf(instant) / 1000
