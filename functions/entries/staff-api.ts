import { staffCaseContracts } from '#shared/cases/staff-contracts'
import { readHealth } from '#shared/health/contract'
import { readCounty } from '#shared/tenants/contract'
import { staffCaseRoutes } from '../cases/staff-routes.ts'
import { healthRoutes } from '../health/routes.ts'
import { tradeClock } from '../platform/clock.ts'
import { createContactStores } from '../platform/dynamo/contact-store.ts'
import { createCountyTerms } from '../platform/dynamo/county-terms.ts'
import { createCountyReader } from '../platform/dynamo/platform-county-reader.ts'
import { createSpotChecks } from '../platform/dynamo/spot-checks.ts'
import { createStores } from '../platform/dynamo/stores.ts'
import { serve } from '../platform/http/serve.ts'
import { configuredGuard } from '../platform/identity/configured-guard.ts'
import { countyRoutes } from '../tenants/county-routes.ts'

const clock = tradeClock
const read = createCountyReader()
const cases = { storesOf: createStores(), clock, termsOf: createCountyTerms(), ...createSpotChecks(read) }

/** The county staff's way in, and the commission's into a case; also tells what is under /api but does not exist. */
export const handler = serve(
  [...staffCaseContracts, readHealth, readCounty],
  {
    ...staffCaseRoutes({ ...cases, ...createContactStores() }),
    ...healthRoutes({ clock }),
    ...countyRoutes({ read }),
  },
  configuredGuard(),
)
