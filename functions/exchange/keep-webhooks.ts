import { type DeliveryRecord, sentAgain } from '#shared/exchange/delivery'
import {
  MOST_WEBHOOKS,
  type WebhookEvent,
  type WebhookRecord,
  type WebhookView,
  webhookViewOf,
} from '#shared/exchange/webhook'
import { instantOf } from '#shared/kernel/instant'
import { isRefusal, type Refusal, refuse } from '#shared/kernel/result'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf, type Command, oneEffect } from '../kernel/command.ts'
import { sha256 } from '../kernel/digest.ts'
import { timedId } from '../kernel/timed-id.ts'
import type { ClientStore, CountyDigests, DeliveryStore, WebhookStore } from './ports.ts'
import { secretOf } from './webhook-secret.ts'

interface Needs {
  readonly tenant: string
  readonly clients: Pick<ClientStore, 'of'>
  readonly webhooks: WebhookStore
  readonly deliveries: DeliveryStore
  readonly digests: CountyDigests
  readonly clock: Clock
}

interface Asked {
  readonly person: string
  readonly key: string
}

interface NewWebhook {
  readonly client: string
  readonly url: string
  readonly events: readonly WebhookEvent[]
}

/** Tells a client of events from now on. */
export const createWebhook =
  ({ tenant, clients, webhooks, digests, clock }: Needs) =>
  async (
    { person, key }: Asked,
    wanted: NewWebhook,
  ): Promise<{ webhook: WebhookView; secret: string } | Refusal> => {
    const submission = { key, bodyHash: bodyHashOf({ person, act: 'create-webhook', wanted }) }
    const salt = sha256(`webhook salt ${tenant} ${key}`)
    const made = await oneEffect(webhooks, submission, async () => {
      const client = await clients.of(wanted.client)
      if (!client) return refuse('unknown-client')
      if (client.state === 'revoked') return refuse('client-revoked')
      if ((await webhooks.list()).length >= MOST_WEBHOOKS) return refuse('too-many-webhooks')
      const nowMs = clock.now()
      const at = instantOf(nowMs)
      const id = timedId(nowMs, `webhook ${tenant} ${key}`)
      const webhook: WebhookRecord = {
        id,
        version: 1,
        ...wanted,
        events: [...wanted.events],
        state: 'active',
        salt,
        createdAt: at,
        createdBy: person,
      }
      const act = { act: 'webhook-created', actor: person, post: 'administrator', subject: id, at }
      return kept(webhooks, { ...submission, act }, webhook)
    })
    if (isRefusal(made)) return made
    return { webhook: made, secret: await secretOf(digests, { id: made.id, salt }) }
  }

/** Stops an endpoint, or resumes it: also one that its receiver had said was gone. */
export const switchWebhook =
  ({ webhooks, clock }: Needs) =>
  async (
    { person, key }: Asked,
    wanted: { readonly id: string; readonly version: number; readonly state: 'active' | 'off' },
  ): Promise<WebhookView | Refusal> => {
    const { id, version, state } = wanted
    const submission = { key, bodyHash: bodyHashOf({ person, act: 'switch-webhook', wanted }) }
    return oneEffect(webhooks, submission, async () => {
      const before = await webhooks.of(id)
      if (!before) return refuse('unknown-webhook')
      if (before.version !== version) return refuse('webhook-changed')
      const at = instantOf(clock.now())
      const named = state === 'active' ? 'webhook-resumed' : 'webhook-stopped'
      const act = { act: named, actor: person, post: 'administrator', subject: id, at }
      return kept(webhooks, { ...submission, act }, { ...before, version: version + 1, state })
    })
  }

/** Keeps an endpoint; the command answers how it was then, whatever becomes of it later. */
async function kept(
  webhooks: WebhookStore,
  command: Omit<Command, 'answer'>,
  webhook: WebhookRecord,
): Promise<WebhookView | 'changed'> {
  const answer = webhookViewOf(webhook)
  const outcome = await webhooks.keep({ ...command, answer }, webhook)
  return outcome === 'changed' ? outcome : answer
}

/** Sends a delivery once more, whatever became of it. */
export const replayDelivery =
  ({ webhooks, deliveries, clock }: Needs) =>
  async (
    { person, key }: Asked,
    wanted: { readonly webhook: string; readonly delivery: string; readonly version: number },
  ): Promise<DeliveryRecord | Refusal> => {
    const submission = { key, bodyHash: bodyHashOf({ person, act: 'replay-delivery', wanted }) }
    const { webhook, delivery, version } = wanted
    return oneEffect(deliveries, submission, async () => {
      if (!(await webhooks.of(webhook))) return refuse('unknown-webhook')
      const before = await deliveries.of(webhook, delivery)
      if (!before) return refuse('unknown-delivery')
      if (before.version !== version) return refuse('delivery-changed')
      const nowMs = clock.now()
      const at = instantOf(nowMs)
      const act = { act: 'delivery-replayed', actor: person, post: 'administrator', subject: delivery, at }
      const after = sentAgain(before, nowMs)
      const outcome = await deliveries.replay({ ...submission, act, answer: after }, before, after)
      return outcome === 'changed' ? outcome : after
    })
  }
