import type { Calendar } from '../deadlines/calendar.ts'
import type { OwnVersion } from './publication.ts'

/** The calendar that a county works by: its city's, with its own days and hours on top. `default-2026+3` */
export function countyCalendar(base: Calendar, own: OwnVersion | undefined): Calendar {
  if (!own) return base
  const { seasons, ...days } = own.own
  return { ...base, version: `${base.version}+${own.sequence}`, own: days, seasons }
}
