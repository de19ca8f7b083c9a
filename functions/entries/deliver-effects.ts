import { createStores } from '../platform/dynamo/stores.ts'
import { consumeChanges } from '../platform/dynamo/stream-consumer.ts'
import { createMessageQueue } from '../platform/queues/message-queue.ts'
import { createSeenRows } from '../platform/queues/seen-rows.ts'
import { createExecutions } from '../platform/step-functions/executions.ts'
import { createSignals } from '../platform/step-functions/signals.ts'
import { deliverEffects } from '../workflow/deliver-effects.ts'

const storesOf = createStores()
const signals = createSignals()
const executions = createExecutions()

export const handler = consumeChanges({
  tellSeen: createSeenRows(),
  messages: createMessageQueue(),
  use: (tenant, change) => deliverEffects({ store: storesOf(tenant).store, signals, executions })(change),
})
