import { staffCaseContracts } from '#shared/cases/staff-contracts'
import { readHealth } from '#shared/health/contract'
import { readCounty } from '#shared/tenants/contract'
import { staffCaseRoutes } from '../cases/staff-routes.ts'
import { choose } from '../dispatch/choose.ts'
import { healthRoutes } from '../health/routes.ts'
import { createCaseNeeds } from '../platform/dynamo/case-needs.ts'
import { createContactStores } from '../platform/dynamo/contact-store.ts'
import { createCountyReader } from '../platform/dynamo/county-reader.ts'
import { createDispatchSources } from '../platform/dynamo/dispatch-sources.ts'
import { createSpotChecks } from '../platform/dynamo/spot-checks.ts'
import { serve } from '../platform/http/serve.ts'
import { configuredGuard } from '../platform/identity/configured-guard.ts'
import { countyRoutes } from '../tenants/county-routes.ts'

const read = createCountyReader()
const sourcesOf = createDispatchSources()
const suggestOf = (tenant: string) => choose(sourcesOf(tenant))
const cases = { ...createCaseNeeds(), ...createSpotChecks(read), suggestOf }

/** The county staff's way in, and the commission's into a case; also tells what is under /api but does not exist. */
export const handler = serve(
  [...staffCaseContracts, readHealth, readCounty],
  {
    ...staffCaseRoutes({ ...cases, ...createContactStores() }),
    ...healthRoutes(cases),
    ...countyRoutes({ read }),
  },
  configuredGuard(),
)
