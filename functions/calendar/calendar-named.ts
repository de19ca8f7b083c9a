import type { Calendar } from '#shared/deadlines/calendar'
import { defaultCalendar } from '#shared/deadlines/default-calendar'
import type { Calendars } from './ports.ts'

/** A calendar that counties of the city may go by: the installation's or one that the city published. */
export const calendarNamed = async (city: Calendars, version: string): Promise<Calendar | undefined> =>
  version === defaultCalendar.version ? defaultCalendar : city.read(version)
