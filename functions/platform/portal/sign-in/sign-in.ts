import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { decodeJwt } from 'jose'
import { CALLBACK_PATH } from '#shared/identity/portal-client'
import { log } from '../../log.ts'
import { pageSecurity } from '../page-security.ts'
import type { PortalRequest } from '../request.ts'
import {
  cookiesOf,
  FLOW_COOKIE,
  FLOW_SECONDS,
  flowCookie,
  forget,
  PORTAL_COOKIE,
  portalCookie,
  TOKEN_COOKIE,
} from './cookies.ts'
import type { Flow, IssuerClient, Tokens } from './issuer-client.ts'
import type { Sessions } from './portal-sessions.ts'
import type { Seal } from './seal.ts'

interface Needs {
  readonly issuer: IssuerClient
  readonly seal: Seal
  readonly sessions: Sessions
}

type Answer = APIGatewayProxyStructuredResultV2

/** The addresses by which people come in and go out; undefined for every other, which is a page. */
export function signInRoutes({ issuer, seal, sessions }: Needs) {
  /** To the issuer, remembering what came back must know and where the reader wanted to go. */
  async function begin(asked: URL): Promise<Answer> {
    const { flow, address } = await issuer.begin()
    const sealed = await seal.close({ ...flow, to: ownPath(asked.searchParams.get('to')) }, FLOW_SECONDS)
    return redirect(address, [flowCookie(sealed)])
  }

  async function comeBack(asked: URL, cookies: ReadonlyMap<string, string>): Promise<Answer> {
    const flow = await seal.open(cookies.get(FLOW_COOKIE) ?? '')
    const tokens = flow ? await issuer.redeem(asked, flow as unknown as Flow) : 'declined'
    // begun too long ago, in another browser, or broken off
    if (tokens === 'declined') return redirect('/?signIn=unfinished', [forget(FLOW_COOKIE)])
    const sealed = await sessions.seal(tokens)
    // whoever was here before is not mixed with whoever comes in
    const cleared = [FLOW_COOKIE, TOKEN_COOKIE].map(forget)
    return redirect(String(flow?.to ?? '') || home(tokens), [portalCookie(sealed), ...cleared])
  }

  async function leave(cookies: ReadonlyMap<string, string>): Promise<Answer> {
    const tokens = await sessions.open(cookies.get(PORTAL_COOKIE) ?? '')
    if (tokens?.refresh) await issuer.end(tokens.refresh)
    return redirect('/', [PORTAL_COOKIE, TOKEN_COOKIE, FLOW_COOKIE].map(forget))
  }

  return async ({ method, url, headers }: PortalRequest): Promise<Answer | undefined> => {
    const asked = new URL(url, 'https://portal.invalid')
    const cookies = cookiesOf(headers.cookie)
    try {
      if (method === 'GET' && asked.pathname === '/sign-in') return await begin(asked)
      if (method === 'GET' && asked.pathname === CALLBACK_PATH) return await comeBack(asked, cookies)
      if (method === 'POST' && asked.pathname === '/sign-out') return await leave(cookies)
    } catch (error) {
      log.error('the issuer could not be asked', error, { route: 'sign-in' })
      return redirect('/?signIn=unreachable', [])
    }
    return undefined
  }
}

/** A path of this portal: whatever else was asked for, nobody is sent elsewhere. Empty: where the reader belongs. */
function ownPath(wanted: string | null): string {
  if (!wanted || !/^\/(?![/\\])[!-~]*$/.test(wanted) || /^\/sign-(in|out)\b/.test(wanted)) return ''
  const url = new URL(wanted, 'https://portal.invalid')
  return url.origin === 'https://portal.invalid' ? url.pathname + url.search : ''
}

/** A county's people begin with their work, a commission's with its counties. Read without verification: only the API decides what a token allows. */
function home({ access }: Tokens): string {
  try {
    const { tenant, city } = decodeJwt(access)
    if (typeof city === 'string') return '/city'
    return typeof tenant === 'string' ? `/t/${encodeURIComponent(tenant)}` : '/'
  } catch {
    return '/'
  }
}

const redirect = (location: string, cookies: string[]): Answer => ({
  statusCode: 303,
  headers: { ...pageSecurity, 'cache-control': 'no-store', location },
  cookies,
  body: '',
})
