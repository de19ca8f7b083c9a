import type { Calendar } from '../../../shared/deadlines/calendar.ts'

const dates = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })
const weekdays = new Intl.DateTimeFormat('en-US', { timeZone: 'Asia/Shanghai', weekday: 'short' })
const SUNDAY_FIRST = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/**
 * The oracle of the deadline tests: asks of every single second whether it is a working one. Dates and weekdays come
 * from the runtime's time zone data, nothing from the code under test.
 */
export function naiveClock(calendar: Calendar) {
  function slotsOf(midnight: number) {
    const date = dates.format(midnight * 1000)
    const year = calendar.years[date.slice(0, 4)]
    if (year?.workdays.includes(date)) return calendar.makeUpDay
    if (year?.holidays.includes(date)) return []
    return calendar.week[SUNDAY_FIRST.indexOf(weekdays.format(midnight * 1000))] ?? []
  }

  /** Calls for every second from `from` on, with whether it is a working one, until told to stop. */
  function walk(from: number, visit: (second: number, works: boolean) => boolean) {
    let midnight = midnightBefore(from)
    let slots = slotsOf(midnight)
    for (let at = from; ; at++) {
      if (at === midnight + 86_400) {
        midnight = at
        slots = slotsOf(midnight)
      }
      const ofDay = at - midnight
      let works = false
      for (const slot of slots) if (ofDay >= slot.from && ofDay < slot.to) works = true
      if (!visit(at, works)) return
    }
  }

  return {
    add(from: number, seconds: number): number {
      let left = seconds
      let end = from
      walk(from, (second, works) => {
        end = second
        if (left === 0) return false
        if (works) left--
        return true
      })
      return end
    },
    between(from: number, to: number): number {
      let count = 0
      walk(from, (second, works) => {
        if (second >= to) return false
        if (works) count++
        return true
      })
      return count
    },
  }
}

function midnightBefore(second: number): number {
  const time = new Date(second * 1000).toLocaleTimeString('sv-SE', { timeZone: 'Asia/Shanghai' })
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number)
  return second - hours * 3600 - minutes * 60 - seconds
}
