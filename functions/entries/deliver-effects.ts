import { createStores } from '../platform/dynamo/stores.ts'
import { consumeCaseChanges } from '../platform/dynamo/stream-consumer.ts'
import { createExecutions } from '../platform/step-functions/executions.ts'
import { createSignals } from '../platform/step-functions/signals.ts'
import { deliverEffects } from '../workflow/deliver-effects.ts'

const storesOf = createStores()
const signals = createSignals()
const executions = createExecutions()

export const handler = consumeCaseChanges((tenant, change) =>
  deliverEffects({ store: storesOf(tenant).store, signals, executions })(change),
)
