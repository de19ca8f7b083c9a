import { auditContracts } from './audit/contract.ts'
import { calendarContracts } from './calendar/contract.ts'
import { reportCase } from './cases/contract.ts'
import { staffCaseContracts } from './cases/staff-contracts.ts'
import { catalogueContracts } from './catalogue/contract.ts'
import { dispatchContracts } from './dispatch/contract.ts'
import { figuresContracts } from './evaluation/contract.ts'
import { exchangeContracts } from './exchange/contract.ts'
import { webhookContracts } from './exchange/webhook-contract.ts'
import { readHealth } from './health/contract.ts'
import { hotlineContracts } from './hotline/contract.ts'
import { accountContracts } from './identity/accounts-contract.ts'
import { importContracts } from './imports/contract.ts'
import { citizenContracts, publicPhotoContracts } from './intake/citizen-contract.ts'
import { fieldContracts } from './intake/field-contract.ts'
import { photoContracts } from './intake/photo-contract.ts'
import type { Contract } from './kernel/contract.ts'
import { messageContracts } from './messages/contract.ts'
import { organisationContracts } from './organisation/contract.ts'
import { peopleContracts } from './organisation/people-contract.ts'
import { phraseContracts } from './phrases/contract.ts'
import { findSameProblem } from './suggestions/contract.ts'
import { commissionTenantContracts, countySettingsContracts, readCounty } from './tenants/contract.ts'
import { leavingContracts } from './tenants/leaving-contract.ts'

/** Every way into the product. The demonstration's own ways in are not among them: they stand in its own stack. */
export const contracts = [
  reportCase,
  ...staffCaseContracts,
  readHealth,
  readCounty,
  ...organisationContracts,
  ...peopleContracts,
  ...accountContracts,
  ...messageContracts,
  ...auditContracts,
  ...commissionTenantContracts,
  ...countySettingsContracts,
  ...phraseContracts,
  ...calendarContracts,
  ...catalogueContracts,
  ...dispatchContracts,
  ...leavingContracts,
  ...figuresContracts,
  ...importContracts,
  ...photoContracts,
  ...publicPhotoContracts,
  ...citizenContracts,
  ...hotlineContracts,
  findSameProblem,
  ...fieldContracts,
  ...exchangeContracts,
  ...webhookContracts,
] as const satisfies readonly Contract[]
