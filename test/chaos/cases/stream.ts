import { parseArgs } from 'node:util'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { print, printDone, printError } from '../../../infra/commands/terminal.ts'
import type { Fault } from '../../../infra/local/faults/faults.ts'
import { ACTED_COUNTY } from '../../support/case-acts.ts'
import { createChance } from '../../support/chance.ts'
import { checkWorld, sentencesOf } from '../../support/check-world.ts'
import { foundCounty } from '../../support/found-county.ts'
import { tenantTableName } from '../../support/observe-world.ts'
import { bootProduct, type ProductCloud } from '../../support/product-cloud.ts'
import { createOffice } from './office.ts'

const MINUTE = 60_000
const SHOWN = 20

/**
 * Every record of the stream comes three times, some late, some out of order, and now and then a whole shard from its
 * beginning, while people work; at the end every shard comes whole once more. Nothing happens twice.
 */
export async function run(args: string[]): Promise<boolean> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ args, options: { cases: text, seed: text } })
  const chance = createChance(Number(values.seed ?? 1))
  const cloud = await bootProduct('2026-11-24T01:00:00Z')
  try {
    await foundCounty(cloud, ACTED_COUNTY, '云阳县')
    const stream = `streams:${await tenantTable(cloud)}`
    const thrice: Fault = { kind: 'duplicate', method: stream, rate: 1, times: 2 }
    cloud.faults.set([
      thrice,
      // a queue's message that is not deleted comes again
      { kind: 'duplicate', method: 'streams:*', rate: 0.6 },
      { kind: 'delay', method: 'streams:*', rate: 0.3 },
      { kind: 'reorder', method: 'streams:*', rate: 0.5 },
      { kind: 'replay', method: stream, rate: 0.3 },
    ])
    const office = createOffice(cloud, chance)
    await office.work(Number(values.cases ?? 120))
    await cloud.advance(MINUTE)
    const onTheWay = cloud.faults.struck('replay')
    cloud.faults.set([{ kind: 'replay', method: stream, rate: 1 }])
    await office.actOnEverything()
    await cloud.advance(MINUTE)
    cloud.faults.set([])
    await cloud.advance(8 * MINUTE)
    const world = await office.observe()
    office.close()
    const rows = world.cases.reduce((sum, { history }) => sum + history.length, 0)
    print(`cases        ${world.cases.length} with ${rows} acts, every record delivered three times`)
    print(
      `replays      ${onTheWay} of whole shards while people worked, ${cloud.faults.struck('replay') - onTheWay} at the end`,
    )
    print(`reorderings  ${cloud.faults.struck('reorder')}, ${cloud.faults.struck('delay')} batches late`)
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

async function tenantTable({ clientConfig }: ProductCloud): Promise<string> {
  const client = new DynamoDBClient(clientConfig)
  try {
    return await tenantTableName(client)
  } finally {
    client.destroy()
  }
}
