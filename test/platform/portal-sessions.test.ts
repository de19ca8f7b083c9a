import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { PortalRequest } from '../../functions/platform/portal/request.ts'
import type { IssuerClient, Tokens } from '../../functions/platform/portal/sign-in/issuer-client.ts'
import { createSessions } from '../../functions/platform/portal/sign-in/portal-sessions.ts'
import { createSeal } from '../../functions/platform/portal/sign-in/seal.ts'

const START = Date.parse('2026-11-24T01:00:00Z')
const LIFE = 300

/** A portal whose issuer gives tokens `access-1`, `access-2` … each for five minutes, at a time that the test moves. */
function aPortal(answer: 'tokens' | 'declined' | 'away' = 'tokens') {
  let now = START
  let given = 0
  const give = (): Tokens => ({
    access: `access-${++given}`,
    expiresAt: Math.floor(now / 1000) + LIFE,
    refresh: 'refresh',
  })
  const issuer = {
    renew: async () => {
      if (answer === 'away') throw new Error('away')
      return answer === 'declined' ? 'declined' : give()
    },
  } as unknown as IssuerClient
  const seal = createSeal(randomBytes(32), () => now)
  const sessions = createSessions({ issuer, seal, now: () => now })
  const ask = async (cookie: string) => {
    const asked: PortalRequest = {
      method: 'GET',
      url: '/t/500229',
      headers: { cookie },
      body: Buffer.alloc(0),
    }
    const entered = await sessions.enter(asked)
    return { cookie: entered.asked.headers.cookie, kept: entered.cookies }
  }
  return {
    signIn: async () => `__Host-portal=${await sessions.seal(give())}`,
    ask,
    wait: (seconds: number) => {
      now += seconds * 1000
    },
  }
}

describe('the session of a browser', () => {
  it('is a token to Next, and sealed to everybody else', async () => {
    const portal = aPortal()
    const cookie = await portal.signIn()
    expect(cookie).not.toContain('access')
    expect(await portal.ask(`language=zh; ${cookie}`)).toEqual({
      cookie: 'language=zh; __Host-session=access-1',
      kept: [],
    })
  })

  it('goes before a token that the browser brings itself', async () => {
    const portal = aPortal()
    const cookie = await portal.signIn()
    expect((await portal.ask(`__Host-session=forged; ${cookie}`)).cookie).toBe('__Host-session=access-1')
  })

  it('is renewed before its token ends, and the browser keeps the new one', async () => {
    const portal = aPortal()
    const cookie = await portal.signIn()
    portal.wait(LIFE - 61)
    expect(await portal.ask(cookie)).toMatchObject({ cookie: '__Host-session=access-1', kept: [] })
    portal.wait(2)
    const renewed = await portal.ask(cookie)
    expect(renewed).toMatchObject({ cookie: '__Host-session=access-2' })
    expect(renewed.kept).toEqual([
      expect.stringMatching(
        /^__Host-portal=[\w.-]+; Path=\/; Max-Age=43200; HttpOnly; Secure; SameSite=Lax$/,
      ),
    ])
  })

  it('serves two requests that renew it at once', async () => {
    const portal = aPortal()
    const cookie = await portal.signIn()
    portal.wait(LIFE)
    const answers = await Promise.all([portal.ask(cookie), portal.ask(cookie)])
    expect(answers.map((answer) => answer.cookie).toSorted()).toEqual([
      '__Host-session=access-2',
      '__Host-session=access-3',
    ])
  })

  it('is over when the issuer says so', async () => {
    const portal = aPortal('declined')
    const cookie = await portal.signIn()
    portal.wait(LIFE)
    expect(await portal.ask(`language=zh; ${cookie}`)).toEqual({
      cookie: 'language=zh',
      kept: [expect.stringContaining('__Host-portal=; Path=/; Max-Age=0')],
    })
  })

  it('is kept while the issuer cannot be reached: the API judges the old token', async () => {
    const portal = aPortal('away')
    const cookie = await portal.signIn()
    portal.wait(LIFE)
    expect(await portal.ask(cookie)).toEqual({ cookie: '__Host-session=access-1', kept: [] })
  })

  it('is none when the cookie was made up, changed, sealed elsewhere or is too old', async () => {
    const portal = aPortal()
    const cookie = await portal.signIn()
    const old = aPortal()
    const oldCookie = await old.signIn()
    old.wait(13 * 3_600)
    const forged = [
      '__Host-portal=made-up',
      `${cookie.slice(0, -4)}AAAA`,
      await aPortal().signIn(),
      '__Host-portal=',
    ]
    for (const one of forged) expect((await portal.ask(one)).cookie, one).toBe('')
    expect((await old.ask(oldCookie)).cookie).toBe('')
  })
})
