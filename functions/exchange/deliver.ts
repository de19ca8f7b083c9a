import { afterTry, isDue, withoutEndpoint } from '#shared/exchange/delivery'
import { instantOf } from '#shared/kernel/instant'
import type { Clock } from '../kernel/clock.ts'
import type { CountyDigests, DeliveryRef, DeliveryStore, SendWebhook, WebhookStore } from './ports.ts'
import { secretOf } from './webhook-secret.ts'

interface Needs {
  webhooksOf(tenant: string): Pick<WebhookStore, 'of' | 'close'>
  deliveriesOf(tenant: string): Pick<DeliveryStore, 'of' | 'tell'>
  digestsOf(tenant: string): CountyDigests
  readonly send: SendWebhook
  readonly clock: Clock
}

/**
 * Sends a delivery, if it is its turn. May be told late, twice or at once by several: a receiver that is told twice knows
 * it by its id. One that answers 410 is told nothing more until somebody switches it on again.
 */
export const deliver =
  ({ webhooksOf, deliveriesOf, digestsOf, send, clock }: Needs) =>
  async ({ tenant, webhook: endpoint, id }: DeliveryRef): Promise<void> => {
    const [webhooks, deliveries] = [webhooksOf(tenant), deliveriesOf(tenant)]
    const delivery = await deliveries.of(endpoint, id)
    if (!delivery || !isDue(delivery, clock.now())) return
    const webhook = await webhooks.of(endpoint)
    if (webhook?.state !== 'active') {
      await deliveries.tell(delivery, withoutEndpoint(delivery))
      return
    }
    const { event, number, kind, at } = delivery
    const outcome = await send({
      id,
      url: webhook.url,
      secret: await secretOf(digestsOf(tenant), webhook),
      payload: {
        type: event,
        timestamp: at,
        data: { jurisdiction_id: tenant, service_request_id: number, ...(kind && { service_code: kind }) },
      },
    })
    if (outcome.outcome === 'gone') await webhooks.close(webhook, instantOf(clock.now()))
    await deliveries.tell(delivery, afterTry(delivery, outcome, clock.now()))
  }
