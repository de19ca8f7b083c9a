import type { Account } from '#shared/identity/accounts'
import { FIRST_LOCK_MS } from '#shared/identity/lockout'
import { chinaTime } from '#shared/kernel/instant'
import type { Clock } from '../kernel/clock.ts'
import type { Outbox } from '../kernel/outbox.ts'

interface Needs {
  readonly outbox: Outbox
  readonly clock: Clock
  /** Real time, epoch milliseconds. */
  readonly realNow: () => number
}

type Whose = Pick<Account, 'scope' | 'person'>

/** Whoever did not do it themselves learns that somebody changed what they come in with. */
export const tellOfChange = ({ outbox, clock }: Needs, { scope, person }: Whose, key: string) =>
  outbox.post({
    scope,
    person,
    template: 'security-notice',
    parameters: { at: chinaTime(clock.now()) },
    key: `notice-${key}`,
  })

/** Somebody tries to come in under their name. One message an hour: whoever keeps trying does not flood a telephone. */
export const warnOfLock = ({ outbox, realNow }: Needs, { scope, person }: Whose) =>
  outbox.post({
    scope,
    person,
    template: 'account-locked',
    parameters: { minutes: String(FIRST_LOCK_MS / 60_000) },
    key: `locked-${person}-${Math.floor(realNow() / 3_600_000)}`,
  })
