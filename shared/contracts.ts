import { actOnCase, listQueue, readCase, reportCase } from './cases/contract.ts'
import { readHealth } from './health/contract.ts'
import type { Contract } from './kernel/contract.ts'
import { commissionTenantContracts, readCounty } from './tenants/contract.ts'

/** Every way into the product. The demonstration's own ways in are not among them: they stand in its own stack. */
export const contracts = [
  reportCase,
  readCase,
  actOnCase,
  listQueue,
  readHealth,
  readCounty,
  ...commissionTenantContracts,
] as const satisfies readonly Contract[]
