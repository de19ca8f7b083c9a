import { exchangeContracts } from '#shared/exchange/contract'
import { exchangeRoutes } from '../exchange/routes.ts'
import { tradeClock } from '../platform/clock.ts'
import { createClientStore } from '../platform/dynamo/client-store.ts'
import { createCountyDigests } from '../platform/dynamo/county-digests.ts'
import { perScope } from '../platform/dynamo/stores.ts'
import { serve } from '../platform/http/serve.ts'
import { configuredGuard } from '../platform/identity/configured-guard.ts'

/** Whom of other systems a county lets in, for its administrators. */
export const handler = serve(
  exchangeContracts,
  exchangeRoutes({
    clientsOf: perScope(createClientStore),
    digestsOf: perScope(createCountyDigests),
    clock: tradeClock,
  }),
  configuredGuard(),
)
