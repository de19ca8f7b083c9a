import { describe, expect, it } from 'vitest'
import { Refused } from '../../functions/platform/http/refused.ts'
import { presentBearers, type Standing } from '../../functions/platform/identity/present-bearers.ts'
import type { Bearer } from '../../functions/platform/identity/verifier.ts'
import { SESSION_IDLE_MS, SESSION_SECONDS } from '../../shared/identity/sessions.ts'
import type { StaffRecord } from '../../shared/organisation/staff.ts'

const COUNTY = '500229'
const MINUTE = 60_000
/** 2026-11-24, 23:30 in China. */
const LATE = Date.parse('2026-11-24T15:30:00Z')

const staffOf = (changes: Partial<StaffRecord> = {}): StaffRecord => ({
  person: 'p1',
  posts: ['acceptor'],
  standIns: [],
  state: 'active',
  version: 1,
  ...changes,
})

const ofCounty: Bearer = {
  tenant: COUNTY,
  person: 'p1',
  posts: ['acceptor', 'leader'],
  session: 's1',
}

/** A county with one person who signed in at `LATE`, and a token of that sign-in, at a time that the test moves. */
function aSession(staff: StaffRecord | undefined = staffOf(), bearer: Bearer = ofCounty) {
  let now = LATE
  let known: StaffRecord | undefined = staff
  const sessions = { s1: { openedAt: LATE, usedAt: LATE } }
  const asked: string[] = []
  const standing: Standing = {
    of: async (person) => {
      asked.push(person)
      return { staff: known, sessions }
    },
    noteUse: async (_, __, at) => {
      sessions.s1.usedAt = at
    },
  }
  const present = presentBearers({
    verify: async () => bearer,
    standingOf: () => standing,
    clock: { now: () => now },
    realNow: () => now,
  })
  return {
    asked,
    sessions,
    ask: () =>
      present('a token').catch((error) => (error instanceof Refused ? error.refusal.refused : error)),
    forget: () => {
      known = undefined
    },
    wait: (ms: number) => {
      now += ms
    },
  }
}

describe('whoever bears a token of a session', () => {
  it('holds the posts of this moment, not those of the token', async () => {
    expect(await aSession().ask()).toEqual({ tenant: COUNTY, person: 'p1', posts: ['acceptor'] })
    expect(await aSession(staffOf({ posts: ['dispatcher'] })).ask()).toMatchObject({ posts: ['dispatcher'] })
  })

  it('is out with the next request once the session is ended', async () => {
    const session = aSession()
    Object.assign(session.sessions, { s1: undefined })
    expect(await session.ask()).toBe('signed-out')
    expect(await aSession(staffOf(), { ...ofCounty, session: 'another' }).ask()).toBe('signed-out')
  })

  it.each(['suspended', 'left', 'invited'] as const)('is out once they are %s', async (state) => {
    expect(await aSession(staffOf({ state })).ask()).toBe('account-suspended')
  })

  it('is out when there is no such person any more', async () => {
    const gone = aSession(staffOf())
    gone.forget()
    expect(await gone.ask()).toBe('account-suspended')
  })

  it('is out after half an hour without a request, and stays in while at work', async () => {
    const idle = aSession()
    idle.wait(SESSION_IDLE_MS - 1)
    expect(await idle.ask()).toMatchObject({ person: 'p1' })
    idle.wait(SESSION_IDLE_MS)
    expect(await idle.ask()).toBe('signed-out')
  })

  it('is out after twelve hours in any case', async () => {
    const busy = aSession()
    for (let passed = 0; passed < SESSION_SECONDS * 1000; passed += 20 * MINUTE) {
      expect(await busy.ask()).toMatchObject({ person: 'p1' })
      busy.wait(20 * MINUTE)
    }
    expect(await busy.ask()).toBe('signed-out')
  })

  it('has their use noted at most once a minute', async () => {
    const session = aSession()
    session.wait(MINUTE - 1)
    await session.ask()
    expect(session.sessions.s1.usedAt).toBe(LATE)
    session.wait(1)
    await session.ask()
    expect(session.sessions.s1.usedAt).toBe(LATE + MINUTE)
  })

  it('stands in for another from midnight in China to midnight in China', async () => {
    const standIns = [{ post: 'shift-leader', for: 'p2', from: '2026-11-25', until: '2026-11-25' } as const]
    const session = aSession(staffOf({ standIns }))
    expect(await session.ask()).toMatchObject({ posts: ['acceptor'] })
    session.wait(29 * MINUTE)
    expect(await session.ask()).toMatchObject({ posts: ['acceptor'] })
    session.wait(MINUTE)
    expect(await session.ask()).toMatchObject({ posts: ['acceptor', 'shift-leader'] })
  })

  it('of a commission is asked for under the city, and holds its posts alone', async () => {
    const bearer: Bearer = { city: '500000', person: 'p1', posts: [], session: 's1' }
    const session = aSession(staffOf({ posts: ['supervisor', 'acceptor'] }), bearer)
    expect(await session.ask()).toEqual({ city: '500000', person: 'p1', posts: ['supervisor'] })
  })
})

describe('whoever bears a token of an outside issuer', () => {
  it('is believed until it expires', async () => {
    const outside = aSession(undefined, { tenant: COUNTY, person: 'p1', posts: ['acceptor', 'leader'] })
    expect(await outside.ask()).toEqual({ tenant: COUNTY, person: 'p1', posts: ['acceptor', 'leader'] })
    expect(outside.asked).toEqual([])
  })
})
