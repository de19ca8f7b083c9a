import { caseRefusals } from './refusals/case-refusals.ts'
import { doorRefusals } from './refusals/door-refusals.ts'
import type { RefusalEntry } from './refusals/entry.ts'
import { exchangeRefusals } from './refusals/exchange-refusals.ts'
import { groundRefusals } from './refusals/ground-refusals.ts'
import { importRefusals } from './refusals/import-refusals.ts'
import { intakeRefusals } from './refusals/intake-refusals.ts'
import { messageRefusals } from './refusals/message-refusals.ts'
import { peopleRefusals } from './refusals/people-refusals.ts'
import { standardsRefusals } from './refusals/standards-refusals.ts'
import { tenantRefusals } from './refusals/tenant-refusals.ts'

/**
 * Why a door may refuse, with the HTTP status and the words of each. The codes are one list over all features, so that
 * one client and one mapper serve every door; each feature's stand in a file of their own.
 */
const entries = {
  ...doorRefusals,
  ...caseRefusals,
  ...tenantRefusals,
  ...groundRefusals,
  ...peopleRefusals,
  ...standardsRefusals,
  ...importRefusals,
  ...intakeRefusals,
  ...messageRefusals,
  ...exchangeRefusals,
}

export type RefusalCode = keyof typeof entries

export const refusals: Readonly<Record<RefusalCode, RefusalEntry>> = entries
