import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { resultOf } from './answer.ts'
import { gate, type TurnedAway, turnAway } from './gate.ts'
import type { Ask } from './in-memory.ts'
import { startNext } from './next-server.ts'
import { newContentPolicy, pageSecurity } from './page-security.ts'
import { type PortalRequest, requestOf } from './request.ts'

/**
 * One Next server per container, started with the container. A start that failed is tried again by the next request.
 */
export function createHandler(startFile: URL) {
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
  return async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const asked = readable(event)
    if (!asked) return refusalOf(turnAway(400))
    const turnedAway = await gate(asked)
    if (turnedAway) return refusalOf(turnedAway)
    const policy = newContentPolicy()
    asked.headers['content-security-policy'] = policy
    const ask = await ready()
    const result = resultOf(await ask(asked))
    return { ...result, headers: { ...result.headers, ...pageSecurity, 'content-security-policy': policy } }
  }
}

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
