import * as z from 'zod'

const DAY_SECONDS = 86_400

/** Seconds of the day, China standard time: from inclusive, to exclusive. */
const slot = z
  .strictObject({ from: z.int().min(0).max(DAY_SECONDS), to: z.int().min(0).max(DAY_SECONDS) })
  .refine(({ from, to }) => from < to)

const slots = z
  .array(slot)
  .refine((list) => list.every((one, at) => at === 0 || (list[at - 1]?.to ?? 0) <= one.from))

const date = z.iso.date()

/** Public holidays and make-up working days (调休) of one year, as the State Council publishes them. */
const publishedYear = z.strictObject({ holidays: z.array(date), workdays: z.array(date) })

/** A weekly pattern plus, per published year, holidays and make-up days. Versioned; a tenant may have its own. */
export const calendarSchema = z
  .strictObject({
    version: z.string().min(1).max(40),
    /** Sunday first, as Date counts. */
    week: z.tuple([slots, slots, slots, slots, slots, slots, slots]),
    /** Slots of a make-up working day, whatever weekday it falls on. */
    makeUpDay: slots,
    years: z.record(z.string().regex(/^\d{4}$/), publishedYear),
  })
  .refine(({ week }) => week.some((day) => day.length > 0))

export type Slot = z.output<typeof slot>
export type Calendar = z.output<typeof calendarSchema>

/** Days since the epoch, counted in China standard time. */
type DayNumber = number

/** Slots of one day: a make-up day's, none on a holiday, the weekday's otherwise. */
export function slotsOf(calendar: Calendar, day: DayNumber): readonly Slot[] {
  const date = dateOf(day)
  const year = yearTables(calendar).get(date.slice(0, 4))
  if (year?.workdays.has(date)) return calendar.makeUpDay
  if (year?.holidays.has(date)) return []
  return calendar.week[weekdayOf(day)] ?? []
}

/** Years between two instants (epoch seconds) whose holidays are not published in this calendar. */
export function unpublishedYears(calendar: Calendar, from: number, to: number): number[] {
  const first = Number(dateOf(chinaDay(from)).slice(0, 4))
  const last = Number(dateOf(chinaDay(to)).slice(0, 4))
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return years.filter((year) => !(String(year) in calendar.years))
}

const CHINA_OFFSET_SECONDS = 8 * 3_600

export const chinaDay = (epochSeconds: number): DayNumber =>
  Math.floor((epochSeconds + CHINA_OFFSET_SECONDS) / DAY_SECONDS)
/** Epoch seconds of the midnight that begins the day in China. */
export const dayStart = (day: DayNumber): number => day * DAY_SECONDS - CHINA_OFFSET_SECONDS

const dateOf = (day: DayNumber) => new Date(day * DAY_SECONDS * 1000).toISOString().slice(0, 10)
/** 1970-01-01 was a Thursday. */
const weekdayOf = (day: DayNumber) => (((day + 4) % 7) + 7) % 7

interface YearTable {
  readonly holidays: ReadonlySet<string>
  readonly workdays: ReadonlySet<string>
}

const tables = new WeakMap<Calendar, Map<string, YearTable>>()

function yearTables(calendar: Calendar) {
  let table = tables.get(calendar)
  if (!table) {
    table = new Map(
      Object.entries(calendar.years).map(([year, { holidays, workdays }]) => [
        year,
        { holidays: new Set(holidays), workdays: new Set(workdays) },
      ]),
    )
    tables.set(calendar, table)
  }
  return table
}
