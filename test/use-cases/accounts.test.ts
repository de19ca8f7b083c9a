import { describe, expect, it } from 'vitest'
import { accountRoutes } from '../../functions/identity/account-routes.ts'
import { actOnAccount, listAccounts } from '../../functions/identity/act-on-account.ts'
import { type Account, type AccountAct, DORMANT_AFTER_MS } from '../../shared/identity/accounts.ts'
import type { AccountLine } from '../../shared/identity/accounts-contract.ts'
import { isRefusal } from '../../shared/kernel/result.ts'
import type { StaffRecord } from '../../shared/organisation/staff.ts'
import { freshKey } from '../support/case-builders.ts'
import { memoryAccounts } from '../support/memory-accounts.ts'

const COUNTY = '500229'
const CITY = '500000'
const NOW = Date.parse('2026-11-24T01:00:00Z')
const open = { s1: { openedAt: NOW, usedAt: NOW } }

const record = (person: string, changes: Partial<StaffRecord> = {}): StaffRecord => ({
  person,
  posts: ['acceptor'],
  standIns: [],
  state: 'active',
  version: 1,
  ...changes,
})
const account = (person: string, changes: Partial<Account> = {}): Account => ({
  name: `of.${person}`,
  scope: COUNTY,
  person,
  state: 'active',
  password: 'hash',
  passwordChangedAt: NOW,
  invitation: 'digest',
  secondFactor: { secret: 'S', usedStep: 1 },
  quietSince: NOW,
  version: 1,
  ...changes,
})

/** A county with a security administrator, somebody at work, somebody invited, somebody unseen and somebody gone. */
function aCounty() {
  const world = memoryAccounts([
    [record('security', { posts: ['security-administrator'] }), account('security')],
    [record('p1'), account('p1'), open],
    [record('p2', { state: 'invited' })],
    [record('p3'), account('p3', { quietSince: NOW - DORMANT_AFTER_MS - 1 })],
    [record('p4', { state: 'left' }), account('p4')],
  ])
  const needs = {
    deskOf: () => world.desk,
    accounts: world.store,
    clock: { now: () => NOW },
    realNow: () => NOW,
  }
  const act = actOnAccount(needs)
  return {
    ...world,
    needs,
    list: async () => (await listAccounts(needs)(COUNTY)).accounts,
    act: (on: string, what: AccountAct, changes: Partial<Parameters<typeof act>[0]> = {}) =>
      act({
        scope: COUNTY,
        by: { person: 'security', scope: COUNTY, post: 'security-administrator' },
        person: on,
        act: what,
        version: 1,
        key: freshKey(),
        ...changes,
      }),
  }
}

function line(answer: unknown): AccountLine {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.refused}`)
  return answer as AccountLine
}

describe('the accounts of a county', () => {
  it('are listed with how they stand, without whoever has left and without a name or a password', async () => {
    const accounts = await aCounty().list()
    expect(accounts.map(({ person, state, openSessions }) => [person, state, openSessions])).toEqual([
      ['security', 'active', 0],
      ['p1', 'active', 1],
      ['p2', 'invited', 0],
      ['p3', 'dormant', 0],
    ])
    expect(JSON.stringify(accounts)).not.toMatch(/hash|digest|secret/)
  })

  it('are suspended with their sessions, at once and on record', async () => {
    const county = aCounty()
    expect(line(await county.act('p1', 'suspend'))).toMatchObject({
      state: 'suspended',
      openSessions: 0,
      version: 2,
      acts: ['restore', 'reset-second-factor'],
    })
    expect(county.records.get('p1')).toMatchObject({ state: 'suspended', version: 2 })
    expect(county.sessions.get('p1')).toEqual({})
    expect(county.acts()).toEqual([
      {
        act: 'account-suspended',
        actor: 'security',
        post: 'security-administrator',
        subject: 'p1',
        at: '2026-11-24T01:00:00Z',
      },
    ])
  })

  it('are restored: to active, or to invited where none was opened', async () => {
    const county = aCounty()
    for (const [person, state] of [
      ['p1', 'active'],
      ['p2', 'invited'],
    ] as const) {
      await county.act(person, 'suspend')
      expect(line(await county.act(person, 'restore', { version: 2 })).state).toBe(state)
    }
    expect(line(await county.act('p3', 'restore')).state).toBe('active')
  })

  it('are signed out everywhere, and lose their authenticator with every session', async () => {
    const county = aCounty()
    expect(line(await county.act('p1', 'end-sessions'))).toMatchObject({ openSessions: 0, version: 1 })
    county.sessions.set('p1', open)
    expect(line(await county.act('p1', 'reset-second-factor'))).toMatchObject({
      openSessions: 0,
      secondFactor: false,
    })
    expect(county.accounts.get('of.p1')).not.toHaveProperty('secondFactor')
  })

  it('are never one’s own to act on', async () => {
    const county = aCounty()
    for (const what of ['suspend', 'restore', 'end-sessions', 'reset-second-factor'] as const)
      expect(await county.act('security', what)).toEqual({ refused: 'own-account' })
  })

  it('refuse what is not there, gone, changed or not possible', async () => {
    const county = aCounty()
    expect(await county.act('nobody', 'suspend')).toEqual({ refused: 'unknown-person' })
    expect(await county.act('p4', 'restore')).toEqual({ refused: 'has-left' })
    expect(await county.act('p1', 'suspend', { version: 7 })).toEqual({ refused: 'record-changed' })
    expect(await county.act('p2', 'reset-second-factor')).toEqual({ refused: 'account-act-not-possible' })
    await county.act('p1', 'suspend')
    expect(await county.act('p1', 'suspend', { version: 2 })).toEqual({ refused: 'account-act-not-possible' })
  })

  it('answer a repeat as the first time, and go on where a first attempt was cut off', async () => {
    const county = aCounty()
    const key = freshKey()
    const first = await county.act('p1', 'suspend', { key })
    expect(await county.act('p1', 'suspend', { key })).toEqual(first)
    expect(await county.act('p1', 'restore', { key })).toEqual({ refused: 'key-reused' })

    const { keep } = county.desk
    county.desk.keep = async () => {
      throw new Error('busy')
    }
    await expect(county.act('p3', 'reset-second-factor')).rejects.toThrow('busy')
    county.desk.keep = keep
    expect(line(await county.act('p3', 'reset-second-factor')).secondFactor).toBe(false)
    expect(county.acts().filter(({ subject }) => subject === 'p3')).toHaveLength(1)
  })
})

describe('the accounts of a small county', () => {
  const routesOf = (sits: 'county' | 'commission' | undefined) =>
    accountRoutes({ ...aCounty().needs, securitySits: async () => sits })
  const call = {
    signedIn: { city: CITY, person: 'c1', posts: ['commission-security-administrator'] as const },
    params: { city: CITY, tenant: COUNTY, person: 'p1', act: 'suspend' as const },
    query: undefined,
    input: { version: 1 },
    key: freshKey(),
    language: 'zh' as const,
    address: '192.0.2.1',
  }

  it('are kept by the commission where the county’s settings say so, and nowhere else', async () => {
    expect(await routesOf('commission')['act-on-county-account'](call)).toMatchObject({ state: 'suspended' })
    for (const [sits, refused] of [
      ['county', 'administrator-in-county'],
      [undefined, 'unknown-tenant'],
    ] as const) {
      expect(await routesOf(sits)['act-on-county-account'](call)).toEqual({ refused })
      expect(
        await routesOf(sits)['list-county-accounts']({ ...call, input: undefined, key: undefined }),
      ).toEqual({ refused })
    }
  })
})
