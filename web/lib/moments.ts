import type { Text } from '../text/text.ts'

/** The trade keeps China standard time, wherever the reader's machine stands. */
const timeZone = 'Asia/Shanghai'
const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })

/** `2026-11-24 17:30`. */
export function dateAndTime(instant: string): string {
  return parts.format(new Date(instant))
}

/** What a list has room for: `17:30` on the day of `now`, `11-24 17:30` in its year, the whole date otherwise. */
export function shortMoment(instant: string, now: string): string {
  const moment = dateAndTime(instant)
  const today = dateAndTime(now)
  if (moment.slice(0, 10) === today.slice(0, 10)) return moment.slice(11)
  return moment.slice(0, 4) === today.slice(0, 4) ? moment.slice(5) : moment
}

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

/** Time between two instants in its two largest units: `1天2时`, `3 h 20 min`; under a minute it is one minute. */
export function span(from: string, to: string, words: Text['frame']['span']): string {
  let seconds = Math.max(60, (Date.parse(to) - Date.parse(from)) / 1000)
  const said: string[] = []
  for (const [unit, size] of units) {
    const count = Math.floor(seconds / size)
    seconds -= count * size
    if (count > 0 && said.length < 2) said.push(words[unit](count))
  }
  return said.join(words.between)
}
