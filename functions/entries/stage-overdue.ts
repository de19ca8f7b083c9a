import { tradeClock } from '../platform/clock.ts'
import { createCountyTerms } from '../platform/dynamo/county-terms.ts'
import { createStores } from '../platform/dynamo/stores.ts'
import { timerFired, workflowStep } from '../platform/step-functions/workflow-step.ts'
import { stageOverdue } from '../workflow/stage-overdue.ts'

const storesOf = createStores()
const termsOf = createCountyTerms()

export const handler = workflowStep(timerFired, async ({ tenant, ...fired }) => {
  const terms = await termsOf(tenant)
  return stageOverdue({ store: storesOf(tenant).store, clock: tradeClock, terms })(fired)
})
