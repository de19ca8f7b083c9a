import { createLedger } from './ledger.ts'
import { tenantLedger } from './ledger-places.ts'
import type { Open } from './stores.ts'

/** The ledger of a county or a city in the tenant table, opened with that scope's own credentials. */
export const scopeLedger = (scope: string, open: Open) =>
  createLedger(tenantLedger(scope), async () => {
    const { client, tenant } = await open()
    return { client, name: tenant.getName() }
  })
