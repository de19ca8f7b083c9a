import { reportCase } from '#shared/cases/contract'
import { locatePlace } from '#shared/intake/place-contract'
import { reportRoutes } from '../cases/routes.ts'
import { locate } from '../intake/locate.ts'
import { placeRoutes } from '../intake/place-routes.ts'
import { createCaseNeeds } from '../platform/dynamo/case-needs.ts'
import { createSurroundings } from '../platform/dynamo/surroundings.ts'
import { serve } from '../platform/http/serve.ts'
import { configuredGuard } from '../platform/identity/configured-guard.ts'

const readsOf = createSurroundings()
const groundOf = (tenant: string) => readsOf(tenant).ground
const surroundingsOf = (tenant: string) => ({
  ...readsOf(tenant).names,
  locate: locate({ tenant, ground: groundOf(tenant) }),
})

/** Reports of the county's own staff, and where what they tell of lies. */
export const handler = serve(
  [reportCase, locatePlace],
  {
    ...reportRoutes({ ...createCaseNeeds(), surroundingsOf }),
    ...placeRoutes({ groundOf }),
  },
  configuredGuard(),
)
