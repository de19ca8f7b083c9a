import * as z from 'zod'
import { type Calendar, dayOf, slotsOf } from '../deadlines/calendar.ts'

/** What a day of a year is, and by whose word: the week's, the State Council's notice, the county's own. */
export const dayMarks = ['work', 'off', 'holiday', 'make-up', 'own-off', 'own-work'] as const
export type DayMark = (typeof dayMarks)[number]

export const markedDay = z.object({ date: z.iso.date(), mark: z.enum(dayMarks) })
export type MarkedDay = Readonly<z.output<typeof markedDay>>

const DAY_MS = 86_400_000

/** Every day of a year as a calendar has it. */
export function daysOfYear(calendar: Calendar, year: number): MarkedDay[] {
  const first = Date.UTC(year, 0, 1)
  const count = (Date.UTC(year + 1, 0, 1) - first) / DAY_MS
  return Array.from({ length: count }, (_, at) => {
    const date = new Date(first + at * DAY_MS).toISOString().slice(0, 10)
    return { date, mark: markOf(calendar, date) }
  })
}

function markOf(calendar: Calendar, date: string): DayMark {
  const { own, years } = calendar
  if (own?.daysOff.includes(date)) return 'own-off'
  if (own?.workdays.includes(date)) return 'own-work'
  const published = years[date.slice(0, 4)]
  if (published?.holidays.includes(date)) return 'holiday'
  if (published?.workdays.includes(date)) return 'make-up'
  return slotsOf(calendar, dayOf(date)).length > 0 ? 'work' : 'off'
}
