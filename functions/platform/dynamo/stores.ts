import type { CaseNumbers, CaseStore } from '../../cases/ports.ts'
import type { RunStore } from '../../workflow/ports.ts'
import { config } from '../config.ts'
import { createCaseNumbers } from './case-numbers.ts'
import { createCaseStore } from './case-store.ts'
import { type CountyTables, openCountyTables } from './county-tables.ts'
import { createTenantAccess } from './tenant-access.ts'

export interface CountyStores {
  readonly store: CaseStore & RunStore
  readonly numbers: CaseNumbers
}

/** The stores of a county's cases by its code. */
export const createStores = (): ((tenant: string) => CountyStores) =>
  perScope((tenant, open) => ({
    store: createCaseStore(tenant, open),
    numbers: createCaseNumbers(tenant, open),
  }))

type Open = () => Promise<CountyTables>

/**
 * Stores of a scope (a county, a city or the installation) by its code, each made once per container and reaching that
 * scope's keys only.
 */
export function perScope<S>(make: (scope: string, open: Open) => S): (scope: string) => S {
  const access = createTenantAccess(config('TENANT_ROLE_ARN'))
  const names = { tenant: config('TENANT_TABLE'), people: config('PEOPLE_TABLE') }
  const made = new Map<string, S>()

  return (scope) => {
    let stores = made.get(scope)
    if (stores === undefined) {
      stores = make(scope, async () => openCountyTables(await access.clientOf(scope), names))
      made.set(scope, stores)
    }
    return stores
  }
}
