import type { Routes } from '#shared/routes'
import type { readCounty as readCountyContract } from '#shared/tenants/contract'
import type { CountyReader } from './ports.ts'
import { readCounty } from './read-county.ts'

/** What a county's own people are told of how it stands. */
export const countyRoutes = (needs: { read: CountyReader }): Routes<typeof readCountyContract> => ({
  'read-county': ({ signedIn }) => readCounty(needs)(signedIn.tenant),
})
