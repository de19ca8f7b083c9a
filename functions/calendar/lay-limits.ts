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
    for (const stage of openStages) dueOf(terms.calendar, stageLimit(terms, stage)!, at)
    return { counts: { stages: openStages.length, own: Object.keys(terms.limits).length }, notes: [] }
  }
