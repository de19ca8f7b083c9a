import { parseArgs } from 'node:util'
import { print, printDone, printError } from '../../../infra/commands/terminal.ts'
import { ACTED_COUNTY } from '../../support/case-acts.ts'
import { createChance } from '../../support/chance.ts'
import { checkWorld, sentencesOf } from '../../support/check-world.ts'
import { foundCounty } from '../../support/found-county.ts'
import { bootProduct } from '../../support/product-cloud.ts'
import type { World } from '../../support/world/world.ts'
import { type Damage, loseTokens, orphan } from './damage.ts'
import { createOffice } from './office.ts'

const MINUTE = 60_000
/** What is younger is left alone: it may still be on its way. */
const STILL = 3 * MINUTE
const PASS_EVERY = 5 * MINUTE
const SHOWN = 20

/**
 * Ends executions, starts some of nothing and deletes tokens, at random. The next pass of the reconciler has to find every
 * case that nothing times and every execution that times nothing, and no other; lost tokens are found when the stage is due.
 */
export async function run(args: string[]): Promise<boolean> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ args, options: { cases: text, seed: text } })
  const chance = createChance(Number(values.seed ?? 1))
  const cloud = await bootProduct('2026-11-24T01:00:00Z')
  try {
    await foundCounty(cloud, ACTED_COUNTY, '云阳县')
    const office = createOffice(cloud, chance)
    await office.work(Number(values.cases ?? 60))
    await cloud.advance(PASS_EVERY)
    const before = await office.observe()
    const damage = await orphan(cloud, before, chance)
    await cloud.advance(STILL + PASS_EVERY)
    const after = await office.observe()
    const passes = reconciledIn(after).slice(reconciledIn(before).length)
    const deleted = await loseTokens(cloud, after)
    await office.actOnEverything()
    await cloud.advance(48 * 60 * MINUTE)
    const last = await office.observe()
    office.close()
    return tell({ before, after, last, damage, passes, deleted })
  } finally {
    await cloud.stop()
  }
}

interface Pass {
  readonly begun: number
  readonly stopped: number
}

/** What the reconciler said of each of its passes. */
const reconciledIn = ({ logs }: World): Pass[] =>
  logs.filter((line) => line.includes('"message":"reconciled"')).map((line) => JSON.parse(line) as Pass)

function tell(seen: {
  before: World
  after: World
  last: World
  damage: Damage
  passes: readonly Pass[]
  deleted: number
}): boolean {
  const { before, after, last, damage, passes, deleted } = seen
  const working = passes.filter(({ begun, stopped }) => begun + stopped > 0)
  const earlier = new Map(before.cases.map(({ record }) => [record.id, record.run]))
  const begun = after.cases.filter(({ record }) => record.run !== earlier.get(record.id))
  const needless = begun.filter(({ record }) => !damage.orphans.has(record.id))
  const found = begun.length - needless.length
  const going = after.executions.filter(({ name, status }) => damage.strays.has(name) && status === 'RUNNING')
  print(`cases               ${before.cases.length}`)
  print(`executions ended    ${damage.orphans.size}, found ${found}`)
  print(`executions started  ${damage.strays.size} of nothing, stopped ${damage.strays.size - going.length}`)
  print(`passes with work    ${working.length} of ${passes.length}`)
  print(`begun without need  ${needless.length}`)
  print(`tokens deleted      ${deleted}; after two days every case is where its history says, and timed`)
  const findings = [
    ...(found === damage.orphans.size
      ? []
      : [`${damage.orphans.size - found} lost executions were not found`]),
    ...(working.length <= 1 ? [] : [`it took ${working.length} passes`]),
    ...needless.map(({ record }) => `case ${record.number} was begun anew though its execution was there`),
    ...going.map(({ name }) => `execution ${name} times nothing and goes on`),
    ...[before, after, last].flatMap((world) => sentencesOf(checkWorld(world))),
  ]
  for (const finding of findings.slice(0, SHOWN)) printError(finding)
  if (findings.length === 0) printDone('all found in one pass, none by mistake')
  return findings.length === 0
}
