import type { Calendar, Slot } from '../deadlines/calendar.ts'
import type { DutyRow, Weekday } from '../organisation/duty.ts'

type Hours = Pick<DutyRow, 'day' | 'from' | 'until'>

/** As a calendar's week begins. */
const sundayFirst: readonly string[] = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] satisfies Weekday[]

/**
 * When somebody sits at the desks, as a calendar: the hours of the county's duty table. Public holidays and the county's
 * own days off stay off and make-up days are worked as ever, unless the table gives the date hours of its own. Undefined
 * where the county has no table: the desks then keep the hours of everybody.
 */
export function dutyCalendar(calendar: Calendar, table: readonly Hours[]): Calendar | undefined {
  if (table.length === 0) return undefined
  const byDay = Map.groupBy(table, ({ day }) => day)
  const hoursOn = (day: string) => (byDay.get(day) ?? []).map(slotOf).toSorted((a, b) => a.from - b.from)
  const week = sundayFirst.map(hoursOn) as Calendar['week']
  // a table of single dates alone says nothing of the others
  if (week.every((slots) => slots.length === 0)) return undefined
  const days = [...byDay.keys()].filter((day) => !sundayFirst.includes(day))
  const { seasons: _seasons, ...rest } = calendar
  return { ...rest, week, days: Object.fromEntries(days.map((day) => [day, hoursOn(day)])) }
}

const slotOf = ({ from, until }: Hours): Slot => ({ from: secondsOf(from), to: secondsOf(until) })

function secondsOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 3_600 + minutes * 60
}
