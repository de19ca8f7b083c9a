import { auditFunctions } from './manifest/audit-functions.ts'
import { caseFunctions } from './manifest/case-functions.ts'
import { exchangeFunctions } from './manifest/exchange-functions.ts'
import { figuresFunctions } from './manifest/figures-functions.ts'
import type { FunctionEntry } from './manifest/function-entry.ts'
import { identityFunctions } from './manifest/identity-functions.ts'
import { intakeFunctions } from './manifest/intake-functions.ts'
import { messageFunctions } from './manifest/message-functions.ts'
import { organisationFunctions } from './manifest/organisation-functions.ts'
import { tenantFunctions } from './manifest/tenant-functions.ts'

export type { EnvironmentName } from './manifest/environment.ts'
export type { FunctionEntry, Trigger } from './manifest/function-entry.ts'
export type { Grant } from './manifest/grants.ts'

/** Everything that runs in Lambda. Functions, roles, log groups, routes and alarms are rendered from this list. */
export const functionEntries: readonly FunctionEntry[] = [
  ...caseFunctions,
  ...intakeFunctions,
  ...tenantFunctions,
  ...figuresFunctions,
  ...organisationFunctions,
  ...identityFunctions,
  ...auditFunctions,
  ...messageFunctions,
  ...exchangeFunctions,
]
