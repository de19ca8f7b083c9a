import { type Account, type AccountAct, type AccountState, isDormant } from './accounts.ts'

/** What a person's account is judged by: how they stand, and what they have opened. */
export interface AccountSeen {
  readonly staff: 'invited' | 'active' | 'suspended' | 'left'
  readonly account?: Account
}

/** Whoever is suspended is so in their record, which every request is checked against. */
export function accountState({ staff, account }: AccountSeen, now: number): AccountState {
  if (staff === 'suspended') return 'suspended'
  if (!account || staff === 'invited') return 'invited'
  return account.state === 'dormant' || isDormant(account, now) ? 'dormant' : 'active'
}

/** What the security administrator is offered. */
export function actsOffered(seen: AccountSeen, now: number): AccountAct[] {
  const factor: AccountAct[] = seen.account?.secondFactor ? ['reset-second-factor'] : []
  switch (accountState(seen, now)) {
    case 'invited':
      return ['suspend']
    case 'active':
      return ['suspend', 'end-sessions', ...factor]
    case 'dormant':
      return ['suspend', 'restore', ...factor]
    case 'suspended':
      return ['restore', ...factor]
  }
}

/** What is not possible; more is than is offered, so that an act that was cut off half-way can be asked for again. */
export const isPossible = (act: AccountAct, { staff, account }: AccountSeen) =>
  (act !== 'suspend' || staff !== 'suspended') && (act !== 'reset-second-factor' || account !== undefined)

/** How a person stands after an act on their account. */
export function staffAfter(act: AccountAct, { staff, account }: AccountSeen): AccountSeen['staff'] {
  if (act === 'suspend') return 'suspended'
  if (act !== 'restore' || staff !== 'suspended') return staff
  return account ? 'active' : 'invited'
}

/** The account after an act; undefined when it stays as it is. A restored one is not dormant again at once. */
export function accountAfter(act: AccountAct, account: Account, now: number): Account | undefined {
  const { secondFactor, ...rest } = account
  const next = { ...rest, version: account.version + 1 }
  if (act === 'reset-second-factor') return secondFactor && next
  if (act !== 'restore') return undefined
  const quiet = account.state === 'dormant' || isDormant(account, now)
  return quiet ? { ...account, ...next, state: 'active', quietSince: now } : undefined
}
