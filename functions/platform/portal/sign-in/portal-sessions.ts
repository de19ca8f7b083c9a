import { SESSION_SECONDS } from '#shared/identity/sessions'
import { log } from '../../log.ts'
import type { PortalRequest } from '../request.ts'
import { cookiesOf, forget, headerOf, PORTAL_COOKIE, portalCookie, TOKEN_COOKIE } from './cookies.ts'
import type { IssuerClient, Tokens } from './issuer-client.ts'
import type { Seal } from './seal.ts'

/** A browser's session: its tokens travel sealed in a cookie, so that the portal keeps nothing. */
export interface Sessions {
  seal(tokens: Tokens): Promise<string>
  open(sealed: string): Promise<Tokens | undefined>
  /**
   * The request as Next is to see it: with an access token that is good for a while yet, and without the sealed cookie.
   * `cookies`: what the browser is to keep instead.
   */
  enter(asked: PortalRequest): Promise<{ asked: PortalRequest; cookies: readonly string[] }>
}

interface Needs {
  readonly issuer: IssuerClient
  readonly seal: Seal
  /** Real time, epoch milliseconds. */
  readonly now: () => number
}

/** A page may ask the API several times, and its reader take a moment over a form without scripts. */
const RENEWED_BEFORE_SECONDS = 60

export function createSessions({ issuer, seal, now }: Needs): Sessions {
  const close = ({ access, expiresAt, refresh }: Tokens) =>
    seal.close({ access, expiresAt, ...(refresh && { refresh }) }, SESSION_SECONDS)

  async function open(sealed: string): Promise<Tokens | undefined> {
    // closed by us, so of this form
    return (await seal.open(sealed)) as unknown as Tokens | undefined
  }

  /** The tokens to go on with; `over` when the issuer has ended the session. */
  async function current(tokens: Tokens): Promise<{ tokens: Tokens; renewed: boolean } | 'over'> {
    const left = tokens.expiresAt - now() / 1000
    if (left > RENEWED_BEFORE_SECONDS) return { tokens, renewed: false }
    if (!tokens.refresh) return left > 0 ? { tokens, renewed: false } : 'over'
    try {
      const renewed = await issuer.renew(tokens.refresh)
      return renewed === 'declined' ? 'over' : { tokens: renewed, renewed: true }
    } catch (error) {
      // the old token may do for a little while; once it does not, the API says so
      log.error('a session could not be renewed', error, { route: 'sign-in' })
      return { tokens, renewed: false }
    }
  }

  return {
    seal: close,
    open,
    async enter(asked) {
      const cookies = cookiesOf(asked.headers.cookie)
      const sealed = cookies.get(PORTAL_COOKIE)
      if (sealed === undefined) return { asked, cookies: [] }
      cookies.delete(PORTAL_COOKIE)
      cookies.delete(TOKEN_COOKIE)
      const found = await open(sealed)
      const state = found ? await current(found) : 'over'
      if (state === 'over') return { asked: withCookies(asked, cookies), cookies: [forget(PORTAL_COOKIE)] }
      cookies.set(TOKEN_COOKIE, state.tokens.access)
      const kept = state.renewed ? [portalCookie(await close(state.tokens))] : []
      return { asked: withCookies(asked, cookies), cookies: kept }
    },
  }
}

const withCookies = (asked: PortalRequest, cookies: ReadonlyMap<string, string>): PortalRequest => ({
  ...asked,
  headers: { ...asked.headers, cookie: headerOf(cookies) },
})
