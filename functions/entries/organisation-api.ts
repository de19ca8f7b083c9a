import { organisationContracts } from '#shared/organisation/contract'
import { areaRoutes } from '../organisation/area-routes.ts'
import { tradeClock } from '../platform/clock.ts'
import { createGrounds } from '../platform/dynamo/organisation-stores.ts'
import { serve } from '../platform/http/serve.ts'
import { configuredGuard } from '../platform/identity/configured-guard.ts'

/** The ground of a county, for its administrators; every post may read it. */
export const handler = serve(
  organisationContracts,
  areaRoutes({ ...createGrounds(), clock: tradeClock }),
  configuredGuard(),
)
