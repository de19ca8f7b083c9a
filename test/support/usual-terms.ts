import { defaultCalendar } from '../../shared/deadlines/default-calendar.ts'
import type { Limit } from '../../shared/kernel/limit.ts'
import type { SeenTerms } from './world/world.ts'

const minutes = (amount: number): Limit => ({ amount, unit: 'work_minute' })
const hours = (amount: number): Limit => ({ amount, unit: 'work_hour' })

/** Limits that a county begins with, as the trade has them; those of handling and of a suspension are the case's own. */
const limits: Readonly<Record<string, Limit>> = {
  reported: minutes(15),
  verifying: hours(2),
  accepted: minutes(30),
  filed: minutes(15),
  arbitration: hours(2),
  inspecting: hours(2),
  auditing: hours(4),
  closing: minutes(30),
}

/** What deadlines are reckoned from in a county that has set nothing for itself. */
export const usualTerms: SeenTerms = {
  calendar: defaultCalendar,
  desks: [],
  limitOf: (stage) => limits[stage],
}
