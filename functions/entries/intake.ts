import { reportCase } from '#shared/cases/contract'
import { locatePlace } from '#shared/intake/place-contract'
import { reportRoutes } from '../cases/routes.ts'
import { placeRoutes } from '../intake/place-routes.ts'
import { createCaseNeeds } from '../platform/dynamo/case-needs.ts'
import { createGroundStore } from '../platform/dynamo/ground-store.ts'
import { perScope } from '../platform/dynamo/stores.ts'
import { serve } from '../platform/http/serve.ts'
import { configuredGuard } from '../platform/identity/configured-guard.ts'

/** Reports of every channel, and where what they tell of lies. */
export const handler = serve(
  [reportCase, locatePlace],
  {
    ...reportRoutes(createCaseNeeds()),
    ...placeRoutes({ groundOf: perScope(createGroundStore) }),
  },
  configuredGuard(),
)
