import { runInNewContext } from 'node:vm'

/**
 * The trade's time: what deadlines, histories and work lists stand on. A training or a test may run it ahead of real time
 * by replacing this realm's `Date`.
 */
export const tradeClock = { now: () => Date.now() }

/**
 * Real time, epoch milliseconds: what tokens and credentials expire by. A realm of its own has a `Date` that nobody
 * replaced; the monotonic clock would not do, it stands still while Lambda freezes a container.
 */
export function realNow(): number {
  untouchedDate ??= runInNewContext('Date') as DateConstructor
  return untouchedDate.now()
}

let untouchedDate: DateConstructor | undefined

/**
 * Puts real time under this realm's `Date` for good: the issuer is a library that asks `Date` itself, and nothing that it
 * makes may expire by the trade's time. Returns the trade's clock as it was.
 */
export function liveInRealTime(): { now(): number } {
  const trade = globalThis.Date
  realNow()
  if (untouchedDate) globalThis.Date = untouchedDate
  return { now: () => trade.now() }
}
