import type { Calendar } from '../deadlines/calendar.ts'
import type { OwnVersion } from './publication.ts'

/** The calendar that a county works by: its city's, with its own days and hours going first. `default-2026+3` */
export function countyCalendar(base: Calendar, own: OwnVersion | undefined): Calendar {
  if (!own) return base
  const { seasons, ...days } = own.own
  const version = `${base.version}+${own.sequence}`
  return { ...base, version, own: days, seasons: [...seasons, ...(base.seasons ?? [])] }
}
