import type * as z from 'zod'
import type { reviewRuleBook as contract } from '#shared/dispatch/contract'
import type { DispatchRule } from '#shared/dispatch/dispatch-rule'
import { gatherFindings, reviewRules } from '#shared/dispatch/review-rules'
import { isRefusal, type Refusal } from '#shared/kernel/result'
import type { Area } from '#shared/organisation/areas'
import { levelOf } from '#shared/organisation/codes'
import { type Trying, triedRules } from './try-rules.ts'

/** Looks at every kind in every street and town, rulings included: where nobody would be found, or more than one. */
export const reviewRuleBook =
  (needs: Trying) =>
  async (tenant: string, draft?: DispatchRule[]): Promise<z.output<typeof contract.output> | Refusal> => {
    const tried = await triedRules(needs, draft)
    if (isRefusal(tried)) return tried
    const { version, catalogue, known } = tried
    const [areas, precedents] = await Promise.all([needs.nameable.areas(), needs.books.precedents()])
    const { findings, ...found } = reviewRules(
      { ...known, precedents },
      catalogue.kinds.map(({ code }) => code),
      placesOf(tenant, areas),
    )
    return {
      ...(version !== undefined && { version }),
      asked: found.asked,
      certain: found.certain,
      findings: gatherFindings(findings).map(({ contradicting, ...finding }) => ({
        ...finding,
        ...(contradicting && { contradicting: [...contradicting] }),
      })),
      idle: [...found.idle],
    }
  }

/** The streets and towns; a county that has none yet is asked for as a whole. */
function placesOf(tenant: string, areas: readonly Area[]): string[] {
  const streets = areas.filter(({ code, retired }) => !retired && levelOf(code) === 'street')
  return streets.length > 0 ? streets.map(({ code }) => code) : [tenant]
}
