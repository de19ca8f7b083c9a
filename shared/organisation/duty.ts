import * as z from 'zod'
import { personId } from '../kernel/ids.ts'
import { phone } from './people.ts'

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const
export type Weekday = (typeof weekdays)[number]

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)

/** A year of dates and a week of shifts. */
const MOST_ROWS = 400

const row = z.strictObject({
  /** A weekday, or a date that has hours of its own. */
  day: z.union([z.enum(weekdays), z.iso.date()]),
  from: timeOfDay,
  until: timeOfDay,
  person: personId.exactOptional(),
  phone,
})

/** 值班表: who is reached on which number, as a county writes it on a sheet. */
export const dutyTable = z.array(row).max(MOST_ROWS)
export type DutyRow = Readonly<z.output<typeof row>>
export type DutyTable = readonly DutyRow[]

/** The rows in force on a day (`yyyy-MM-dd`, China): those of the date when it has any, else those of its weekday. */
export function dutyOn(table: DutyTable, date: string): readonly DutyRow[] {
  const ofDate = table.filter(({ day }) => day === date)
  const rows = ofDate.length > 0 ? ofDate : table.filter(({ day }) => day === weekdayOf(date))
  return rows.toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

/** Monday first. */
function weekdayOf(date: string): Weekday {
  const sundayFirst = new Date(`${date}T00:00:00Z`).getUTCDay()
  return weekdays[(sundayFirst + 6) % 7]!
}

export interface DutyProblem {
  /** From 0, as the table lists them. */
  readonly row: number
  readonly field: keyof DutyRow
  readonly code: 'not-after-start' | 'repeated' | 'in-the-past'
}

/** Which rows cannot stand: they end before they begin, overlap another of the day, or are of a day gone by. */
export function problemsOfDuty(
  table: DutyTable,
  { today, before }: { today: string; before: DutyTable },
): DutyProblem[] {
  const kept = new Set(before.map(({ day }) => day))
  return table.flatMap((one, row): DutyProblem[] => {
    if (one.until <= one.from) return [{ row, field: 'until', code: 'not-after-start' }]
    if (table.some((other, at) => at < row && clash(one, other)))
      return [{ row, field: 'from', code: 'repeated' }]
    const isDate = !(weekdays as readonly string[]).includes(one.day)
    return isDate && one.day < today && !kept.has(one.day) ? [{ row, field: 'day', code: 'in-the-past' }] : []
  })
}

const clash = (a: DutyRow, b: DutyRow) => a.day === b.day && a.from < b.until && b.from < a.until
