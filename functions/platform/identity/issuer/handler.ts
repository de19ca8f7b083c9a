import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { ISSUER_PATH } from '#shared/identity/portal-client'
import type { Bearers, Pages } from '../../../identity/ports.ts'
import { Busy } from '../../busy.ts'
import { realNow } from '../../clock.ts'
import { config } from '../../config.ts'
import { openPlatformTable } from '../../dynamo/platform-tables.ts'
import { log } from '../../log.ts'
import { type PortalAnswer, resultOf } from '../../portal/answer.ts'
import { type Ask, serveInMemory } from '../../portal/in-memory.ts'
import { type PortalRequest, requestOf } from '../../portal/request.ts'
import { publishIssuer } from '../published-issuer.ts'
import { publicHalf } from './derived-keys.ts'
import { createProvider, issuerOf, signingKeys } from './provider.ts'
import { readSeed, readSeeds } from './seeds.ts'
import { visit } from './visits.ts'

/** A rotation of the keys is noticed after this long at the latest. */
const KEYS_KEPT_MS = 5 * 60_000

interface Parts {
  readonly pages: Pages
  readonly bearers: Bearers
  /** Of every answer. */
  readonly headers: Readonly<Record<string, string>>
}

interface Running {
  readonly ask: Ask
  readonly since: number
  readonly readAt: number
}

/** The issuer behind the HTTP API: the library and our pages before it, on keys that are read anew every few minutes. */
export function createIssuerHandler(parts: Parts) {
  const origin = config('API_ORIGIN')
  const table = openPlatformTable()
  let running: Promise<Running> | undefined

  async function start(before: Running | undefined): Promise<Running> {
    const seeds = await readSeeds(config('ISSUER_SECRET'))
    if (before?.since === seeds.since) return { ...before, readAt: realNow() }
    const portalSeed = await readSeed(config('PORTAL_SECRET'))
    // published before anything is signed with them; whoever is overtaken signs with what is still published
    const jwks = { keys: signingKeys(seeds).map(publicHalf) }
    await publishIssuer(table, { issuer: issuerOf(origin), jwks, since: seeds.since })
    const provider = createProvider({
      origin,
      seeds,
      portalSeed,
      table,
      bearers: parts.bearers,
      errorPage: () => parts.pages.fault('zh', 'sign-in-over'),
    })
    const library = provider.callback()
    const ask = serveInMemory(async (request, response) => {
      // as where it is mounted: the library makes its own addresses of it
      Object.assign(request, { originalUrl: `${ISSUER_PATH}${request.url}` })
      try {
        if (!(await visit({ provider, pages: parts.pages, origin }, request, response)))
          library(request, response)
      } catch (error) {
        const busy = error instanceof Busy
        if (!busy) log.error('unexpected error', error, { route: 'identity' })
        response.writeHead(busy ? 503 : 500, { 'content-type': 'text/html; charset=utf-8' })
        response.end(parts.pages.fault('zh', 'unexpected'))
      }
    })
    return { ask, since: seeds.since, readAt: realNow() }
  }

  async function current(): Promise<Running> {
    const known = await running?.catch(() => undefined)
    if (known && realNow() - known.readAt < KEYS_KEPT_MS) return known
    running = start(known)
    return running
  }

  return async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const { ask } = await current()
    const answer = await ask(asIssuer(requestOf(event), origin))
    const found = isNobodys(answer) ? notFound(parts.pages) : answer
    const result = resultOf(found)
    return { ...result, headers: { ...result.headers, ...parts.headers } }
  }
}

/** Neither a page of ours nor an answer of the protocol. */
const isNobodys = ({ status, headers }: PortalAnswer) =>
  status === 404 && headers['content-type']?.startsWith('text/plain') === true

const notFound = (pages: Pages): PortalAnswer => ({
  status: 404,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: Buffer.from(pages.fault('zh', 'not-found')),
})

/** The request as the issuer's own origin would be asked: where it came to is known, whatever host it names. */
function asIssuer({ url, headers, ...asked }: PortalRequest, origin: string): PortalRequest {
  const { host, protocol } = new URL(origin)
  const within = url.startsWith(ISSUER_PATH) ? url.slice(ISSUER_PATH.length) || '/' : url
  return {
    ...asked,
    url: within,
    headers: { ...headers, host, 'x-forwarded-proto': protocol.slice(0, -1) },
  }
}
