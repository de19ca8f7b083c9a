import { type Calendar, chinaDay, dayStart, slotsOf } from '../deadlines/calendar.ts'
import type { DispatchSituation } from './dispatch-rule.ts'

/** Whether somebody sits at the desks at that moment, by the calendar of their duty. */
export function hoursAt(duty: Calendar, atMs: number): DispatchSituation['hours'] {
  const seconds = Math.floor(atMs / 1000)
  const day = chinaDay(seconds)
  const ofDay = seconds - dayStart(day)
  return slotsOf(duty, day).some(({ from, to }) => from <= ofDay && ofDay < to) ? 'on-duty' : 'off-duty'
}
