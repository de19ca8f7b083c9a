const DAY_MS = 86_400_000
/** China standard time, without summer time since 1991. */
const CHINA_OFFSET_MS = 8 * 3_600_000

/** From one time of day to another, `HH:mm` in China; over midnight when it ends before it begins, never when they are alike. */
export interface QuietHours {
  readonly from: string
  readonly to: string
}

/** When a message may leave: now, or when the quiet hours that it falls into end. Epoch milliseconds. */
export function sendableFrom(now: number, { from, to }: QuietHours): number {
  const [begin, end] = [timeOfDayMs(from), timeOfDayMs(to)]
  const sinceMidnight = (now + CHINA_OFFSET_MS) % DAY_MS
  const sinceBegin = (sinceMidnight - begin + DAY_MS) % DAY_MS
  const length = (end - begin + DAY_MS) % DAY_MS
  return sinceBegin < length ? now + length - sinceBegin : now
}

function timeOfDayMs(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number)
  return (hours * 60 + minutes) * 60_000
}

/** Where nobody decided otherwise. */
export const usualQuietHours: QuietHours = { from: '22:00', to: '07:00' }
