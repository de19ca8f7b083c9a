import { stageLimit } from '#shared/cases/terms'
import { dueOf } from '#shared/deadlines/due'
import { openStages } from '#shared/lifecycle/lifecycle'
import type { Lay } from '#shared/tenants/laying'
import type { TermsOf } from './ports.ts'

/**
 * Limits stand in the county's settings, where they differ from the lifecycle's. Works one deadline out for every stage,
 * so that a calendar in which a clock would never end stops the onboarding and not the first case.
 */
export const layLimits =
  ({ termsOf }: { termsOf: TermsOf }): Lay =>
  async ({ tenant, at }) => {
    const terms = await termsOf(tenant)
    const limits = openStages.flatMap((stage) => stageLimit(terms, stage) ?? [])
    for (const limit of limits) dueOf(terms.calendar, limit, at)
    return { counts: { stages: limits.length, own: Object.keys(terms.limits).length }, notes: [] }
  }
