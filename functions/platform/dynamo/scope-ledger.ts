import { createLedger, type LedgerTable } from './ledger.ts'
import { tenantLedger } from './ledger-places.ts'
import type { Open } from './stores.ts'

/** The tenant table as it was opened for a scope. */
export const scopeTable = (open: Open) => async (): Promise<LedgerTable> => {
  const { client, tenant } = await open()
  return { client, name: tenant.getName() }
}

/** The ledger of a county or a city in the tenant table, opened with that scope's own credentials. */
export const scopeLedger = (scope: string, open: Open) => createLedger(tenantLedger(scope), scopeTable(open))
