import { organisationContracts } from '#shared/organisation/contract'
import { countySettingsContracts } from '#shared/tenants/contract'
import { areaRoutes } from '../organisation/area-routes.ts'
import { tradeClock } from '../platform/clock.ts'
import { createGrounds } from '../platform/dynamo/organisation-stores.ts'
import { createOwnSettings } from '../platform/dynamo/own-settings-store.ts'
import { createCountyReader } from '../platform/dynamo/platform-county-reader.ts'
import { serve } from '../platform/http/serve.ts'
import { configuredGuard } from '../platform/identity/configured-guard.ts'
import { countySettingsRoutes } from '../tenants/settings-routes.ts'

/** The ground of a county, that every post may read, and what it keeps of its settings; for its administrators. */
export const handler = serve(
  [...organisationContracts, ...countySettingsContracts],
  {
    ...areaRoutes({ ...createGrounds(), clock: tradeClock }),
    ...countySettingsRoutes({ read: createCountyReader(), ownOf: createOwnSettings(), clock: tradeClock }),
  },
  configuredGuard(),
)
