import { Cron } from 'croner'

/** When something is due: the first instant after the one given (both in milliseconds); undefined when never again. */
export type NextRun = (after: number) => number | undefined

export interface ExpressionOptions {
  /** IANA name; AWS's default is UTC. */
  timezone: string
  /** `rate` counts from here. */
  anchor: number
}

const UNIT_MS: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 }

/** Reads `rate(5 minutes)`, `cron(0 8 ? * MON-FRI *)` or `at(2026-01-02T03:04:05)`; throws Error saying what is wrong. */
export function readExpression(text: string, options: ExpressionOptions): NextRun {
  const [, kind, content = ''] = /^(rate|cron|at)\((.*)\)$/.exec(text.trim()) ?? []
  checkTimezone(options.timezone)
  if (kind === 'rate') return readRate(content, options.anchor)
  if (kind === 'cron') return readCron(content, options.timezone)
  if (kind === 'at') return readAt(content, options.timezone)
  throw new Error(`${text} is no schedule expression; AWS knows rate(…), cron(…) and at(…)`)
}

function checkTimezone(timezone: string) {
  try {
    new Intl.DateTimeFormat('en', { timeZone: timezone })
  } catch {
    throw new Error(`${timezone} is no time zone`)
  }
}

function readRate(content: string, anchor: number): NextRun {
  const [, count, unit = '', plural] = /^([1-9]\d*) (minute|hour|day)(s?)$/.exec(content.trim()) ?? []
  if (count === undefined || (count === '1') === (plural === 's'))
    throw new Error(`rate(${content}) needs a number and minute(s), hour(s) or day(s)`)
  const interval = Number(count) * UNIT_MS[unit]!
  return (after) => anchor + Math.max(1, Math.floor((after - anchor) / interval) + 1) * interval
}

const MOST: Record<string, number> = {
  minutes: 59,
  hours: 23,
  days: 31,
  months: 12,
  weekdays: 7,
  years: 2199,
}

/** AWS's six fields: minutes, hours, day of month, month, day of week (1 is Sunday), year. */
function readCron(content: string, timezone: string): NextRun {
  const fields = content.trim().split(/\s+/)
  if (fields.length !== 6) throw new Error(`cron(${content}) needs six fields`)
  const [minutes, hours, days, months, weekdays, years] = fields.map((field, index) =>
    // `5/10` is AWS's way to write "from 5 on, every 10"
    field.replace(/(^|,)(\d+)\//g, (_, before, from) => `${before}${from}-${Object.values(MOST)[index]}/`),
  ) as [string, string, string, string, string, string]
  if ((days === '?') === (weekdays === '?'))
    throw new Error(`cron(${content}) needs a ? for either the day of the month or the day of the week`)
  const any = (field: string) => (field === '?' ? '*' : field)
  // a lone L among the days of the week is Saturday
  const pattern = [
    '0',
    minutes,
    hours,
    any(days),
    months,
    weekdays === 'L' ? '7' : any(weekdays),
    years,
  ].join(' ')
  try {
    const cron = new Cron(pattern, { timezone, alternativeWeekdays: true })
    return (after) => cron.nextRun(new Date(after))?.getTime()
  } catch (error) {
    throw new Error(`cron(${content}) cannot be read: ${(error as Error).message}`)
  }
}

function readAt(content: string, timezone: string): NextRun {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(content))
    throw new Error(`at(${content}) needs an instant like 2026-01-02T03:04:05`)
  const instant = new Cron(content, { timezone }).getOnce()?.getTime()
  return (after) => (instant !== undefined && instant > after ? instant : undefined)
}
