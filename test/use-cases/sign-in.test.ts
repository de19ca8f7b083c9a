import { describe, expect, it } from 'vitest'
import type { Account } from '#shared/identity/accounts'
import { type Failures, noFailures } from '#shared/identity/lockout'
import { codes } from '../../functions/identity/codes.ts'
import type { AccountStore, Attempt } from '../../functions/identity/ports.ts'
import { enterCode, enterPassword, type SignInNeeds } from '../../functions/identity/sign-in.ts'
import { memoryInvitations } from '../support/memory-invitations.ts'

const SCOPE = '500229'
const account: Account = {
  name: 'zhang.min',
  scope: SCOPE,
  person: 'p1',
  state: 'active',
  password: 'right',
  passwordChangedAt: 0,
  invitation: 'd',
  quietSince: 1_000_000,
  version: 1,
}

/** Everything that a sign-in asks for, in memory, with the names of what was called. */
function ground(accounts: readonly Account[], now = 2_000_000) {
  const kept = new Map(accounts.map((one) => [one.name, one]))
  const failures = new Map<string, Failures>()
  const attempts = new Map<string, Attempt>()
  const calls: string[] = []
  const called = <T>(name: string, value: T): T => {
    calls.push(name)
    return value
  }
  const store: AccountStore = {
    account: async (name) => called('account', kept.get(name)),
    nameOf: async () => undefined,
    namesOf: async () => new Map(),
    open: async () => 'changed',
    change: async () => 'changed',
    async note(before, after) {
      if (kept.get(before.name)?.version !== before.version) return called('note', 'changed')
      kept.set(after.name, after)
      return called('note', 'noted')
    },
    failures: async (name) => called('failures', failures.get(name) ?? noFailures),
    async count(name, before, after) {
      const found = failures.get(name)
      if (found && (found.count !== before.count || found.lastAt !== before.lastAt))
        return called('count', 'changed')
      failures.set(name, after)
      return called('count', 'noted')
    },
  }
  const people = memoryInvitations([
    { person: 'p1', posts: ['acceptor'], standIns: [], state: 'active', version: 1 },
  ])
  const needs: SignInNeeds = {
    accounts: store,
    attempts: {
      attempt: async (id) => attempts.get(id),
      keep: async (id, attempt) => void attempts.set(id, attempt),
    },
    storeOf: () => people.store,
    journalOf: (scope) => ({
      record: async ({ act }) => called(`record ${scope === SCOPE ? 'own' : scope} ${act}`, undefined),
      recordDenial: async ({ code }) => called(`denial ${code}`, undefined),
    }),
    passwords: {
      hash: async (password) => password,
      matches: async (password, hash) => called('hash', password === hash),
    },
    codes,
    outbox: people.outbox,
    secondFactorPosts: async () => [],
    clock: { now: () => now },
    realNow: () => now,
  }
  return { needs, calls, kept, failures, attempts, sent: people.sent as readonly { template: string }[] }
}

const attempt = (password: string, name = 'zhang.min') => ({ signIn: 's1', account: name, password })

describe('a failed sign-in', () => {
  it('does the same work whether there is such an account or not, six times over', async () => {
    const known = ground([account])
    const unknown = ground([])
    for (let failure = 1; failure <= 6; failure++) {
      const [one, other] = [
        await enterPassword(known.needs)(attempt('wrong')),
        await enterPassword(unknown.needs)(attempt('wrong')),
      ]
      expect(one).toEqual(other)
    }
    const work = (calls: string[]) => calls.map((call) => call.replace(/^record \S+/, 'record'))
    expect(work(known.calls)).toEqual(work(unknown.calls))
    expect(known.calls.filter((call) => call === 'hash').length).toBe(5)
    expect(known.sent.map(({ template }) => template)).toEqual(['account-locked'])
    expect(unknown.sent).toEqual([])
  })

  it('in between does not lock who gets it right in the end', async () => {
    const { needs, failures } = ground([account])
    for (let failure = 1; failure <= 4; failure++) await enterPassword(needs)(attempt('wrong'))
    expect(await enterPassword(needs)(attempt('right'))).toEqual({ done: { scope: SCOPE, person: 'p1' } })
    expect(failures.get('zhang.min')).toEqual(noFailures)
  })
})

describe('the second factor', () => {
  const secret = codes.newSecret()
  const guarded: Account = { ...account, secondFactor: { secret, usedStep: 0 } }

  it('is asked for whoever has told an authenticator, whatever their post', async () => {
    const { needs } = ground([guarded])
    expect(await enterPassword(needs)(attempt('right'))).toEqual({ next: 'second-factor' })
  })

  it('cannot be guessed by whoever knows the password: codes count like passwords', async () => {
    const { needs } = ground([{ ...guarded, quietSince: 1_799_999_000_000 }], 1_800_000_000_000)
    const told: unknown[] = []
    for (let guess = 1; guess <= 6; guess++) {
      told.push(await enterPassword({ ...needs })(attempt('right')))
      told.push(await enterCode(needs)({ signIn: 's1', code: '000000' }))
    }
    expect(told.filter((one) => JSON.stringify(one) === '{"fault":"wrong-code"}').length).toBe(4)
    expect(told.at(-1)).toEqual({ fault: 'locked' })
  })

  it('is asked of posts that the county says, and told to an authenticator the first time', async () => {
    const { needs, attempts } = ground([account])
    const strict = { ...needs, secondFactorPosts: async () => ['acceptor'] }
    expect(await enterPassword(strict)(attempt('right'))).toEqual({ next: 'enrolment' })
    expect(attempts.get('s1')?.enrolling).toMatch(/^[A-Z2-7]{32}$/)
  })

  it('is not passed by a code without the password before it', async () => {
    const { needs } = ground([guarded])
    expect(await enterCode(needs)({ signIn: 'other', code: '000000' })).toEqual({ fault: 'start-again' })
  })
})
