import { rulesOf, stages } from '../../../shared/lifecycle/lifecycle.ts'
import { edgeOf } from '../../support/world/edges.ts'
import type { SeenCase } from '../../support/world/world.ts'

/** One action at one stage: where it may lead, and who may take it. */
export interface TableEdge {
  readonly stage: string
  readonly action: string
  readonly to: readonly string[]
  readonly by: readonly string[]
}

/** Every edge that the product has, leading where the trade has it. */
export const tableEdges = (): TableEdge[] =>
  stages.flatMap((stage) =>
    rulesOf(stage).map(([action, rule]) => ({
      stage,
      action,
      to: edgeOf(stage, action)?.to ?? [],
      by: rule.by,
    })),
  )

export interface Coverage {
  readonly edges: number
  readonly walked: number
  /** Ways of edges: to each stage that they may lead to, by each of those who may take them. */
  readonly ways: number
  readonly waysWalked: number
  /** Edges and their ways that no case of this world has gone. */
  readonly missing: readonly string[]
}

/** What of the table was walked, as the histories of the cases themselves tell. */
export function coverageOf(cases: readonly SeenCase[]): Coverage {
  const gone = new Set(
    cases.flatMap(({ history }) =>
      history.flatMap(({ from, action, to, post }) => [
        `${from} ${action}`,
        `${from} ${action} to ${to}`,
        `${from} ${action} by ${post}`,
      ]),
    ),
  )
  const edges = tableEdges()
  const names = edges.map(({ stage, action }) => `${stage} ${action}`)
  const ways = edges.flatMap(({ stage, action, to, by }) => [
    ...to.map((target) => `${stage} ${action} to ${target}`),
    ...by.map((who) => `${stage} ${action} by ${who}`),
  ])
  const missing = [...names, ...ways].filter((name) => !gone.has(name))
  return {
    edges: names.length,
    walked: names.filter((name) => gone.has(name)).length,
    ways: ways.length,
    waysWalked: ways.filter((name) => gone.has(name)).length,
    missing,
  }
}
