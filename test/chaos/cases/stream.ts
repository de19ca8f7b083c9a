import { parseArgs } from 'node:util'
import { print, printDone, printError } from '../../../infra/commands/terminal.ts'
import { ACTED_COUNTY } from '../../support/case-acts.ts'
import { createChance } from '../../support/chance.ts'
import { checkWorld, sentencesOf } from '../../support/check-world.ts'
import { foundCounty } from '../../support/found-county.ts'
import { bootProduct } from '../../support/product-cloud.ts'
import { createOffice } from './office.ts'

const MINUTE = 60_000
const SHOWN = 20

/** Every record of the stream comes again, some late and some out of order, while people work: nothing happens twice. */
export async function run(args: string[]): Promise<boolean> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ args, options: { cases: text, seed: text } })
  const chance = createChance(Number(values.seed ?? 1))
  const cloud = await bootProduct('2026-11-24T01:00:00Z')
  try {
    await foundCounty(cloud, ACTED_COUNTY, '云阳县')
    cloud.faults.set([
      { kind: 'duplicate', method: 'streams:*', rate: 0.9 },
      { kind: 'delay', method: 'streams:*', rate: 0.3 },
      { kind: 'reorder', method: 'streams:*', rate: 0.5 },
    ])
    const office = createOffice(cloud, chance)
    await office.work(Number(values.cases ?? 40))
    await cloud.advance(MINUTE)
    cloud.faults.set([])
    await cloud.advance(8 * MINUTE)
    const world = await office.observe()
    office.close()
    const rows = world.cases.reduce((sum, { history }) => sum + history.length, 0)
    print(`cases        ${world.cases.length} with ${rows} acts, nine records in ten delivered again`)
    print(`executions   ${world.executions.length}`)
    const violations = sentencesOf(checkWorld(world))
    print(`I1 to I16    ${violations.length} violations`)
    for (const violation of violations.slice(0, SHOWN)) printError(violation)
    if (violations.length === 0)
      printDone('each record had its effect once, in order, and every figure is its recount')
    return violations.length === 0
  } finally {
    await cloud.stop()
  }
}
