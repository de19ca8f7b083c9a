import type { calendarContracts } from '#shared/calendar/contract'
import { daysOfYear } from '#shared/calendar/year'
import { defaultCalendar } from '#shared/deadlines/default-calendar'
import { refuse } from '#shared/kernel/result'
import type { Routes } from '#shared/routes'
import type { Clock } from '../kernel/clock.ts'
import { calendarNamed } from './calendar-named.ts'
import { keepOwnCalendar } from './keep-own-calendar.ts'
import type { CalendarsOf, TermsOf } from './ports.ts'
import { importYear, publishCalendar } from './publish-calendar.ts'
import { readCalendar } from './read-calendar.ts'

interface Needs {
  readonly termsOf: TermsOf
  readonly calendarsOf: CalendarsOf
  readonly clock: Clock
}

export const calendarRoutes = (needs: Needs): Routes<(typeof calendarContracts)[number]> => {
  const { calendarsOf, clock } = needs
  return {
    'read-calendar': ({ signedIn }) => readCalendar(needs)(signedIn.tenant),
    'read-calendar-year': async ({ signedIn, params }) => {
      const { tenant } = signedIn
      const [{ calendar }, own] = await Promise.all([needs.termsOf(tenant), calendarsOf(tenant).own()])
      const { year } = params
      // terms may be half a minute old; whoever has just kept days looks for them here
      const shown = own ? { ...calendar, own: own.own } : calendar
      return { year: Number(year), known: year in calendar.years, days: daysOfYear(shown, Number(year)) }
    },
    'keep-own-calendar': ({ signedIn: { tenant, person }, key, input }) =>
      keepOwnCalendar(needs)({ tenant, person, key, ...input }),
    'list-calendars': async ({ signedIn }) => ({
      calendars: [...(await calendarsOf(signedIn.city).published())],
      standard: defaultCalendar.version,
    }),
    'read-city-calendar': async ({ signedIn, params }) =>
      (await calendarNamed(calendarsOf(signedIn.city), params.version)) ?? refuse('unknown-calendar'),
    'publish-calendar': ({ signedIn: { city, person }, key, input }) =>
      publishCalendar({ calendars: calendarsOf(city), clock })({ person, key, ...input }),
    'import-year': ({ signedIn: { city, person }, params, key, input }) =>
      importYear({ calendars: calendarsOf(city), clock })({
        person,
        key,
        version: params.version,
        ...input,
      }),
  }
}
