import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { READER_HEADER } from '#shared/identity/reader-header'
import { resultOf } from './answer.ts'
import { gate, type TurnedAway, turnAway } from './gate.ts'
import type { Ask } from './in-memory.ts'
import { startNext } from './next-server.ts'
import { newContentPolicy, pageSecurity } from './page-security.ts'
import { type PortalRequest, requestOf } from './request.ts'
import type { SignIn } from './sign-in/configured-sign-in.ts'
import { cookiesOf, PORTAL_COOKIE } from './sign-in/cookies.ts'

/**
 * One Next server per container, started with the container. A start that failed is tried again by the next request.
 * `openSignIn` is asked once, when somebody comes who is signed in or wants to be. `sealAddress` makes of an address what
 * the API believes of us.
 */
export function createHandler(
  startFile: URL,
  openSignIn: () => Promise<SignIn>,
  sealAddress: (address: string) => Promise<string>,
) {
  let next: Promise<Ask> | undefined
  const ready = () => {
    next ??= startNext(startFile).catch((error: unknown) => {
      next = undefined
      throw error
    })
    return next
  }
  // The failure is told by the request that meets it.
  ready().catch(() => undefined)
  let opened: Promise<SignIn> | undefined
  const signIn = () => {
    opened ??= openSignIn().catch((error: unknown) => {
      opened = undefined
      throw error
    })
    return opened
  }
  return async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const asked = readable(event)
    if (!asked) return refusalOf(turnAway(400))
    const turnedAway = await gate(asked)
    if (turnedAway) return refusalOf(turnedAway)
    const answered = concernsSignIn(asked) ? await (await signIn()).routes(asked) : undefined
    if (answered) return answered
    const entered = isSignedIn(asked) ? await (await signIn()).enter(asked) : { asked, cookies: [] }
    const policy = newContentPolicy()
    entered.asked.headers['content-security-policy'] = policy
    if (isOfCitizens(asked)) {
      // without it the page still opens, and its reader is counted with all others of this server
      const sealed = await sealAddress(event.requestContext.http.sourceIp).catch(() => undefined)
      if (sealed) entered.asked.headers[READER_HEADER] = sealed
    }
    const ask = await ready()
    const result = resultOf(await ask(entered.asked))
    const cookies = [...(result.cookies ?? []), ...entered.cookies]
    return {
      ...result,
      headers: { ...result.headers, ...pageSecurity, 'content-security-policy': policy },
      ...(cookies.length > 0 && { cookies }),
    }
  }
}

const concernsSignIn = ({ url }: PortalRequest) => /^\/sign-(in|out)\b/.test(url)
/** Their pages ask doors that count by where a request comes from. */
const isOfCitizens = ({ url }: PortalRequest) => url.startsWith('/r/')
const isSignedIn = ({ headers }: PortalRequest) => cookiesOf(headers.cookie).has(PORTAL_COOKIE)

function refusalOf({ status, sentence }: TurnedAway): APIGatewayProxyStructuredResultV2 {
  const headers = { ...pageSecurity, 'content-type': 'text/plain; charset=utf-8' }
  return { statusCode: status, headers, body: sentence }
}

/** Undefined when the path cannot be written as an address. */
function readable(event: APIGatewayProxyEventV2): PortalRequest | undefined {
  try {
    return requestOf(event)
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}
