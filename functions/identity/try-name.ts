import { afterFailure, isLocked } from '#shared/identity/lockout'
import type { AccountStore } from './ports.ts'

/** Others who try the same name at the same moment; each lets one of us through. */
const MOST_RIVALS = 6

export interface Tried<T> {
  readonly outcome: T
  /** Whether this failure locked the name. */
  readonly locked: boolean
}

type Needs = { readonly accounts: Pick<AccountStore, 'failures' | 'count'>; readonly realNow: () => number }

/**
 * One try under a name. It counts as a failure before anything is checked, and is taken back when it was none: however many
 * guesses come at once, no more are checked than the lock allows. `locked`: nothing was checked.
 */
export async function tryName<T>(
  { accounts, realNow }: Needs,
  name: string,
  check: () => Promise<T | undefined>,
): Promise<Tried<T | undefined> | 'locked' | 'busy'> {
  for (let rival = 0; rival < MOST_RIVALS; rival++) {
    const now = realNow()
    const before = await accounts.failures(name)
    if (isLocked(before, now)) return 'locked'
    const counted = afterFailure(before, now)
    if ((await accounts.count(name, before, counted)) === 'changed') continue
    const outcome = await check()
    if (outcome !== undefined) await accounts.count(name, counted, before)
    return { outcome, locked: outcome === undefined && isLocked(counted, now) }
  }
  return 'busy'
}
