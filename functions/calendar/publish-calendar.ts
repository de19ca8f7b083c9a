import type { CalendarPublication } from '#shared/calendar/publication'
import { yearProblems } from '#shared/calendar/rules'
import type { Calendar } from '#shared/deadlines/calendar'
import { defaultCalendar } from '#shared/deadlines/default-calendar'
import { instantOf } from '#shared/kernel/instant'
import { type Refusal, refuse } from '#shared/kernel/result'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf, oneEffect } from '../kernel/command.ts'
import { calendarNamed } from './calendar-named.ts'
import type { Calendars } from './ports.ts'

interface Needs {
  /** The city's. */
  readonly calendars: Calendars
  readonly clock: Clock
}

interface Asker {
  readonly person: string
  readonly key: string
}

/** Freezes a calendar that counties of the city may go by. Nobody goes by it before their settings name it. */
export const publishCalendar =
  ({ calendars, clock }: Needs) =>
  ({
    person,
    key,
    calendar,
  }: Asker & { readonly calendar: Calendar }): Promise<CalendarPublication | Refusal> => {
    const submission = { key, bodyHash: bodyHashOf({ person, calendar }) }
    return oneEffect(calendars, submission, async () => {
      // a county's own days are the county's to keep
      if (calendar.own)
        return refuse('invalid-input', { fields: [{ field: 'calendar.own', code: 'unknown-field' }] })
      const fields = Object.entries(calendar.years).flatMap(([year, days]) =>
        yearProblems(calendar.week, Number(year), days).map((problem) => ({
          ...problem,
          field: `calendar.years.${year}.${problem.field}`,
        })),
      )
      if (fields.length > 0) return refuse('invalid-input', { fields })
      return publish(calendars, calendar, { person, at: instantOf(clock.now()), submission })
    })
  }

interface YearImport extends Asker {
  readonly version: string
  readonly as: string
  readonly year: number
  readonly holidays: string[]
  readonly workdays: string[]
}

/** The same calendar with the published days of one more year, under a version of its own. */
export const importYear =
  ({ calendars, clock }: Needs) =>
  (request: YearImport): Promise<CalendarPublication | Refusal> => {
    const { key, version, as, year, holidays, workdays } = request
    const { key: _key, ...body } = request
    const submission = { key, bodyHash: bodyHashOf(body) }
    return oneEffect(calendars, submission, async () => {
      const base = await calendarNamed(calendars, version)
      if (!base) return refuse('unknown-calendar')
      const days = { holidays, workdays }
      const fields = yearProblems(base.week, year, days)
      if (fields.length > 0) return refuse('invalid-input', { fields })
      const calendar = { ...base, version: as, years: { ...base.years, [year]: days } }
      return publish(calendars, calendar, { person: request.person, at: instantOf(clock.now()), submission })
    })
  }

async function publish(
  calendars: Calendars,
  calendar: Calendar,
  {
    person,
    at,
    submission,
  }: { person: string; at: string; submission: { readonly key: string; readonly bodyHash: string } },
): Promise<CalendarPublication | Refusal | 'changed'> {
  const { version } = calendar
  const published = await calendars.published()
  if (version === defaultCalendar.version || published.some((one) => one.version === version))
    return refuse('version-taken')
  const years = Object.keys(calendar.years).map(Number)
  const answer = { sequence: published.length + 1, version, at, person, years }
  const details = { version, years: years.join(' ') }
  const act = { act: 'calendar-published', actor: person, post: 'standards-keeper', details, at }
  const outcome = await calendars.publish(answer, calendar, { ...submission, act, answer })
  return outcome === 'committed' ? answer : 'changed'
}
