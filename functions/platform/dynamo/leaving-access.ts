import type { CountyItems } from '../../tenants/ports.ts'
import { config } from '../config.ts'
import { createCountyPhotos } from '../s3/county-photos.ts'
import { createCountyItems } from './county-items.ts'
import { createTenantAccess } from './tenant-access.ts'

/** All items of a county by its code, with the credentials of those who take out and erase: nobody else's delete. */
export function createLeavingAccess(): (tenant: string) => CountyItems {
  const access = createTenantAccess(config('TENANT_LEAVING_ROLE_ARN'))
  const names = { tenant: config('TENANT_TABLE'), people: config('PEOPLE_TABLE') }
  return (tenant) => {
    const photos = createCountyPhotos(async () => (await access.clientOf(tenant)).config.credentials())
    return createCountyItems(tenant, () => access.clientOf(tenant), { names, photos })
  }
}
