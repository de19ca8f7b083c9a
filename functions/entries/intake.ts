import { reportCase } from '#shared/cases/contract'
import { fieldContracts } from '#shared/intake/field-contract'
import { locatePlace } from '#shared/intake/place-contract'
import { reportRoutes } from '../cases/routes.ts'
import { fieldRoutes } from '../intake/field-routes.ts'
import { locate } from '../intake/locate.ts'
import { placeRoutes } from '../intake/place-routes.ts'
import { createCaseNeeds } from '../platform/dynamo/case-needs.ts'
import { createFieldStores } from '../platform/dynamo/field-stores.ts'
import { createSurroundings } from '../platform/dynamo/surroundings.ts'
import { serve } from '../platform/http/serve.ts'
import { configuredGuard } from '../platform/identity/configured-guard.ts'

const readsOf = createSurroundings()
const groundOf = (tenant: string) => readsOf(tenant).ground
const locateOf = (tenant: string) => locate({ tenant, ground: groundOf(tenant) })
const surroundingsOf = (tenant: string) => ({ ...readsOf(tenant).names, locate: locateOf(tenant) })

/** Reports of the county's own staff, where what they tell of lies, and who of them is on duty. */
export const handler = serve(
  [reportCase, locatePlace, ...fieldContracts],
  {
    ...reportRoutes({ ...createCaseNeeds(), surroundingsOf }),
    ...placeRoutes({ groundOf }),
    ...fieldRoutes({ ...createFieldStores(), groundOf }),
  },
  configuredGuard(),
)
