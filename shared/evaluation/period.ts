import type { Wording } from '../kernel/language.ts'

/** 评价周期: day, week, month, quarter and year, of the calendar. */
export const periodWording = {
  day: { zh: '日', en: 'Day' },
  week: { zh: '周', en: 'Week' },
  month: { zh: '月', en: 'Month' },
  quarter: { zh: '季度', en: 'Quarter' },
  year: { zh: '年', en: 'Year' },
} as const satisfies Record<string, Wording>
export type PeriodLength = keyof typeof periodWording
export const periodLengths = Object.keys(periodWording) as [PeriodLength, ...PeriodLength[]]

/** Days `yyyy-MM-dd`, both within. */
export interface Period {
  readonly from: string
  readonly until: string
}

const DAY_MS = 86_400_000
const msOf = (day: string) => Date.parse(`${day}T00:00:00Z`)
const textOf = (ms: number) => new Date(ms).toISOString().slice(0, 10)

export const addDays = (day: string, days: number): string => textOf(msOf(day) + days * DAY_MS)

/** Every day of it, in order. */
export const daysOf = ({ from, until }: Period): string[] =>
  Array.from({ length: Math.round((msOf(until) - msOf(from)) / DAY_MS) + 1 }, (_, count) =>
    addDays(from, count),
  )

/** The period of that length that the day lies in; weeks begin on Monday. */
export function periodOf(length: PeriodLength, day: string): Period {
  const [year = 0, month = 1] = day.split('-').map(Number)
  switch (length) {
    case 'day':
      return { from: day, until: day }
    case 'week': {
      const from = addDays(day, -((new Date(msOf(day)).getUTCDay() + 6) % 7))
      return { from, until: addDays(from, 6) }
    }
    case 'month':
      return months(year, month, 1)
    case 'quarter':
      return months(year, month - ((month - 1) % 3), 3)
    case 'year':
      return months(year, 1, 12)
  }
}

const months = (year: number, first: number, count: number): Period => ({
  from: textOf(Date.UTC(year, first - 1, 1)),
  until: textOf(Date.UTC(year, first - 1 + count, 1) - DAY_MS),
})

/** 环比: the one before. */
export const periodBefore = (length: PeriodLength, day: string): Period =>
  periodOf(length, addDays(periodOf(length, day).from, -1))

const WEEKS_OF_YEAR = 52
/** 同比: the same one a year earlier; of weeks, 52 weeks earlier, so that the days of the week agree. */
export function periodLastYear(length: PeriodLength, day: string): Period {
  if (length === 'week') return periodOf(length, addDays(day, -7 * WEEKS_OF_YEAR))
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year - 1, month, 0)).getUTCDate()
  return periodOf(length, textOf(Date.UTC(year - 1, month - 1, Math.min(date, last))))
}
