import { openStages } from '../../../shared/lifecycle/lifecycle.ts'
import type { ProductCloud } from '../../support/product-cloud.ts'
import type { Walker } from './walker.ts'

const DAY = 86_400_000
/** From a Monday's morning: the longest limit and every distance of the ladder lie within. */
const LONG_ENOUGH = 5 * DAY
/** From a Saturday: one working day lies within. */
const AND_A_STEP = 4 * DAY
const ladder = ['mark-overdue', 'remind', 'supervise', 'supervise-by-leader']

interface Row {
  readonly action: string
  readonly post: string
  readonly at: string
  readonly due?: string
}

/** Leaves two cases at every open stage, one of them grave, until every timeout of them has fired; a sentence for each that did otherwise. */
export async function walkTimeouts(walker: Walker, cloud: ProductCloud) {
  const waiting: { name: string; id: string; expected: readonly string[] }[] = []
  for (const stage of openStages) {
    const first = stage === 'suspended' ? ['wake'] : []
    const { id } = await walker.at(stage)
    waiting.push({ name: stage, id, expected: [...first, ...ladder] })
    const grave = await walker.at(stage)
    await walker.take(grave, ['mark-grave'])
    waiting.push({
      name: `${stage} and grave`,
      id: grave.id,
      expected: [...first, ...ladder, 'propose-notice'],
    })
  }
  const late = await walker.at('reported')
  waiting.push({ name: 'reported and grave at last', id: late.id, expected: [...ladder, 'propose-notice'] })
  await pass(cloud, LONG_ENOUGH)
  await walker.look(late)
  await walker.take(late, ['mark-grave'])
  await pass(cloud, AND_A_STEP)
  const findings: string[] = []
  let fired = 0
  for (const { name, id, expected } of waiting) {
    const { history } = (await walker.file(id)) as { history: readonly Row[] }
    const rows = history.filter(({ post }) => post === 'system')
    const actions = rows.map(({ action }) => action)
    fired += rows.length
    if (actions.join() !== expected.join())
      findings.push(`left at ${name}: ${actions.join(', ') || 'nothing'} happened`)
    findings.push(...lateOnes(history).map((what) => `left at ${name}: ${what}`))
  }
  return { cases: waiting.length, fired, findings }
}

async function pass(cloud: ProductCloud, ms: number) {
  await cloud.settled()
  await cloud.advance(ms)
  await cloud.settled()
}

const A_MINUTE = 60_000

/** A mark comes at its due: not before it, and within the minute. */
function lateOnes(history: readonly Row[]): string[] {
  return history.flatMap((row, index) => {
    const due = history[index - 1]?.due
    if (row.action !== 'mark-overdue' || due === undefined) return []
    const late = Date.parse(row.at) - Date.parse(due)
    return late >= 0 && late < A_MINUTE ? [] : [`marked ${late} ms after its due`]
  })
}
