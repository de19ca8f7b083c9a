import { type Account, type Configuration, type Context, Provider, type Token } from 'oidc-provider'
import {
  ACCESS_TOKEN_SECONDS,
  API_RESOURCE,
  CALLBACK_PATH,
  ISSUER_PATH,
  PORTAL_CLIENT,
} from '#shared/identity/portal-client'
import { SESSION_SECONDS } from '#shared/identity/sessions'
import type { Bearers } from '../../../identity/ports.ts'
import type { openPlatformTable } from '../../dynamo/platform-tables.ts'
import { log } from '../../log.ts'
import { AUDIENCE } from '../verifier.ts'
import { clientSecret, cookieKey, signingKey } from './derived-keys.ts'
import { grantsAdapter } from './grants-adapter.ts'
import type { Seeds } from './seeds.ts'

export interface IssuerGround {
  /** Where the installation is reached: `https://cg.example.gov.cn`. */
  readonly origin: string
  readonly seeds: Seeds
  readonly portalSeed: string
  readonly table: ReturnType<typeof openPlatformTable>
  readonly bearers: Bearers
  /** The page for what no sign-in can come of: an answer that was waited for too long, a request that is none of ours. */
  readonly errorPage: () => string
}

export const issuerOf = (origin: string) => `${origin}${ISSUER_PATH}`

/** The keys that sign and verify, the one in force first. */
export const signingKeys = ({ current, previous }: Seeds) =>
  [current, ...(previous === undefined ? [] : [previous])].map(signingKey)

/** A form is filled in within this time, the telephone fetched and the authenticator installed. */
const SIGN_IN_SECONDS = 20 * 60
const CODE_SECONDS = 60

/**
 * The OpenID Connect issuer. It keeps nobody signed in: the portal's session is the only one, so signing out there is
 * signing out. The id of a grant is the id of the session.
 */
export function createProvider(ground: IssuerGround): Provider {
  const provider = new Provider(issuerOf(ground.origin), configurationOf(ground))
  provider.proxy = true
  secureCookies(provider)
  forgetAfterSignIn(provider)
  provider.on('server_error', (_ctx, error) => log.error('the issuer failed', error))
  return provider
}

function configurationOf({
  origin,
  seeds,
  portalSeed,
  table,
  bearers,
  errorPage,
}: IssuerGround): Configuration {
  return {
    adapter: grantsAdapter(table, { whenTakenBack: bearers.closeSession }),
    clients: [
      {
        client_id: PORTAL_CLIENT,
        client_secret: clientSecret(portalSeed),
        redirect_uris: [`${origin}${CALLBACK_PATH}`],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_basic',
        application_type: 'web',
        id_token_signed_response_alg: 'ES256',
      },
    ],
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    jwks: { keys: signingKeys(seeds) },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    cookies: cookiesOf(seeds),
    scopes: ['openid'],
    pkce: { required: () => true },
    responseTypes: ['code'],
    // an address of ours is registered, and one alone
    allowOmittingSingleRegisteredRedirectUri: false,
    features: featuresOf(),
    ttl: {
      AccessToken: ACCESS_TOKEN_SECONDS,
      AuthorizationCode: CODE_SECONDS,
      IdToken: ACCESS_TOKEN_SECONDS,
      RefreshToken: SESSION_SECONDS,
      Grant: SESSION_SECONDS,
      Interaction: SIGN_IN_SECONDS,
      Session: SIGN_IN_SECONDS,
    },
    interactions: { url: (_ctx: Context, { uid }: { uid: string }) => `${ISSUER_PATH}/interaction/${uid}` },
    expiresWithSession: async () => false,
    issueRefreshToken: async () => true,
    // the client keeps a secret, so a refresh token serves it alone; two requests at once may bring the same one
    rotateRefreshToken: () => false,
    findAccount: async (_ctx, id, token) =>
      (await bearers.mayCome(id, token?.grantId)) ? account(id) : undefined,
    loadExistingGrant: (ctx) => newGrant(ctx, bearers),
    extraTokenClaims: async (_ctx, { accountId, grantId }: Token) => ({
      ...(await bearers.claims(accountId)),
      sid: grantId,
    }),
    renderError: async (ctx) => {
      ctx.type = 'html'
      ctx.body = errorPage()
    },
  }
}

const account = (accountId: string): Account => ({ accountId, claims: async () => ({ sub: accountId }) })

/** Cookies of the issuer's own paths; signed, out of reach of scripts, and sent by no form of another site. */
const cookiesOf = ({ current, previous }: Seeds) => {
  const options = { httpOnly: true, sameSite: 'lax', secure: true, signed: true }
  return {
    names: { session: '__Host-issuer', interaction: '__Secure-sign-in', resume: '__Secure-resume' },
    long: { ...options, path: '/' },
    short: options,
    keys: [current, ...(previous === undefined ? [] : [previous])].map(cookieKey),
  }
}

const featuresOf = () => ({
  devInteractions: { enabled: false },
  dPoP: { enabled: false },
  pushedAuthorizationRequests: { enabled: false },
  rpInitiatedLogout: { enabled: false },
  userinfo: { enabled: false },
  revocation: { enabled: true },
  resourceIndicators: {
    enabled: true,
    defaultResource: async () => API_RESOURCE,
    useGrantedResource: async () => true,
    getResourceServerInfo: async () => ({
      scope: 'api',
      audience: AUDIENCE,
      accessTokenFormat: 'jwt',
      accessTokenTTL: ACCESS_TOKEN_SECONDS,
      jwt: { sign: { alg: 'ES256' } },
    }),
  },
})

/** Every sign-in is a grant of its own; nothing is asked for consent: the portal is the installation's own. */
async function newGrant({ oidc }: Context, bearers: Bearers) {
  const signedIn = oidc.result?.login?.accountId
  if (signedIn === undefined) return undefined
  const grant = new oidc.provider.Grant({ accountId: signedIn, clientId: oidc.client.clientId })
  grant.addOIDCScope('openid')
  grant.addResourceScope(API_RESOURCE, 'api')
  const id = await grant.save(SESSION_SECONDS)
  await bearers.openSession(signedIn, id)
  return grant
}

/** Browsers take and keep the cookies as secure ones wherever the pages come from a trustworthy origin. */
function secureCookies(provider: Provider) {
  const create = provider.createContext.bind(provider)
  provider.createContext = (request, response) => {
    const ctx = create(request, response)
    ctx.cookies.secure = true
    return ctx
  }
}

/** What carried the sign-in from page to page is thrown away with the code that came of it. */
function forgetAfterSignIn(provider: Provider) {
  const done = new WeakSet<Context>()
  provider.on('authorization.success', (ctx) => done.add(ctx))
  provider.use(async (ctx, next) => {
    await next()
    if (done.has(ctx)) await ctx.oidc.session.destroy()
  })
}
