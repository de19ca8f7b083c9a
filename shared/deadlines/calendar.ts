import * as z from 'zod'

const DAY_SECONDS = 86_400

/** Seconds of the day, China standard time: from inclusive, to exclusive. */
const slot = z
  .strictObject({ from: z.int().min(0).max(DAY_SECONDS), to: z.int().min(0).max(DAY_SECONDS) })
  .refine(({ from, to }) => from < to, { error: () => 'not-after-start', path: ['to'] })

const slots = z
  .array(slot)
  .refine((list) => list.every((one, at) => at === 0 || (list[at - 1]?.to ?? 0) <= one.from), {
    error: () => 'overlapping',
  })

const date = z.iso.date()

/** Public holidays and make-up working days (调休) of one year, as the State Council publishes them. */
export const publishedYear = z.strictObject({ holidays: z.array(date), workdays: z.array(date) })

/** Other hours for a part of every year, such as a summer's: on all days that are worked at all. */
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
export const season = z
  .strictObject({ from: monthDay, to: monthDay, slots: slots.min(1) })
  .refine(({ from, to }) => from <= to, { error: () => 'not-after-start', path: ['to'] })

/** A county's own days: a local festival, a Saturday worked. They go before the published ones. */
export const ownDays = z.strictObject({ daysOff: z.array(date), workdays: z.array(date) })

/** A weekly pattern plus, per published year, holidays and make-up days. Versioned; a tenant may have its own. */
export const calendarSchema = z
  .strictObject({
    version: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
    /** Sunday first, as Date counts. */
    week: z.tuple([slots, slots, slots, slots, slots, slots, slots]),
    /** Slots of a make-up working day, whatever weekday it falls on. */
    makeUpDay: slots,
    years: z.record(z.string().regex(/^\d{4}$/), publishedYear),
    seasons: z.array(season).max(8).exactOptional(),
    own: ownDays.exactOptional(),
  })
  .refine(({ week }) => week.some((day) => day.length > 0), {
    error: () => 'no-working-time',
    path: ['week'],
  })

export type Slot = z.output<typeof slot>
export type Season = z.output<typeof season>
export type OwnDays = z.output<typeof ownDays>
export type PublishedYear = z.output<typeof publishedYear>
export type Calendar = z.output<typeof calendarSchema> & {
  /** Hours of single dates, as a table of duty has them; no calendar is published with any. */
  readonly days?: Readonly<Record<string, readonly Slot[]>>
}

/** Days since the epoch, counted in China standard time. */
type DayNumber = number

/** Slots of one day: the season's, a make-up day's or the weekday's; none on a holiday. */
export function slotsOf(calendar: Calendar, day: DayNumber): readonly Slot[] {
  const date = dateOf(day)
  const worked = daySlots(calendar, date, day)
  return worked.length === 0 ? worked : (seasonOf(calendar, date)?.slots ?? worked)
}

function daySlots(calendar: Calendar, date: string, day: DayNumber): readonly Slot[] {
  const single = calendar.days?.[date]
  if (single) return single
  const { own, years } = tablesOf(calendar)
  for (const table of [own, years.get(date.slice(0, 4))]) {
    if (table?.workdays.has(date)) return calendar.makeUpDay
    if (table?.holidays.has(date)) return []
  }
  return calendar.week[weekdayOf(day)] ?? []
}

const seasonOf = ({ seasons }: Calendar, date: string): Season | undefined =>
  seasons?.find(({ from, to }) => from <= date.slice(5) && date.slice(5) <= to)

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

export const dayOf = (date: string): DayNumber => Date.parse(date) / (DAY_SECONDS * 1000)
const dateOf = (day: DayNumber) => new Date(day * DAY_SECONDS * 1000).toISOString().slice(0, 10)
/** 1970-01-01 was a Thursday. */
const weekdayOf = (day: DayNumber) => (((day + 4) % 7) + 7) % 7

interface DayTable {
  readonly holidays: ReadonlySet<string>
  readonly workdays: ReadonlySet<string>
}

interface Tables {
  readonly own: DayTable
  readonly years: ReadonlyMap<string, DayTable>
}

const made = new WeakMap<Calendar, Tables>()

function tablesOf(calendar: Calendar): Tables {
  let tables = made.get(calendar)
  if (!tables) {
    const { own, years } = calendar
    tables = {
      own: tableOf(own?.daysOff ?? [], own?.workdays ?? []),
      years: new Map(
        Object.entries(years).map(([year, { holidays, workdays }]) => [year, tableOf(holidays, workdays)]),
      ),
    }
    made.set(calendar, tables)
  }
  return tables
}

const tableOf = (holidays: readonly string[], workdays: readonly string[]): DayTable => ({
  holidays: new Set(holidays),
  workdays: new Set(workdays),
})
