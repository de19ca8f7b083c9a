import { exchangeContracts } from '#shared/exchange/contract'
import { webhookContracts } from '#shared/exchange/webhook-contract'
import { exchangeRoutes } from '../exchange/routes.ts'
import { webhookRoutes } from '../exchange/webhook-routes.ts'
import { tradeClock } from '../platform/clock.ts'
import { createClientStore } from '../platform/dynamo/client-store.ts'
import { createCountyDigests } from '../platform/dynamo/county-digests.ts'
import { createDeliveryStore } from '../platform/dynamo/delivery-store.ts'
import { perScope } from '../platform/dynamo/stores.ts'
import { createWebhookStore } from '../platform/dynamo/webhook-store.ts'
import { serve } from '../platform/http/serve.ts'
import { configuredGuard } from '../platform/identity/configured-guard.ts'

const needs = {
  clientsOf: perScope(createClientStore),
  webhooksOf: perScope(createWebhookStore),
  deliveriesOf: perScope(createDeliveryStore),
  digestsOf: perScope(createCountyDigests),
  clock: tradeClock,
}

/** Whom of other systems a county lets in and tells of events, for its administrators. */
export const handler = serve(
  [...exchangeContracts, ...webhookContracts],
  { ...exchangeRoutes(needs), ...webhookRoutes(needs) },
  configuredGuard(),
)
