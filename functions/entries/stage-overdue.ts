import { defaultCalendar } from '#shared/deadlines/default-calendar'
import { tradeClock } from '../platform/clock.ts'
import { createStores } from '../platform/dynamo/stores.ts'
import { timerFired, workflowStep } from '../platform/step-functions/workflow-step.ts'
import { stageOverdue } from '../workflow/stage-overdue.ts'

const storesOf = createStores()

export const handler = workflowStep(timerFired, ({ tenant, ...fired }) =>
  stageOverdue({ store: storesOf(tenant).store, clock: tradeClock, calendar: defaultCalendar })(fired),
)
