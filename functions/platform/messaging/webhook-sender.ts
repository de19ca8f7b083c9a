import { Buffer } from 'node:buffer'
import { createHmac } from 'node:crypto'
import type { Outcome } from '#shared/exchange/delivery'
import type { SendWebhook } from '../../exchange/ports.ts'
import { realNow } from '../clock.ts'
import { type Judging, judgedRequest } from './judged-request.ts'

const TIMEOUT_MS = 10_000
/** What a receiver says is read for its status alone. */
const LONGEST_ANSWER = 1_024
const GONE = 410

/**
 * Sends a webhook as the Standard Webhooks have it: id, timestamp and an HMAC-SHA256 of `id.timestamp.body`. Redirects are
 * not followed, and no address inside a network is called.
 */
export const createWebhookSender =
  (judging: Judging = {}): SendWebhook =>
  async ({ id, url, secret, payload }) => {
    const body = JSON.stringify(payload)
    // receivers compare it with their own clocks, whatever the trade's time is
    const timestamp = String(Math.floor(realNow() / 1000))
    const signature = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
      .update(`${id}.${timestamp}.${body}`)
      .digest('base64')
    try {
      const { status } = await judgedRequest(new URL(url), {
        ...judging,
        method: 'POST',
        timeoutMs: TIMEOUT_MS,
        mostBytes: LONGEST_ANSWER,
        body,
        headers: {
          'content-type': 'application/json',
          'user-agent': 'Chengyun-Webhooks',
          'webhook-id': id,
          'webhook-timestamp': timestamp,
          'webhook-signature': `v1,${signature}`,
        },
      })
      return outcomeOf(status)
    } catch (error) {
      const forbidden = (error as { name?: string }).name === 'Forbidden'
      return forbidden ? { outcome: 'forbidden' } : { outcome: 'failed', fault: 'unreachable' }
    }
  }

function outcomeOf(status: number): Outcome {
  if (status >= 200 && status < 300) return { outcome: 'taken', status }
  return status === GONE ? { outcome: 'gone', status } : { outcome: 'failed', fault: 'answered', status }
}
