import { deliver } from '../exchange/deliver.ts'
import { tradeClock } from '../platform/clock.ts'
import { createCountyDigests } from '../platform/dynamo/county-digests.ts'
import { createDeliveryStore } from '../platform/dynamo/delivery-store.ts'
import { perScope } from '../platform/dynamo/stores.ts'
import { createWebhookStore } from '../platform/dynamo/webhook-store.ts'
import { createWebhookSender } from '../platform/messaging/webhook-sender.ts'
import { consumeDeliveries } from '../platform/queues/delivery-queue.ts'

/** Tells the endpoints of clients what happened. */
export const handler = consumeDeliveries(
  deliver({
    webhooksOf: perScope(createWebhookStore),
    deliveriesOf: perScope(createDeliveryStore),
    digestsOf: perScope(createCountyDigests),
    send: createWebhookSender(),
    clock: tradeClock,
  }),
)
