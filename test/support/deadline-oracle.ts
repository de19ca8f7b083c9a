import type { Calendar } from '../../shared/deadlines/calendar.ts'
import type { ClockKind, Limit } from '../../shared/kernel/limit.ts'

/**
 * An oracle of deadlines that shares nothing with the code under test: it asks the runtime's time zone data what each
 * minute of the years is, keeps how many working seconds had passed at each, and finds a deadline by looking through that
 * list. Slots must begin and end on whole minutes. Epoch seconds.
 */
export interface DeadlineOracle {
  /** Due and seconds used of a clock, from what happened to it. */
  reckon(limit: { readonly seconds: number; readonly runs: ClockKind }, happened: Happened): Reckoned
}

export interface Happened {
  readonly started: number
  /** In order; each the second at which it came. */
  readonly pauses: readonly { readonly from: number; readonly until: number }[]
  /** Seconds at which one more limit was granted. */
  readonly extensions: number
  readonly finished: number
}

export interface Reckoned {
  readonly due: number
  readonly used: number
}

const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})
const weekday = new Intl.DateTimeFormat('en-US', { timeZone: 'Asia/Shanghai', weekday: 'short' })
const SUNDAY_FIRST = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const DAY_MINUTES = 1_440

/** `from` and `to`: midnights in China that bound what may be asked. */
export function deadlineOracle(calendar: Calendar, from: number, to: number): DeadlineOracle {
  const minutes = (to - from) / 60
  /** Working seconds that had passed when each minute began. */
  const passed = new Uint32Array(minutes + 1)
  for (let day = 0; day * DAY_MINUTES < minutes; day++) {
    const works = worksAt(calendar, from + day * 86_400)
    for (let minute = 0; minute < DAY_MINUTES; minute++) {
      const at = day * DAY_MINUTES + minute
      passed[at + 1] = passed[at]! + (works(minute) ? 60 : 0)
    }
  }

  const clock: Record<ClockKind, (second: number) => number> = {
    natural: (second) => second,
    work(second) {
      const at = Math.floor((second - from) / 60)
      const before = passed[at]!
      return before + (passed[at + 1]! > before ? (second - from) % 60 : 0)
    },
  }

  /** The first second at which the clock shows so much. */
  const find: Record<ClockKind, (reading: number) => number> = {
    natural: (reading) => reading,
    work(reading) {
      let [low, high] = [0, minutes]
      while (low < high) {
        const middle = (low + high) >> 1
        if (passed[middle]! >= reading) high = middle
        else low = middle + 1
      }
      if (passed[low]! < reading) throw new RangeError('beyond the oracle')
      const early = passed[low]! - reading
      return from + low * 60 - early
    },
  }

  return {
    reckon({ seconds, runs }, { started, pauses, extensions, finished }) {
      const read = clock[runs]
      const allowed = seconds * (1 + extensions)
      // the clock's own reading at each moment is what has passed less what passed while it stood
      let stood = 0
      let due = find[runs](read(started) + allowed)
      for (const { from: stop, until } of pauses) {
        if (due > stop) {
          due = find[runs](read(started) + stood + allowed + (read(until) - read(stop)))
        }
        stood += read(until) - read(stop)
      }
      return { due, used: read(finished) - read(started) - stood }
    },
  }
}

function worksAt(calendar: Calendar, midnight: number): (minute: number) => boolean {
  const noon = new Date((midnight + 43_200) * 1000)
  const date = parts.format(noon)
  const year = calendar.years[date.slice(0, 4)]
  const slots = year?.workdays.includes(date)
    ? calendar.makeUpDay
    : year?.holidays.includes(date)
      ? []
      : (calendar.week[SUNDAY_FIRST.indexOf(weekday.format(noon))] ?? [])
  return (minute) => slots.some(({ from, to }) => from <= minute * 60 && minute * 60 < to)
}

export const secondsOfLimit = ({ amount, unit }: Limit) => {
  const table = { minute: 60, hour: 3_600, day: unit === 'work_day' ? 8 * 3_600 : 86_400 } as const
  const [kind = '', size = 'minute'] = unit.split('_') as [string, keyof typeof table]
  return { seconds: amount * table[size], runs: kind === 'work' ? ('work' as const) : ('natural' as const) }
}
