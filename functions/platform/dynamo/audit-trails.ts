import type { AuditLog, AuditTrail } from '../../audit/ports.ts'
import { createAuditTrail, type TrailSource } from './audit-trail.ts'
import { platformLedger, tenantLedger } from './ledger-places.ts'
import { openPlatformTable } from './platform-tables.ts'
import { scopeLedger, scopeTable } from './scope-ledger.ts'
import { type Open, perScope } from './stores.ts'

interface Audit {
  readonly trail: AuditTrail
  readonly log: AuditLog
}

const inTenantTable = (scope: string, open: Open): TrailSource => ({
  place: tenantLedger(scope),
  open: scopeTable(open),
})

/** The audit of a county, by its code. */
export const createCountyAudits = (): ((county: string) => Audit) =>
  perScope((scope, open) => ({
    trail: createAuditTrail([inTenantTable(scope, open)]),
    log: scopeLedger(scope, open),
  }))

/** The audit of a city, by its code: what its people did, and what was done to its counties. */
export function createCityAudits(): (city: string) => Audit {
  const table = openPlatformTable()
  const platform = { client: table.client, name: table.getName() }
  return perScope((scope, open) => ({
    trail: createAuditTrail([
      inTenantTable(scope, open),
      { place: platformLedger(scope), open: async () => platform },
    ]),
    log: scopeLedger(scope, open),
  }))
}
