import { hotlineContracts } from '#shared/hotline/contract'
import { hotlineRoutes } from '../hotline/routes.ts'
import { tradeClock } from '../platform/clock.ts'
import { createCallBook } from '../platform/dynamo/call-book.ts'
import { createStores, perScope } from '../platform/dynamo/stores.ts'
import { serve } from '../platform/http/serve.ts'
import { configuredGuard } from '../platform/identity/configured-guard.ts'

/** The seats of 12319: who calls, what they were told at once, and the log of the day. */
export const handler = serve(
  hotlineContracts,
  hotlineRoutes({ bookOf: perScope(createCallBook), casesOf: createStores(), clock: tradeClock }),
  configuredGuard(),
)
