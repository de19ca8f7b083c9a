import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { CaseNumbers, CaseStore } from '../../cases/ports.ts'
import type { RunStore } from '../../workflow/ports.ts'
import { patiently } from '../busy.ts'
import { config } from '../config.ts'
import { perObject } from '../kept.ts'
import { createCaseNumbers } from './case-numbers.ts'
import { createCaseStore } from './case-store.ts'
import { type CountyTables, openCountyTables } from './county-tables.ts'
import { createTenantAccess, type TenantAccess } from './tenant-access.ts'

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

export type Open = () => Promise<CountyTables>

/** The tables with the scope whose credentials opened them. */
export type OfScope = Pick<CountyTables, 'tenant'> & { readonly scope: string }

/** Asks patiently; tables are asked for anew at each call, so that credentials never grow old. */
export const askScope =
  (scope: string, open: Open) =>
  <T>(call: (at: OfScope) => Promise<T>): Promise<T> =>
    patiently(async () => call({ tenant: (await open()).tenant, scope }))

/** One per container: whatever is kept of a scope, its role is taken once. */
let access: TenantAccess | undefined

/**
 * Stores of a scope (a county, a city or the installation) by its code, each made once per container and reaching that
 * scope's keys only.
 */
export function perScope<S>(make: (scope: string, open: Open) => S): (scope: string) => S {
  access ??= createTenantAccess(config('TENANT_ROLE_ARN'))
  const { clientOf } = access
  const names = { tenant: config('TENANT_TABLE'), people: config('PEOPLE_TABLE') }
  const tablesOf = perObject((client: DynamoDBDocumentClient) => openCountyTables(client, names))
  const made = new Map<string, S>()

  return (scope) => {
    let stores = made.get(scope)
    if (stores === undefined) {
      stores = make(scope, async () => tablesOf(await clientOf(scope)))
      made.set(scope, stores)
    }
    return stores
  }
}
