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
