import type * as z from 'zod'
import type { Calendar } from '#shared/deadlines/calendar'
import type { simulateRuleBook as contract } from '#shared/dispatch/contract'
import type { DispatchRule } from '#shared/dispatch/dispatch-rule'
import { hoursAt } from '#shared/dispatch/hours'
import { simulate } from '#shared/dispatch/review-rules'
import { chinaDate, epochMsOf } from '#shared/kernel/instant'
import { isRefusal, type Refusal } from '#shared/kernel/result'
import type { Clock } from '../kernel/clock.ts'
import type { PastCases } from './ports.ts'
import { type Trying, triedRules } from './try-rules.ts'

interface Needs extends Trying {
  readonly past: PastCases
  readonly clock: Clock
  /** When somebody is on duty. */
  readonly duty: Calendar
}

/**
 * What the rules alone would have made of the cases of the last months. Rulings are left out: they come from these very
 * cases, and would make any rules look good.
 */
export const simulateRuleBook =
  ({ past, clock, duty, ...needs }: Needs) =>
  async (request: {
    months: number
    rules?: DispatchRule[]
  }): Promise<z.output<typeof contract.output> | Refusal> => {
    const tried = await triedRules(needs, request.rules)
    if (isRefusal(tried)) return tried
    const { cases, whole } = await past.handled(lastMonths(clock.now(), request.months))
    const { wrong, ...counts } = simulate(
      tried.known,
      cases.map(({ reportedAt, ...one }) => ({ ...one, hours: hoursAt(duty, epochMsOf(reportedAt)) })),
    )
    const version = tried.version
    return { ...(version !== undefined && { version }), ...counts, whole, wrong: [...wrong] }
  }

/** This month and those before it, `yyyyMM`, the newest first; in China. */
function lastMonths(nowMs: number, count: number): string[] {
  const [year = 0, month = 0] = chinaDate(nowMs).split('-').map(Number)
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back)).toISOString().slice(0, 7).replace('-', ''),
  )
}
