import { meansOf, ways } from '../journeys/walks/means.ts'
import type { CaseAct } from '../support/case-client.ts'

const request = [...ways.handling!, 'ask-extension']

/** Where cases may begin beside the report: what is seldom reached by chance is often begun at. */
const others: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    [
      'verifying',
      'accepted',
      'filed',
      'dispatched',
      'arbitration',
      'handling',
      'suspended',
      'inspecting',
      'auditing',
      'closing',
      'closed',
    ].map((stage) => [stage, ways[stage]!]),
  ),
  assisted: ['accept', 'file', 'dispatch assisted', 'sign'],
  'extension asked': request,
  'extension half approved': [...request, 'approve-extension'],
  'suspension half approved': [...ways.handling!, 'ask-suspension', 'approve-suspension'],
  'void asked': ['accept', 'ask-void'],
}

export const reportedOnly = 'reported'
export const beginnings: readonly string[] = Object.keys(others)

const HOUR = 3_600_000

/** The acts that lead from a report to a beginning. */
export function actsTo(beginning: string, nowMs: number): CaseAct[] {
  const place = { other: '', soon: `${new Date(nowMs + HOUR).toISOString().slice(0, 19)}Z` }
  return (others[beginning] ?? []).map((name) => {
    const act = meansOf(name)?.(place)
    if (!act) throw new Error(`Nobody knows how to ${name}.`)
    return act
  })
}
