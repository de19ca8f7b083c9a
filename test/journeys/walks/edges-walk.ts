import { lifecycle, rulesOf, stages } from '../../../shared/lifecycle/lifecycle.ts'
import type { OwnCase } from '../../support/case-client.ts'
import { edgeOf } from '../../support/world/edges.ts'
import { declining, needsPeople, otherWays, preludes, walkedWithTheClock } from './means.ts'
import { Stuck, type Walker } from './walker.ts'

/** One action at one stage, as the lifecycle's table has it. */
interface TableEdge {
  readonly stage: string
  readonly action: string
}

/** Every edge of the table that a person takes at once. */
export const tableEdges = (): TableEdge[] =>
  stages.flatMap((stage) => rulesOf(stage).map(([action]) => ({ stage, action })))

const isLater = ({ stage, action }: TableEdge) =>
  walkedWithTheClock.includes(action) || walkedWithTheClock.includes(`${stage} ${action}`)

/** Edges walked here; of the rest it is said where. */
export const edgesWalkedNow = () =>
  tableEdges().filter((edge) => !isLater(edge) && !needsPeople.includes(edge.action))

/** A ruling is a precedent: cases like it are dispatched by it from then on, so it is walked when the others are done. */
const RULING = 'rule'

/** Takes every legal edge once on a case of its own; a sentence for each that does not lead where the trade has it. */
export async function walkEdges(walker: Walker, which: 'rulings' | 'others'): Promise<string[]> {
  const findings: string[] = []
  const edges = edgesWalkedNow().filter(({ action }) => (action === RULING) === (which === 'rulings'))
  for (const edge of edges) findings.push(...(await walkEdge(walker, edge)))
  return findings
}

async function walkEdge(walker: Walker, { stage, action }: TableEdge): Promise<string[]> {
  const said = (what: string) => [`${action} at ${stage}: ${what}`]
  const expected = edgeOf(stage, action)
  if (!expected) return said('is in the table, and the trade has no such edge')
  try {
    const own = await begin(walker, stage, action)
    await walker.take(own, preludes[`${stage} ${action}`] ?? preludes[action] ?? [])
    await walker.take(own, [action === 'decline' ? (declining[stage] ?? action) : action])
    return expected.to.includes(own.stage) ? [] : said(`led to ${own.stage}`)
  } catch (error) {
    if (error instanceof Stuck) return said(error.message)
    throw error
  }
}

async function begin(walker: Walker, stage: string, action: string): Promise<OwnCase> {
  const way = otherWays[action]
  if (!way) return walker.at(stage)
  const own = await walker.newCase()
  await walker.take(own, way)
  return own
}

/** Stages at which somebody has to act. */
export const openStages = () => stages.filter((stage) => lifecycle[stage].open)
