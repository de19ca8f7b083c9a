/** Failed sign-ins of one account name, whether an account of that name exists or not. Epoch milliseconds, real time. */
export interface Failures {
  readonly count: number
  readonly lastAt: number
  readonly lockedUntil: number
}

export const noFailures: Failures = { count: 0, lastAt: 0, lockedUntil: 0 }

/** As many failures in a row lock the name; the tender documents of the trade ask for five. */
export const FAILURES_BEFORE_LOCK = 5
export const FIRST_LOCK_MS = 15 * 60_000
const LONGEST_LOCK_MS = 24 * 3_600_000

/** Failures are forgotten when there was none for a day. */
export const FORGOTTEN_AFTER_MS = 24 * 3_600_000

export const isLocked = ({ lockedUntil }: Failures, now: number) => now < lockedUntil

/**
 * One more failure at `now`. Every fifth in a row locks, each time twice as long as the last. A failure during a lock
 * counts for nothing: else whoever knows a name could keep its holder out for good.
 */
export function afterFailure(failures: Failures, now: number): Failures {
  if (isLocked(failures, now)) return failures
  const past = now - failures.lastAt > FORGOTTEN_AFTER_MS ? noFailures : failures
  const count = past.count + 1
  const locks = Math.floor(count / FAILURES_BEFORE_LOCK)
  const locked = count % FAILURES_BEFORE_LOCK === 0
  const lockMs = Math.min(FIRST_LOCK_MS * 2 ** (locks - 1), LONGEST_LOCK_MS)
  return { count, lastAt: now, lockedUntil: locked ? now + lockMs : past.lockedUntil }
}
