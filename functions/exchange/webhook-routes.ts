import { webhookViewOf } from '#shared/exchange/webhook'
import type { webhookContracts } from '#shared/exchange/webhook-contract'
import { instantOf } from '#shared/kernel/instant'
import { refuse } from '#shared/kernel/result'
import type { Routes } from '#shared/routes'
import type { Clock } from '../kernel/clock.ts'
import { createWebhook, replayDelivery, switchWebhook } from './keep-webhooks.ts'
import type { ClientStore, CountyDigests, DeliveryStore, WebhookStore } from './ports.ts'

interface Needs {
  clientsOf(tenant: string): ClientStore
  webhooksOf(tenant: string): WebhookStore
  deliveriesOf(tenant: string): DeliveryStore
  digestsOf(tenant: string): CountyDigests
  readonly clock: Clock
}

const LISTED = 50

export const webhookRoutes = ({
  clientsOf,
  webhooksOf,
  deliveriesOf,
  digestsOf,
  clock,
}: Needs): Routes<(typeof webhookContracts)[number]> => {
  const needsOf = (tenant: string) => ({
    tenant,
    clients: clientsOf(tenant),
    webhooks: webhooksOf(tenant),
    deliveries: deliveriesOf(tenant),
    digests: digestsOf(tenant),
    clock,
  })
  const serverTime = () => instantOf(clock.now())
  return {
    'list-webhooks': async ({ signedIn: { tenant } }) => ({
      webhooks: (await webhooksOf(tenant).list()).map(webhookViewOf),
      serverTime: serverTime(),
    }),
    'create-webhook': ({ signedIn: { tenant, person }, input, key }) =>
      createWebhook(needsOf(tenant))({ person, key }, input),
    'switch-webhook': ({ signedIn: { tenant, person }, params, input, key }) =>
      switchWebhook(needsOf(tenant))({ person, key }, { id: params.webhook, ...input }),
    'list-deliveries': async ({ signedIn: { tenant }, params: { webhook }, query: { after } }) => {
      if (!(await webhooksOf(tenant).of(webhook))) return refuse('unknown-webhook')
      const page = { limit: LISTED + 1, ...(after && { after }) }
      const found = await deliveriesOf(tenant).list(webhook, page)
      const deliveries = found.slice(0, LISTED)
      const last = found.length > LISTED && deliveries.at(-1)
      return { deliveries, ...(last && { next: last.id }), serverTime: serverTime() }
    },
    'replay-delivery': ({ signedIn: { tenant, person }, params, input, key }) =>
      replayDelivery(needsOf(tenant))(
        { person, key },
        { webhook: params.webhook, delivery: params.delivery, version: input.version },
      ),
  }
}
