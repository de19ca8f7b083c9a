import { sha256Hex } from '../kernel/digest.ts'
import { realNow, tradeClock } from '../platform/clock.ts'
import { createLeavingAccess } from '../platform/dynamo/leaving-access.ts'
import { createCountyAccounts } from '../platform/dynamo/platform-accounts.ts'
import { createRegistries } from '../platform/dynamo/platform-registry-store.ts'
import { createExportFiles } from '../platform/s3/export-files.ts'
import { leavingJob } from '../platform/step-functions/leaving-job.ts'
import { workflowStep } from '../platform/step-functions/workflow-step.ts'
import { leaveTenant } from '../tenants/leave-tenant.ts'

const WORK_MS = 60_000
const PART_SIZE = 4_000_000

/** Takes a county out, or erases it, for a minute at a time. */
export const handler = workflowStep(
  leavingJob,
  leaveTenant({
    registryOf: createRegistries().ofTenant,
    itemsOf: createLeavingAccess(),
    accountsOf: createCountyAccounts(),
    files: createExportFiles(),
    clock: tradeClock,
    digest: sha256Hex,
    timer: () => {
      const until = realNow() + WORK_MS
      return () => realNow() < until
    },
    partSize: PART_SIZE,
  }),
)
