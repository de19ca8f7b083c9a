import { organisationContracts } from '#shared/organisation/contract'
import { phraseContracts } from '#shared/phrases/contract'
import { countySettingsContracts } from '#shared/tenants/contract'
import { areaRoutes } from '../organisation/area-routes.ts'
import { phraseRoutes } from '../phrases/routes.ts'
import { tradeClock } from '../platform/clock.ts'
import { createCountyReader } from '../platform/dynamo/county-reader.ts'
import { createGrounds } from '../platform/dynamo/organisation-stores.ts'
import { createOwnSettings } from '../platform/dynamo/own-settings-store.ts'
import { createPhrases } from '../platform/dynamo/phrase-store.ts'
import { serve } from '../platform/http/serve.ts'
import { configuredGuard } from '../platform/identity/configured-guard.ts'
import { countySettingsRoutes } from '../tenants/settings-routes.ts'

/** The ground of a county and its phrases, that every post may read, and what it keeps of its settings. */
export const handler = serve(
  [...organisationContracts, ...countySettingsContracts, ...phraseContracts],
  {
    ...phraseRoutes({ phrasesOf: createPhrases(), clock: tradeClock }),
    ...areaRoutes({ ...createGrounds(), clock: tradeClock }),
    ...countySettingsRoutes({ read: createCountyReader(), ownOf: createOwnSettings(), clock: tradeClock }),
  },
  configuredGuard(),
)
