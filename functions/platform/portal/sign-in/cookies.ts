import { SESSION_SECONDS } from '#shared/identity/sessions'

/** What Next is told of the reader: an access token of the API, as it came from the issuer. */
export const TOKEN_COOKIE = '__Host-session'
/** The session of a browser: its tokens, sealed. */
export const PORTAL_COOKIE = '__Host-portal'
/** A sign-in that has begun, sealed. */
export const FLOW_COOKIE = '__Host-sign-in'

/** As long as the issuer waits for the forms to be filled in. */
export const FLOW_SECONDS = 20 * 60

/** Out of reach of scripts, for this host alone, and sent along by no form of another site. */
const set = (name: string, value: string, maxAge: number) =>
  `${name}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; Secure; SameSite=Lax`

export const portalCookie = (sealed: string) => set(PORTAL_COOKIE, sealed, SESSION_SECONDS)
export const flowCookie = (sealed: string) => set(FLOW_COOKIE, sealed, FLOW_SECONDS)
export const forget = (name: string) => set(name, '', 0)

/** The cookies of a request's header, by name. */
export function cookiesOf(header = ''): Map<string, string> {
  const pairs = header.split('; ').filter(Boolean)
  return new Map(
    pairs.map((pair) => {
      const cut = pair.indexOf('=')
      return [pair.slice(0, cut), pair.slice(cut + 1)]
    }),
  )
}

export const headerOf = (cookies: ReadonlyMap<string, string>) =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
