import { tradeClock } from '../platform/clock.ts'
import { createOpenWork } from '../platform/dynamo/open-work.ts'
import { createStores } from '../platform/dynamo/stores.ts'
import { log } from '../platform/log.ts'
import { createExecutionWatch } from '../platform/step-functions/execution-watch.ts'
import { reconcile } from '../workflow/reconcile.ts'

const storesOf = createStores()
const run = reconcile({
  storeOf: (tenant) => storesOf(tenant).store,
  openWork: createOpenWork(),
  executions: createExecutionWatch(),
  clock: tradeClock,
})

export async function handler() {
  const done = await run()
  log.info('reconciled', { ...done })
  return done
}
