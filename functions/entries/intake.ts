import { reportCase } from '#shared/cases/contract'
import { fieldContracts } from '#shared/intake/field-contract'
import { findSameProblem } from '#shared/suggestions/contract'
import { reportRoutes } from '../cases/routes.ts'
import { fieldRoutes } from '../intake/field-routes.ts'
import { locate } from '../intake/locate.ts'
import { createCaseNeeds } from '../platform/dynamo/case-needs.ts'
import { createFieldStores } from '../platform/dynamo/field-stores.ts'
import { createSurroundings } from '../platform/dynamo/surroundings.ts'
import { serve } from '../platform/http/serve.ts'
import { configuredGuard } from '../platform/identity/configured-guard.ts'
import { suggestionRoutes } from '../suggestions/routes.ts'

const field = createFieldStores()
const readsOf = createSurroundings()
const groundOf = (tenant: string) => readsOf(tenant).ground
const locateOf = (tenant: string) => locate({ tenant, ground: groundOf(tenant) })
const surroundingsOf = (tenant: string) => ({ ...readsOf(tenant).names, locate: locateOf(tenant) })

/** Reports of the county's own staff, where what they tell of lies, whether it is known, and who is on duty. */
export const handler = serve(
  [reportCase, findSameProblem, ...fieldContracts],
  {
    ...reportRoutes({ ...createCaseNeeds(), surroundingsOf }),
    ...suggestionRoutes({ ...field, surroundingsOf }),
    ...fieldRoutes({ ...field, groundOf }),
  },
  configuredGuard(),
)
