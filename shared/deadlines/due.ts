import { epochMsOf, type Instant, instantOf } from '../kernel/instant.ts'
import { type Limit, limitClock, limitSeconds } from '../kernel/limit.ts'
import { type Calendar, unpublishedYears } from './calendar.ts'
import { addSeconds } from './working-time.ts'

const seconds = (instant: Instant) => epochMsOf(instant) / 1000

/** When a stage entered at `entered` is due under its limit. */
export const dueOf = (calendar: Calendar, limit: Limit, entered: Instant): Instant =>
  instantOf(addSeconds(calendar, limitClock(limit), seconds(entered), limitSeconds(limit)) * 1000)

/** Years the term runs through without published holidays; of no matter to a continuous clock. */
export const guessedYears = (calendar: Calendar, limit: Limit, entered: Instant, due: Instant): number[] =>
  limitClock(limit) === 'work' ? unpublishedYears(calendar, seconds(entered), seconds(due)) : []
