import { type Calendar, chinaDay, dayOf, type PublishedYear, slotsOf } from '../deadlines/calendar.ts'
import { chinaDate } from '../kernel/instant.ts'
import type { FieldCode, FieldProblem } from '../kernel/result.ts'
import type { OwnCalendar } from './publication.ts'

/**
 * What is wrong with the published days of a year, each by its place in its list. A holiday may fall on a weekend, as the
 * notices list them; a make-up day falls on a day that is off.
 */
export function yearProblems(week: Calendar['week'], year: number, days: PublishedYear): FieldProblem[] {
  const { holidays, workdays } = days
  const outside = (date: string) => !date.startsWith(`${year}-`)
  const free = (date: string) => week[new Date(date).getUTCDay()]?.length === 0
  return [
    ...found('holidays', holidays, 'outside-year', outside, year),
    ...found('workdays', workdays, 'outside-year', outside, year),
    ...repeats('holidays', holidays),
    ...repeats('workdays', workdays),
    ...found('workdays', workdays, 'in-both-lists', (date) => holidays.includes(date)),
    ...found('workdays', workdays, 'works-anyway', (date) => !free(date)),
  ]
}

/** What is wrong with what a county would put on top of a calendar: days that change nothing are mistakes. */
export function ownProblems(base: Calendar, { daysOff, workdays, seasons }: OwnCalendar): FieldProblem[] {
  const works = (date: string) => slotsOf(base, dayOf(date)).length > 0
  return [
    ...repeats('daysOff', daysOff),
    ...repeats('workdays', workdays),
    ...found('workdays', workdays, 'in-both-lists', (date) => daysOff.includes(date)),
    ...found('daysOff', daysOff, 'off-anyway', (date) => !works(date)),
    ...found('workdays', workdays, 'works-anyway', works),
    ...seasons.flatMap(({ from }, at): FieldProblem[] =>
      at > 0 && from <= (seasons[at - 1]?.to ?? '')
        ? [{ field: `seasons.${at}.from`, code: 'overlapping' }]
        : [],
    ),
  ]
}

/** A problem for each date that is so. */
const found = (
  list: string,
  dates: readonly string[],
  code: FieldCode,
  is: (date: string, at: number) => boolean,
  limit?: number,
) =>
  dates.flatMap((date, at): FieldProblem[] =>
    is(date, at) ? [{ field: `${list}.${at}`, code, ...(limit !== undefined && { limit }) }] : [],
  )

const repeats = (list: string, dates: readonly string[]) =>
  found(list, dates, 'repeated', (date, at) => dates.indexOf(date) < at)

/** From this day of December on the notice of the coming year is usually out: whoever has not imported it is reminded. */
const REMIND_FROM = '12-01'

/**
 * Years whose public holidays are missing and should not be: the running one, and in December the coming one. While there
 * are any, deadlines count weekends only, and people are told.
 */
export function missingYears({ years }: Calendar, nowMs: number): number[] {
  const today = chinaDate(nowMs)
  const year = Number(today.slice(0, 4))
  const due = today.slice(5) >= REMIND_FROM ? [year, year + 1] : [year]
  return due.filter((one) => !(String(one) in years))
}

/** The hours worked on a day. */
export const hoursToday = (calendar: Calendar, nowMs: number) =>
  slotsOf(calendar, chinaDay(nowMs / 1000)).map(({ from, to }) => ({ from: clock(from), to: clock(to) }))

/** Seconds of the day as 08:30. */
const clock = (seconds: number) =>
  [seconds / 3_600, (seconds % 3_600) / 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':')
