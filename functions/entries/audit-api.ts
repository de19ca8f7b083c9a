import { auditContracts } from '#shared/audit/contract'
import { auditRoutes } from '../audit/routes.ts'
import { tradeClock } from '../platform/clock.ts'
import { createCityAudits, createCountyAudits } from '../platform/dynamo/audit-trails.ts'
import { createCountyReader } from '../platform/dynamo/county-reader.ts'
import { serve } from '../platform/http/serve.ts'
import { configuredGuard } from '../platform/identity/configured-guard.ts'
import { createRootReader } from '../platform/s3/root-reader.ts'
import { administratorSits } from '../tenants/administrator-sits.ts'

/** The auditors' way in, of counties and of the commission: they read, and change nothing. */
export const handler = serve(
  auditContracts,
  auditRoutes({
    auditOfCounty: createCountyAudits(),
    auditOfCity: createCityAudits(),
    roots: createRootReader(),
    auditorSits: administratorSits('audit', { read: createCountyReader() }),
    clock: tradeClock,
  }),
  configuredGuard(),
)
