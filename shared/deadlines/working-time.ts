import type { ClockKind } from '../kernel/limit.ts'
import { type Calendar, chinaDay, dayStart, slotsOf } from './calendar.ts'

/** A calendar whose next working second lies further off than this is a mistake, not a term. */
const LONGEST_SEARCH_DAYS = 40 * 366

/**
 * The first instant at which `seconds` of the clock are used up since `from` (epoch seconds). A term that ends with a
 * slot ends there, not at the beginning of the next. Throws RangeError when the calendar never comes to it.
 */
export function addSeconds(calendar: Calendar, runs: ClockKind, from: number, seconds: number): number {
  if (runs === 'natural' || seconds === 0) return from + seconds
  let left = seconds
  const first = chinaDay(from)
  for (let day = first; day < first + LONGEST_SEARCH_DAYS; day++) {
    for (const { from: slotFrom, to: slotTo } of slotsOf(calendar, day)) {
      const begin = Math.max(from, dayStart(day) + slotFrom)
      const length = dayStart(day) + slotTo - begin
      if (length <= 0) continue
      if (left <= length) return begin + left
      left -= length
    }
  }
  throw new RangeError(`The calendar ${calendar.version} has no ${seconds} working seconds in 40 years.`)
}

/** Seconds of the clock between two instants (epoch seconds); 0 when `to` is not after `from`. */
export function secondsBetween(calendar: Calendar, runs: ClockKind, from: number, to: number): number {
  if (to <= from) return 0
  if (runs === 'natural') return to - from
  let sum = 0
  for (let day = chinaDay(from); day <= chinaDay(to); day++) {
    for (const { from: slotFrom, to: slotTo } of slotsOf(calendar, day)) {
      const begin = Math.max(from, dayStart(day) + slotFrom)
      const end = Math.min(to, dayStart(day) + slotTo)
      sum += Math.max(0, end - begin)
    }
  }
  return sum
}
