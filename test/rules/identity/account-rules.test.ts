import { describe, expect, it } from 'vitest'
import {
  type AccountSeen,
  accountAfter,
  accountState,
  actsOffered,
  isPossible,
  staffAfter,
} from '../../../shared/identity/account-rules.ts'
import { type Account, accountActs, DORMANT_AFTER_MS } from '../../../shared/identity/accounts.ts'

const NOW = Date.parse('2026-11-24T01:00:00Z')
const account: Account = {
  name: 'zhang.min',
  scope: '500229',
  person: 'p1',
  state: 'active',
  password: 'hash',
  passwordChangedAt: NOW,
  invitation: 'digest',
  quietSince: NOW,
  version: 3,
}
const withFactor: Account = { ...account, secondFactor: { secret: 'S', usedStep: 1 } }
const quiet: Account = { ...account, quietSince: NOW - DORMANT_AFTER_MS - 1 }

const seen: Record<string, AccountSeen> = {
  'a person who was invited': { staff: 'invited' },
  'an active person': { staff: 'active', account },
  'an active person with an authenticator': { staff: 'active', account: withFactor },
  'whom nobody has seen for three months': { staff: 'active', account: quiet },
  'a suspended person': { staff: 'suspended', account },
}

describe('an account', () => {
  it.each([
    ['a person who was invited', 'invited', ['suspend']],
    ['an active person', 'active', ['suspend', 'end-sessions']],
    ['an active person with an authenticator', 'active', ['suspend', 'end-sessions', 'reset-second-factor']],
    ['whom nobody has seen for three months', 'dormant', ['suspend', 'restore']],
    ['a suspended person', 'suspended', ['restore']],
  ])('of %s is %s', (whose, state, offered) => {
    expect(accountState(seen[whose]!, NOW)).toBe(state)
    expect(actsOffered(seen[whose]!, NOW)).toEqual(offered)
  })

  it('is offered only what is possible', () => {
    for (const one of Object.values(seen))
      for (const act of actsOffered(one, NOW)) expect(isPossible(act, one), act).toBe(true)
  })

  it('is active again after it is restored, and invited again where it was never opened', () => {
    expect(staffAfter('restore', { staff: 'suspended', account })).toBe('active')
    expect(staffAfter('restore', { staff: 'suspended' })).toBe('invited')
    const restored = accountAfter('restore', quiet, NOW)!
    expect(accountState({ staff: 'active', account: restored }, NOW)).toBe('active')
  })

  it('comes to the same when an act is repeated', () => {
    for (const one of Object.values(seen))
      for (const act of accountActs.filter((other) => isPossible(other, one))) {
        const staff = staffAfter(act, one)
        const after = one.account && (accountAfter(act, one.account, NOW) ?? one.account)
        const again = { staff, ...(after && { account: after }) }
        if (act !== 'suspend') expect(staffAfter(act, again)).toBe(staff)
        if (after) expect(accountAfter(act, after, NOW)).toBeUndefined()
      }
  })

  it('keeps its password when its authenticator is forgotten', () => {
    const { secondFactor: _gone, ...rest } = withFactor
    expect(accountAfter('reset-second-factor', withFactor, NOW)).toEqual({ ...rest, version: 4 })
  })
})
