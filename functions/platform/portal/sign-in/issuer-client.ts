import * as openid from 'openid-client'
import { CALLBACK_PATH, ISSUER_PATH, PORTAL_CLIENT } from '#shared/identity/portal-client'
import { realNow } from '../../clock.ts'
import { config } from '../../config.ts'

/** What somebody is signed in with. */
export interface Tokens {
  readonly access: string
  /** Epoch seconds. */
  readonly expiresAt: number
  /** Absent where the issuer gives none: the session then ends with the token. */
  readonly refresh?: string
}

/** Secrets of a sign-in that has begun: what comes back must know them. */
export interface Flow {
  readonly verifier: string
  readonly state: string
  readonly nonce: string
}

/** The issuer, as the portal asks it. */
export interface IssuerClient {
  /** Where to send the browser. */
  begin(): Promise<{ flow: Flow; address: string }>
  /** `declined`: what came back is none of this flow's, or the issuer said no. */
  redeem(address: URL, flow: Flow): Promise<Tokens | 'declined'>
  /** `declined`: the session is over. Throws when the issuer cannot be reached. */
  renew(refresh: string): Promise<Tokens | 'declined'>
  end(refresh: string): Promise<void>
}

const isPlain = (issuer: string) => issuer.startsWith('http://')

/** A token without a stated life is taken for one of a minute. */
const UNSTATED_SECONDS = 60

/** `secretOf`: the portal's secret as a client of the built-in issuer; an outside one knows the portal by PKCE alone. */
export function createIssuerClient(secretOf: () => Promise<string>): IssuerClient {
  const origin = config('API_ORIGIN')
  const issuer = config('SIGN_IN_ISSUER')
  const builtIn = issuer === `${origin}${ISSUER_PATH}`
  const redirectUri = `${origin}${CALLBACK_PATH}`
  let known: Promise<openid.ServerMetadata> | undefined

  async function discover(): Promise<openid.ServerMetadata> {
    // an installation whose own pages come without TLS has its issuer there too
    const insecure = isPlain(issuer) ? { execute: [openid.allowInsecureRequests] } : {}
    const found = await openid.discovery(new URL(issuer), PORTAL_CLIENT, undefined, openid.None(), insecure)
    return found.serverMetadata()
  }

  async function configuration(): Promise<openid.Configuration> {
    known ??= discover().catch((error) => {
      known = undefined
      throw error
    })
    const authentication = builtIn ? openid.ClientSecretBasic(await secretOf()) : openid.None()
    // tokens are judged by real time, which this realm's clock may be ahead of
    const clockSkew = Math.round((realNow() - Date.now()) / 1000)
    const metadata = { [openid.clockSkew]: clockSkew }
    const made = new openid.Configuration(await known, PORTAL_CLIENT, metadata, authentication)
    if (isPlain(issuer)) openid.allowInsecureRequests(made)
    return made
  }

  function tokensOf(given: openid.TokenEndpointResponse, before?: string): Tokens {
    const refresh = given.refresh_token ?? before
    return {
      access: given.access_token,
      expiresAt: Math.floor(realNow() / 1000) + (given.expires_in ?? UNSTATED_SECONDS),
      ...(refresh && { refresh }),
    }
  }

  return {
    async begin() {
      const flow = {
        verifier: openid.randomPKCECodeVerifier(),
        state: openid.randomState(),
        nonce: openid.randomNonce(),
      }
      const address = openid.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid',
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256',
      })
      return { flow, address: address.href }
    },
    async redeem(address, flow) {
      const current = new URL(address.search, redirectUri)
      const checks = {
        pkceCodeVerifier: flow.verifier,
        expectedState: flow.state,
        expectedNonce: flow.nonce,
        idTokenExpected: true,
      }
      try {
        return tokensOf(await openid.authorizationCodeGrant(await configuration(), current, checks))
      } catch (error) {
        if (isRefusal(error)) return 'declined'
        throw error
      }
    },
    async renew(refresh) {
      try {
        return tokensOf(await openid.refreshTokenGrant(await configuration(), refresh), refresh)
      } catch (error) {
        if (isRefusal(error)) return 'declined'
        throw error
      }
    },
    async end(refresh) {
      await openid.tokenRevocation(await configuration(), refresh, { token_type_hint: 'refresh_token' })
    },
  }
}

/** The issuer said no, or what was brought does not fit; anything else is a failure that may pass. */
const isRefusal = (error: unknown) =>
  error instanceof openid.AuthorizationResponseError ||
  (error instanceof openid.ResponseBodyError && error.status < 500) ||
  (error instanceof openid.ClientError && ANSWERS_THAT_DO_NOT_FIT.has(error.code ?? ''))

const ANSWERS_THAT_DO_NOT_FIT = new Set([
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
])
