import { choose } from '../dispatch/choose.ts'
import { dispatchByRule } from '../dispatch/dispatch-by-rule.ts'
import { tradeClock } from '../platform/clock.ts'
import { createCountyTerms } from '../platform/dynamo/county-terms.ts'
import { createDispatchSources } from '../platform/dynamo/dispatch-sources.ts'
import { createStores } from '../platform/dynamo/stores.ts'
import { createSignals } from '../platform/step-functions/signals.ts'
import { stageEntered, workflowStep } from '../platform/step-functions/workflow-step.ts'
import { enterStage } from '../workflow/enter-stage.ts'

const storesOf = createStores()
const signals = createSignals()
const termsOf = createCountyTerms()
const sourcesOf = createDispatchSources()

/** The token first: whoever acts from then on, this function too, is told to the waiting run. */
export const handler = workflowStep(stageEntered, async ({ tenant, ...entered }) => {
  const { store } = storesOf(tenant)
  const [waiting, terms] = await Promise.all([enterStage({ store, signals })(entered), termsOf(tenant)])
  if (!waiting) return
  await dispatchByRule({ store, choose: choose(sourcesOf(tenant)), clock: tradeClock, terms })(waiting)
})
