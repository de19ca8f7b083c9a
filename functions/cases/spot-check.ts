import type { AuditAct } from '#shared/audit/act'
import { type SpotCheckView, spotCheckAct, spotCheckViewOf } from '#shared/cases/spot-check'
import type { Terms } from '#shared/cases/terms'
import { instantOf } from '#shared/kernel/instant'
import type { Language } from '#shared/kernel/language'
import { type Refusal, refuse } from '#shared/kernel/result'
import type { Clock } from '../kernel/clock.ts'
import type { CaseStore } from './ports.ts'

export interface SpotCheckNeeds {
  /** Whether a county stands in a city's register. */
  isOfCity(city: string, tenant: string): Promise<boolean>
  storesOf(tenant: string): { readonly store: Pick<CaseStore, 'readFile' | 'openWork'> }
  termsOf(tenant: string): Promise<Pick<Terms, 'calendar' | 'duty'>>
  /** Records an act where the auditors of a county or a city look. */
  record(scope: string, act: AuditAct): Promise<void>
  readonly clock: Clock
}

export interface SpotCheckRequest {
  readonly person: string
  readonly city: string
  readonly tenant: string
  readonly caseId: string
  readonly reason: string
  readonly language: Language
}

/**
 * Shows a case to the commission once both audits say so, the county's first. Every look is recorded, a repeat too; one that
 * fails in between leaves a row of a look that was not had, never the reverse.
 */
export const spotCheck =
  ({ isOfCity, storesOf, termsOf, record, clock }: SpotCheckNeeds) =>
  async ({ language, ...check }: SpotCheckRequest): Promise<SpotCheckView | Refusal> => {
    const { city, tenant, caseId } = check
    if (!(await isOfCity(city, tenant))) return refuse('unknown-tenant')
    const file = await storesOf(tenant).store.readFile(caseId)
    if (!file) return refuse('unknown-case')
    const nowMs = clock.now()
    const act = spotCheckAct({ ...check, at: instantOf(nowMs) })
    await record(tenant, act)
    await record(city, act)
    return spotCheckViewOf(file, { terms: await termsOf(tenant), nowMs, language })
  }
