import * as z from 'zod'
import { ownDays, season } from '../deadlines/calendar.ts'

/** Which calendar: an id that is frozen once published. */
export const calendarVersion = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)

/** One frozen calendar as the list of a city's versions tells of it. */
export const calendarPublication = z.object({
  /** Counts from 1 within the city. */
  sequence: z.int().min(1),
  version: calendarVersion,
  at: z.iso.datetime(),
  person: z.string(),
  /** Years whose public holidays it knows. */
  years: z.array(z.int()),
})
export type CalendarPublication = z.output<typeof calendarPublication>

/** A county's own days and hours, on top of whatever calendar its settings name. */
export const ownCalendar = z.strictObject({ ...ownDays.shape, seasons: z.array(season).max(8) })
export type OwnCalendar = z.output<typeof ownCalendar>

/** One version of them; the newest is in force. */
export const ownVersion = z.object({
  sequence: z.int().min(1),
  at: z.iso.datetime(),
  person: z.string(),
  own: ownCalendar,
})
export type OwnVersion = z.output<typeof ownVersion>
