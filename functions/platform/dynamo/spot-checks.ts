import type { AuditAct } from '#shared/audit/act'
import type { CountyReader } from '../../tenants/ports.ts'
import { scopeLedger } from './scope-ledger.ts'
import { perScope } from './stores.ts'

/** What a look into a county's case by its commission needs beside the case: whose county it is, and both audits. */
export function createSpotChecks(read: CountyReader) {
  const ledgerOf = perScope(scopeLedger)
  return {
    isOfCity: async (city: string, tenant: string) => (await read(tenant))?.record.city === city,
    record: (scope: string, act: AuditAct) => ledgerOf(scope).record(act),
  }
}
