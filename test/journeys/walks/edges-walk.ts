import type { OwnCase } from '../../support/case-client.ts'
import { edgeOf } from '../../support/world/edges.ts'
import { meansOf, otherWays, preludes } from './means.ts'
import { tableEdges } from './table.ts'
import { Stuck, type Walker } from './walker.ts'

/** One action at one stage by one of those who may. */
interface Step {
  readonly stage: string
  readonly action: string
  readonly post: string
}

/** A verdict of being late can be appealed once the handling was late: walked where the clocks are moved. */
const OF_THE_LATE = ['appeal', 'approve-appeal', 'decline']
const needsLateness = ({ stage, action }: Step) => stage === 'closed' && OF_THE_LATE.includes(action)
const NO_PERSON = ['system', 'reporter']

/** A ruling is a precedent: cases like it are dispatched by it from then on, so it is walked when the others are done. */
const RULING = 'rule'

const AT_ONCE = 4

/** Takes every legal edge on a case of its own, by every post that may; a sentence for each that leads elsewhere. */
export async function walkEdges(walker: Walker, which: 'rulings' | 'others'): Promise<string[]> {
  const steps = tableEdges()
    .filter(({ action }) => (action === RULING) === (which === 'rulings'))
    .flatMap(({ stage, action, by }) => by.map((post): Step => ({ stage, action, post })))
    .filter((step) => !NO_PERSON.includes(step.post) && !needsLateness(step))
  const findings: string[] = []
  let next = 0
  const worker = async () => {
    for (let index = next++; index < steps.length; index = next++)
      findings.push(...(await walkEdge(walker, steps[index]!)))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return findings
}

async function walkEdge(walker: Walker, step: Step): Promise<string[]> {
  const { stage, action, post } = step
  const said = (what: string) => [`${action} at ${stage} as ${post}: ${what}`]
  const expected = edgeOf(stage, action)
  if (!expected) return said('is in the table, and the trade has no such edge')
  try {
    const own = await begin(walker, step)
    await walker.take(own, preludeOf(step))
    await walker.take(own, [nameOf(step)])
    return expected.to.includes(own.stage) ? [] : said(`led to ${own.stage}`)
  } catch (error) {
    if (error instanceof Stuck) return said(error.message)
    throw error
  }
}

/** The act as whoever is named; an act that nobody can be named for is refused by that name. */
const nameOf = ({ action, post }: Step) => (meansOf(`${action} as ${post}`) ? `${action} as ${post}` : action)

const preludeOf = ({ stage, action, post }: Step): readonly string[] =>
  preludes[`${action} at ${stage} as ${post}`] ??
  preludes[`${action} at ${stage}`] ??
  preludes[`${action} as ${post}`] ??
  preludes[action] ??
  []

async function begin(walker: Walker, { stage, action }: Step): Promise<OwnCase> {
  const way = otherWays[action]
  if (!way) return walker.at(stage)
  const own = await walker.newCase()
  await walker.take(own, way)
  return own
}
