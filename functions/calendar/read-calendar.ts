import type * as z from 'zod'
import type { readCalendar as contract } from '#shared/calendar/contract'
import { hoursToday, missingYears } from '#shared/calendar/rules'
import { instantOf } from '#shared/kernel/instant'
import type { Clock } from '../kernel/clock.ts'
import type { CalendarsOf, TermsOf } from './ports.ts'

interface Needs {
  readonly termsOf: TermsOf
  readonly calendarsOf: CalendarsOf
  readonly clock: Clock
}

/** What the pages say of a county's calendar. */
export const readCalendar =
  ({ termsOf, calendarsOf, clock }: Needs) =>
  async (tenant: string): Promise<z.output<typeof contract.output>> => {
    const [{ calendar }, own] = await Promise.all([termsOf(tenant), calendarsOf(tenant).own()])
    const nowMs = clock.now()
    return {
      version: calendar.version,
      years: Object.keys(calendar.years).map(Number),
      missingYears: missingYears(calendar, nowMs),
      today: hoursToday(calendar, nowMs),
      ...(own && { own }),
      serverTime: instantOf(nowMs),
    }
  }
