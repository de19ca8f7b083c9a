import { citizenContracts } from '#shared/intake/citizen-contract'
import { citizenCases } from '../cases/citizen-cases.ts'
import { reportNeeds } from '../cases/routes.ts'
import { citizenRoutes } from '../intake/citizen-routes.ts'
import { locate } from '../intake/locate.ts'
import { createCaseNeeds } from '../platform/dynamo/case-needs.ts'
import { createCitizenStores } from '../platform/dynamo/citizen-stores.ts'
import { createSurroundings } from '../platform/dynamo/surroundings.ts'
import { serve } from '../platform/http/serve.ts'
import { publicGuard } from '../platform/identity/public-guard.ts'

const readsOf = createSurroundings()
const groundOf = (tenant: string) => readsOf(tenant).ground
const surroundingsOf = (tenant: string) => {
  const { names, ground } = readsOf(tenant)
  return { ...names, locate: locate({ tenant, ground }) }
}
const cases = { ...createCaseNeeds(), surroundingsOf }
const casesOf = async (tenant: string) => citizenCases(await reportNeeds(cases, tenant))

/** The door of citizens without an account. */
export const handler = serve(
  citizenContracts,
  citizenRoutes({ ...createCitizenStores(), groundOf, casesOf, clock: cases.clock }),
  publicGuard(),
)
