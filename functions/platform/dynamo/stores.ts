import type { CaseNumbers, CaseStore } from '../../cases/ports.ts'
import type { RunStore } from '../../workflow/ports.ts'
import { config } from '../config.ts'
import { createCaseNumbers } from './case-numbers.ts'
import { createCaseStore } from './case-store.ts'
import { openCountyTables } from './county-tables.ts'
import { createTenantAccess } from './tenant-access.ts'

export interface CountyStores {
  readonly store: CaseStore & RunStore
  readonly numbers: CaseNumbers
}

/** The stores of a county by its code, each made once per container and reaching that county's keys only. */
export function createStores(): (tenant: string) => CountyStores {
  const access = createTenantAccess(config('TENANT_ROLE_ARN'))
  const names = { tenant: config('TENANT_TABLE'), people: config('PEOPLE_TABLE') }
  const made = new Map<string, CountyStores>()

  return (tenant) => {
    let stores = made.get(tenant)
    if (!stores) {
      const open = async () => openCountyTables(await access.clientOf(tenant), names)
      stores = { store: createCaseStore(tenant, open), numbers: createCaseNumbers(tenant, open) }
      made.set(tenant, stores)
    }
    return stores
  }
}
