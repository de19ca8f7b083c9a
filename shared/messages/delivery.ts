import { instantOf } from '../kernel/instant.ts'
import { type DeliveryFault, type MessageRecord, PASSING_ON_MS } from './message.ts'
import { retryAt } from './retries.ts'

/**
 * How a try ended. `failed`: the gateway certainly did not take it; `unknown`: it may have, the answer was lost;
 * `turned-down`: it will never take it.
 */
export type Delivery =
  | { readonly outcome: 'sent'; readonly provider: string }
  | { readonly outcome: 'failed' | 'unknown' | 'turned-down'; readonly fault: DeliveryFault }

/** Longer than a try can last: whoever still stands at `sending` after it was cut off. */
export const TRY_MS = 120_000

/** A try begins. Written before the gateway is asked, on condition that nobody else began one. */
export const begun = (message: MessageRecord, channel: 'sms', now: number): MessageRecord => {
  const { fault: _, ...rest } = message
  return {
    ...rest,
    state: 'sending',
    channel,
    attempts: message.attempts + 1,
    due: instantOf(now + TRY_MS),
    version: message.version + 1,
  }
}

/** Waits for the end of the quiet hours. */
export const heldUntil = (message: MessageRecord, until: number): MessageRecord => ({
  ...message,
  state: 'held',
  due: instantOf(until),
  version: message.version + 1,
})

/**
 * After a try. What the gateway may have taken is repeated only where it takes the same message once (`repeatable`); else
 * it stays `unconfirmed`, for somebody to ask the receiver: never sent twice knowingly.
 */
export function settled(
  message: MessageRecord,
  delivery: Delivery,
  { now, repeatable }: { readonly now: number; readonly repeatable: boolean },
): MessageRecord {
  const { due: _, fault: __, ...rest } = message
  const next = { ...rest, version: message.version + 1 }
  if (delivery.outcome === 'sent')
    return { ...next, state: 'sent', provider: delivery.provider, sentAt: instantOf(now) }
  const { fault, outcome } = delivery
  if (outcome === 'turned-down') return { ...next, state: 'gave-up', fault }
  if (outcome === 'unknown' && !repeatable) return { ...next, state: 'unconfirmed', fault }
  const again = retryAt(message.attempts, now)
  return again === undefined
    ? { ...next, state: 'gave-up', fault }
    : { ...next, state: 'failed', fault, due: instantOf(again) }
}

/** No way out of the installation: it stays visible, and can be sent once there is a gateway. */
export const unsendable = (message: MessageRecord): MessageRecord => {
  const { due: _, ...rest } = message
  return { ...rest, state: 'no-gateway', version: message.version + 1 }
}

/** Asked for once more by somebody: with all its tries before it. */
export const resent = (message: MessageRecord, now: number): MessageRecord => {
  const { fault: _, ...rest } = message
  return {
    ...rest,
    state: 'queued',
    attempts: 0,
    due: instantOf(now + PASSING_ON_MS),
    version: message.version + 1,
  }
}

/** What somebody may ask for once more: whatever has ended without being known as sent. */
export const canResend = ({ state }: Pick<MessageRecord, 'state'>) =>
  state === 'gave-up' || state === 'unconfirmed' || state === 'no-gateway'

/** Whether a message waits for a time that has not come. */
export const isEarly = ({ state, due }: MessageRecord, now: number) =>
  (state === 'held' || state === 'failed' || state === 'sending') &&
  due !== undefined &&
  Date.parse(due) > now
