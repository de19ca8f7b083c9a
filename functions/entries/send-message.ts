import { sendMessage } from '../messages/send-message.ts'
import { tradeClock } from '../platform/clock.ts'
import { config } from '../platform/config.ts'
import { createMessageStore } from '../platform/dynamo/message-store.ts'
import { createMessageTerms } from '../platform/dynamo/message-terms.ts'
import { perScope } from '../platform/dynamo/stores.ts'
import { configuredGateway } from '../platform/messaging/configured-gateway.ts'
import { consumeMessageQueue, createMessageQueue } from '../platform/queues/message-queue.ts'

/** Sends the messages that the queue brings. */
export const handler = consumeMessageQueue(
  sendMessage({
    storeOf: perScope(createMessageStore),
    termsOf: createMessageTerms(),
    queue: createMessageQueue(),
    gateway: configuredGateway(),
    origin: config('API_ORIGIN'),
    clock: tradeClock,
  }),
)
