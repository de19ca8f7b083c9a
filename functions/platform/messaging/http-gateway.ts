import { createHmac } from 'node:crypto'
import { lookup as resolve } from 'node:dns'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Delivery } from '#shared/messages/delivery'
import type { Envelope, MessageGateway } from '../../messages/ports.ts'
import { realNow } from '../clock.ts'
import { isPublicAddress } from './public-address.ts'

export interface HttpGatewayOptions {
  /** `https://…`; no other scheme is spoken. */
  readonly url: string
  /** Known to the gateway and to us. */
  readonly secret: () => Promise<string>
  /** Which addresses may be called; tests have none but their own machine's. */
  readonly mayCall?: (address: string) => boolean
  /** The certificate that a test's gateway shows. */
  readonly ca?: string
  readonly timeoutMs?: number
}

/** A gateway that has not answered by then may have taken the message or not. */
const TIMEOUT_MS = 10_000
/** More than any gateway has to say. */
const LONGEST_ANSWER = 64 * 1024

/**
 * A county's own gateway of short messages, as an HTTP service: it gets each message as JSON, signed with
 * `x-chengyun-signature: v1=<HMAC-SHA256 of "<timestamp>.<body>", hexadecimal>`, and must take the same
 * `idempotency-key` once. Redirects are not followed, and no address inside a network is called: names are resolved here,
 * and the address that was judged is the one that is called.
 */
export function createHttpGateway(options: HttpGatewayOptions): MessageGateway {
  const url = new URL(options.url)
  if (url.protocol !== 'https:' || url.username || url.password)
    throw new Error('The gateway of messages must be an https:// address without user and password.')
  return {
    repeatable: true,
    async send(envelope) {
      try {
        return outcomeOf(await post(url, options, envelope))
      } catch (error) {
        return failureOf(error)
      }
    },
  }
}

class Forbidden extends Error {
  override readonly name = 'Forbidden'
}

interface Answer {
  readonly status: number
  readonly body: string
}

async function post(url: URL, options: HttpGatewayOptions, envelope: Envelope): Promise<Answer> {
  const { secret, mayCall = isPublicAddress, ca, timeoutMs = TIMEOUT_MS } = options
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // a literal address is called without being looked up
  if (isIP(host) && !mayCall(host)) throw new Forbidden(host)
  const body = JSON.stringify(envelope)
  const timestamp = String(Math.floor(realNow() / 1000))
  const signature = createHmac('sha256', await secret())
    .update(`${timestamp}.${body}`)
    .digest('hex')
  return new Promise((done, fail) => {
    const sent = request(
      url,
      {
        method: 'POST',
        agent: false,
        lookup: judgedLookup(mayCall),
        signal: AbortSignal.timeout(timeoutMs),
        ...(ca && { ca }),
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'idempotency-key': envelope.id,
          'x-chengyun-timestamp': timestamp,
          'x-chengyun-signature': `v1=${signature}`,
        },
      },
      (response) => void read(response).then(done, fail),
    )
    sent.on('error', fail)
    sent.end(body)
  })
}

/** Resolves a name to those of its addresses that may be called; none is an error. */
const judgedLookup =
  (mayCall: (address: string) => boolean): LookupFunction =>
  (hostname, { family, hints, all }, done) =>
    resolve(
      hostname,
      { ...(family !== undefined && { family }), ...(hints !== undefined && { hints }), all: true },
      (error, found) => {
        if (error) return done(error, [])
        const allowed = found.filter(({ address }) => mayCall(address))
        const [first] = allowed
        if (!first) return done(new Forbidden(hostname), [])
        return all ? done(null, allowed) : done(null, first.address, first.family)
      },
    )

async function read(response: IncomingMessage): Promise<Answer> {
  let body = ''
  response.setEncoding('utf8')
  for await (const part of response) {
    body += part
    if (body.length > LONGEST_ANSWER) break
  }
  response.destroy()
  return { status: response.statusCode ?? 0, body }
}

function outcomeOf({ status, body }: Answer): Delivery {
  if (status >= 200 && status < 300) return { outcome: 'sent', provider: nameOf(body) }
  if (status >= 300 && status < 400) return { outcome: 'turned-down', fault: 'gateway-forbidden' }
  if (status === 429 || status === 503) return { outcome: 'failed', fault: 'throttled' }
  if (status === 408) return { outcome: 'unknown', fault: 'timeout' }
  if (status >= 500) return { outcome: 'unknown', fault: 'gateway-error' }
  return { outcome: 'turned-down', fault: 'turned-down' }
}

/** What the gateway calls the message: `{"id": "…"}`; it need not call it anything. */
function nameOf(body: string): string {
  try {
    const { id } = JSON.parse(body) as { id?: unknown }
    return typeof id === 'string' || typeof id === 'number' ? String(id).slice(0, 100) : '-'
  } catch {
    return '-'
  }
}

/** Connections that were never made took nothing along. */
const NEVER_REACHED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']

function failureOf(error: unknown): Delivery {
  const { name, code = '' } = error as { name?: string; code?: string }
  if (name === 'Forbidden') return { outcome: 'turned-down', fault: 'gateway-forbidden' }
  if (NEVER_REACHED.includes(code)) return { outcome: 'failed', fault: 'unreachable' }
  if (name === 'AbortError' || name === 'TimeoutError') return { outcome: 'unknown', fault: 'timeout' }
  return { outcome: 'unknown', fault: 'gateway-error' }
}
