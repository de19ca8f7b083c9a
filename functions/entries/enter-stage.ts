import { createStores } from '../platform/dynamo/stores.ts'
import { createSignals } from '../platform/step-functions/signals.ts'
import { stageEntered, workflowStep } from '../platform/step-functions/workflow-step.ts'
import { enterStage } from '../workflow/enter-stage.ts'

const storesOf = createStores()
const signals = createSignals()

export const handler = workflowStep(stageEntered, async ({ tenant, ...entered }) => {
  await enterStage({ store: storesOf(tenant).store, signals })(entered)
})
