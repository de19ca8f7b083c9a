import type { staffCaseContracts } from '#shared/cases/staff-contracts'
import type { Routes } from '#shared/routes'
import { contactRoutes } from './contact-routes.ts'
import { handlingLinkRoutes } from './handling-link-routes.ts'
import { spotCheckRoutes, staffRoutes } from './routes.ts'

type Needs = Parameters<typeof staffRoutes>[0] &
  Parameters<typeof contactRoutes>[0] &
  Parameters<typeof handlingLinkRoutes>[0] &
  Parameters<typeof spotCheckRoutes>[0]

/** Everything that is done with a case once it is there. */
export const staffCaseRoutes = (needs: Needs): Routes<(typeof staffCaseContracts)[number]> => ({
  ...staffRoutes(needs),
  ...contactRoutes(needs),
  ...handlingLinkRoutes(needs),
  ...spotCheckRoutes(needs),
})
