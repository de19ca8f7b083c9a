import { reportCase } from '#shared/cases/contract'
import { intakeRoutes } from '../cases/routes.ts'
import { tradeClock } from '../platform/clock.ts'
import { createCountyTerms } from '../platform/dynamo/county-terms.ts'
import { createStores } from '../platform/dynamo/stores.ts'
import { serve } from '../platform/http/serve.ts'
import { configuredGuard } from '../platform/identity/configured-guard.ts'

/** Reports of every channel. */
export const handler = serve(
  [reportCase],
  intakeRoutes({ storesOf: createStores(), clock: tradeClock, termsOf: createCountyTerms() }),
  configuredGuard(),
)
