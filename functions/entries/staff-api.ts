import { contactContracts } from '#shared/cases/contact'
import { actOnCase, listQueue, readCase } from '#shared/cases/contract'
import { readHealth } from '#shared/health/contract'
import { readCounty } from '#shared/tenants/contract'
import { contactRoutes } from '../cases/contact-routes.ts'
import { staffRoutes } from '../cases/routes.ts'
import { healthRoutes } from '../health/routes.ts'
import { tradeClock } from '../platform/clock.ts'
import { createContactStores } from '../platform/dynamo/contact-store.ts'
import { createCountyTerms } from '../platform/dynamo/county-terms.ts'
import { createCountyReader } from '../platform/dynamo/platform-county-reader.ts'
import { createStores } from '../platform/dynamo/stores.ts'
import { serve } from '../platform/http/serve.ts'
import { configuredGuard } from '../platform/identity/configured-guard.ts'
import { countyRoutes } from '../tenants/county-routes.ts'

const clock = tradeClock
const storesOf = createStores()

/** The county staff's way in; also tells what is under /api but does not exist. */
export const handler = serve(
  [readCase, actOnCase, listQueue, ...contactContracts, readHealth, readCounty],
  {
    ...staffRoutes({ storesOf, clock, termsOf: createCountyTerms() }),
    ...contactRoutes({ storesOf, ...createContactStores(), clock }),
    ...healthRoutes({ clock }),
    ...countyRoutes({ read: createCountyReader() }),
  },
  configuredGuard(),
)
