import type { Calendar } from '#shared/deadlines/calendar'
import { chinaDate, epochMsOf } from '#shared/kernel/instant'
import type { Lay } from '#shared/tenants/laying'
import type { TermsOf } from './ports.ts'

/**
 * The calendar that the county's settings name is there for all of its city: nothing of it is copied. Tells what the
 * county begins with, and whether the year after this one is still to come.
 */
export const layCalendar =
  ({ termsOf }: { termsOf: TermsOf }): Lay =>
  async ({ tenant, at }) => {
    const { calendar } = await termsOf(tenant)
    const nextYear = Number(chinaDate(epochMsOf(at)).slice(0, 4)) + 1
    return {
      counts: countsOf(calendar),
      notes: String(nextYear) in calendar.years ? [] : ['unpublished-years'],
    }
  }

function countsOf({ years }: Calendar) {
  const published = Object.values(years)
  return {
    years: published.length,
    holidays: published.reduce((sum, { holidays }) => sum + holidays.length, 0),
    workdays: published.reduce((sum, { workdays }) => sum + workdays.length, 0),
  }
}
