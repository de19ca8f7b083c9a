import { begun, type Delivery, heldUntil, isEarly, settled, unsendable } from '#shared/messages/delivery'
import { isWaiting, type MessageRecord } from '#shared/messages/message'
import { sendableFrom } from '#shared/messages/quiet-hours'
import { retryAt } from '#shared/messages/retries'
import { MOST_PARTS, shortMessageParts } from '#shared/messages/short-message'
import { renderText, templates } from '#shared/messages/templates'
import type { Clock } from '../kernel/clock.ts'
import {
  type Address,
  LONGEST_DELAY_MS,
  type MessageGateway,
  type MessageQueue,
  type MessageRef,
  type MessageStore,
  type MessageTerms,
  type MessageTermsOf,
} from './ports.ts'

interface Needs {
  readonly storeOf: (scope: string) => MessageStore
  readonly termsOf: MessageTermsOf
  readonly queue: MessageQueue
  /** Absent where the installation has none. */
  readonly gateway: MessageGateway | undefined
  /** Where the portal is reached. */
  readonly origin: string
  readonly clock: Clock
}

/**
 * Sends a message, if it is its turn. May be told late, twice or at once by several: a try begins with a write that only
 * one of them makes, before the gateway is asked, and ends with one. Whoever is cut off in between leaves a message at
 * `sending`: the gateway may have taken it. It goes out again only where the gateway takes the same id once; elsewhere it
 * ends as `unconfirmed`. So a receiver may be told twice only by a gateway that breaks its word. Answers the message as it
 * left it; undefined when there was nothing to do.
 */
export const sendMessage =
  (needs: Needs) =>
  async ({ scope, id }: MessageRef): Promise<MessageRecord | undefined> => {
    const store = needs.storeOf(scope)
    const now = needs.clock.now()
    const message = await store.read(id)
    if (!message || !isWaiting(message) || isEarly(message, now)) return undefined
    const { gateway } = needs
    if (message.state === 'sending' && !mayRepeat(needs, message))
      return change(store, message, afterTry(needs, message, { outcome: 'unknown', fault: 'timeout' }))
    if (!gateway) return change(store, message, unsendable(message))
    const terms = await needs.termsOf(scope)
    const urgent = message.urgent || templates[message.template].urgent
    const from = urgent ? now : sendableFrom(now, terms.quietHours)
    if (from > now) return change(store, message, heldUntil(message, from))
    return trySending({ ...needs, gateway }, store, message, terms)
  }

/** Whether a try that was cut off is followed by another. */
const mayRepeat = ({ gateway, clock }: Needs, { attempts }: MessageRecord) =>
  gateway?.repeatable === true && retryAt(attempts, clock.now()) !== undefined

/** The message as it is then; undefined when somebody else changed it meanwhile: what they wrote stands. */
async function change(store: MessageStore, before: MessageRecord, after: MessageRecord) {
  return (await store.change(before, after)) === 'done' ? after : undefined
}

const afterTry = ({ gateway, clock }: Needs, message: MessageRecord, delivery: Delivery) =>
  settled(message, delivery, { now: clock.now(), repeatable: gateway?.repeatable ?? false })

async function trySending(
  needs: Needs & { readonly gateway: MessageGateway },
  store: MessageStore,
  message: MessageRecord,
  terms: MessageTerms,
): Promise<MessageRecord | undefined> {
  const address = await store.address(message.person)
  const trying = begun(message, address?.channel ?? 'sms', needs.clock.now())
  if (!(await change(store, message, trying))) return undefined
  const delivery = address
    ? await deliver(needs, store, trying, { terms, address })
    : turnedDown('no-address')
  const tried = await change(store, trying, afterTry(needs, trying, delivery))
  if (tried?.state === 'failed') await bringBack(needs, tried)
  return tried
}

/** The next try, where it is near; the later ones are fetched from the table. */
async function bringBack({ queue, clock }: Needs, { scope, id, due }: MessageRecord): Promise<void> {
  const delayMs = due ? Date.parse(due) - clock.now() : 0
  if (delayMs <= LONGEST_DELAY_MS) await queue.put({ scope, id }, Math.max(0, delayMs))
}

async function deliver(
  { gateway, origin }: Needs & { readonly gateway: MessageGateway },
  store: MessageStore,
  { id, template, language }: MessageRecord,
  { terms, address }: { readonly terms: MessageTerms; readonly address: Address },
): Promise<Delivery> {
  const parameters = await store.content(id)
  if (!parameters) return turnedDown('content-expired')
  const sender = { place: terms.place[language], origin }
  const text = renderText(template, language, parameters, sender)
  const parts = shortMessageParts(text)
  if (parts > MOST_PARTS) return turnedDown('too-long')
  return gateway.send({
    ...address,
    id,
    text,
    parts,
    template,
    language,
    parameters: { ...parameters, ...sender },
  })
}

const turnedDown = (fault: Extract<Delivery, { fault: unknown }>['fault']): Delivery => ({
  outcome: 'turned-down',
  fault,
})
