import { leavingContracts } from '#shared/tenants/leaving-contract'
import { tradeClock } from '../platform/clock.ts'
import { createRegistries } from '../platform/dynamo/platform-registry-store.ts'
import { serve } from '../platform/http/serve.ts'
import { configuredGuard } from '../platform/identity/configured-guard.ts'
import { createExportLinks } from '../platform/s3/export-links.ts'
import { createLeavingRuns } from '../platform/step-functions/leaving-runs.ts'
import { leavingRoutes } from '../tenants/leaving-routes.ts'

/** The commission's way to take a county out, and to erase it. */
export const handler = serve(
  leavingContracts,
  leavingRoutes({
    registryOfCity: createRegistries().ofCity,
    runs: createLeavingRuns(),
    links: createExportLinks(),
    clock: tradeClock,
  }),
  configuredGuard(),
)
