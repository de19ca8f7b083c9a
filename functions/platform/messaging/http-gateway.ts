import { createHmac } from 'node:crypto'
import type { Delivery } from '#shared/messages/delivery'
import type { Envelope, MessageGateway } from '../../messages/ports.ts'
import { realNow } from '../clock.ts'
import { type Judging, judgedRequest } from './judged-request.ts'

export interface HttpGatewayOptions extends Judging {
  /** `https://…`; no other scheme is spoken. */
  readonly url: string
  /** Known to the gateway and to us. */
  readonly secret: () => Promise<string>
  readonly timeoutMs?: number
}

/** A gateway that has not answered by then may have taken the message or not. */
const TIMEOUT_MS = 10_000
/** More than any gateway has to say. */
const LONGEST_ANSWER = 64 * 1024

/**
 * A county's own gateway of short messages, as an HTTP service: it gets each message as JSON, signed with
 * `x-chengyun-signature: v1=<HMAC-SHA256 of "<timestamp>.<body>", hexadecimal>`, and must take the same
 * `idempotency-key` once. Redirects are not followed, and no address inside a network is called.
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

async function post(url: URL, options: HttpGatewayOptions, envelope: Envelope): Promise<Answer> {
  const { secret, timeoutMs = TIMEOUT_MS, ...judging } = options
  const body = JSON.stringify(envelope)
  const timestamp = String(Math.floor(realNow() / 1000))
  const signature = createHmac('sha256', await secret())
    .update(`${timestamp}.${body}`)
    .digest('hex')
  const answer = await judgedRequest(url, {
    ...judging,
    method: 'POST',
    timeoutMs,
    mostBytes: LONGEST_ANSWER,
    body,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': envelope.id,
      'x-chengyun-timestamp': timestamp,
      'x-chengyun-signature': `v1=${signature}`,
    },
  })
  return { status: answer.status, body: answer.body.toString('utf8') }
}

interface Answer {
  readonly status: number
  readonly body: string
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
