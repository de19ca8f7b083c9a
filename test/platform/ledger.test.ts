import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, PutCommand, QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyHashOf, type Command, oneEffect } from '../../functions/kernel/command.ts'
import { sha256 } from '../../functions/kernel/digest.ts'
import { createLedger, MOST_WRITES, type Write } from '../../functions/platform/dynamo/ledger.ts'
import {
  type LedgerPlace,
  platformLedger,
  tenantLedger,
} from '../../functions/platform/dynamo/ledger-places.ts'
import type { AuditAct } from '../../shared/audit/act.ts'
import { chainStart, DAY_SHARDS, rowHash, shardOf } from '../../shared/audit/chain.ts'
import { COUNTY, freshKey, MORNING } from '../support/case-builders.ts'
import { type CountyDatabase, startCountyDatabase } from '../support/county-database.ts'

let database: CountyDatabase
beforeAll(async () => {
  database = await startCountyDatabase()
})
afterAll(() => database.close())

let scopes = Number(COUNTY)
/** A county of its own for each test. */
const freshScope = () => String(++scopes)

const table = (client = database.client) => ({ client, name: 'tenant' })
const ledgerAt = (place: LedgerPlace) => createLedger(place, async () => table())
const ledgerOf = (scope: string) => ledgerAt(tenantLedger(scope))

const anAct = (changes: Partial<AuditAct> = {}): AuditAct => ({
  act: 'unit-changed',
  actor: 'p-one',
  post: 'administrator',
  subject: 'u-1',
  at: MORNING,
  ...changes,
})
const aCommand = (changes: Partial<Command> = {}): Command => ({
  key: freshKey(),
  bodyHash: bodyHashOf('body'),
  act: anAct(),
  answer: { id: 'u-1', version: 2 },
  ...changes,
})
/** A write of the caller's own, refused when it is there already. */
const aWrite = (scope: string, sk: string): Write => ({
  params: () => ({
    Put: {
      TableName: 'tenant',
      Item: { pk: `${scope}#UNITS`, sk, name: sk },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  }),
})

async function partition(pk: string): Promise<Record<string, unknown>[]> {
  const { Items = [] } = await database.client.send(
    new QueryCommand({
      TableName: 'tenant',
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ConsistentRead: true,
    }),
  )
  return Items
}
const everything = async (scope: string) => {
  const { Items = [] } = await database.client.send(new ScanCommand({ TableName: 'tenant' }))
  return Items.filter(({ pk }) => String(pk).includes(scope))
}
const chainOf = (scope: string, actor = 'p-one') => tenantLedger(scope).chain('2026-11-24', shardOf(actor))

/** The rows of a chain, after checking that each carries the hash of the one before and the head that of the last. */
async function verifiedRows(chain: string) {
  const items = await partition(chain)
  const head = items.find(({ sk }) => sk === 'HEAD')
  const rows = items.filter(({ sk }) => sk !== 'HEAD').map(({ pk: _pk, sk, ...row }) => ({ sk, row }))
  let hash = chainStart(sha256, chain)
  rows.forEach(({ sk, row }, index) => {
    expect(sk).toBe(String(index + 1).padStart(8, '0'))
    expect(row.previous).toBe(hash)
    hash = rowHash(sha256, chain, index + 1, row)
  })
  expect(head && { sequence: head.sequence, hash: head.hash }).toEqual({ sequence: rows.length, hash })
  return rows.map(({ row }) => row)
}

/** Whoever finds others at a chain goes to another: the rows of all chains of the day. */
async function verifiedDay(scope: string, date = '2026-11-24') {
  const shards = Array.from({ length: DAY_SHARDS }, (_, shard) => tenantLedger(scope).chain(date, shard))
  const used = []
  for (const chain of shards) if ((await partition(chain)).length > 0) used.push(chain)
  return (await Promise.all(used.map(verifiedRows))).flat()
}

describe('committing a command', () => {
  it('writes the change, the audit row and the memory of the command together', async () => {
    const scope = freshScope()
    const command = aCommand()
    expect(await ledgerOf(scope).commit(command, [aWrite(scope, 'u-1')])).toBe('committed')
    expect(await partition(`${scope}#UNITS`)).toHaveLength(1)
    const [row] = await verifiedRows(chainOf(scope))
    expect(row).toMatchObject({ ...command.act })
    expect(await ledgerOf(scope).earlier(command)).toEqual({ answer: command.answer })
  })

  it('leaves nothing behind when a condition of a write fails', async () => {
    const scope = freshScope()
    await ledgerOf(scope).commit(aCommand(), [aWrite(scope, 'u-1')])
    const before = await everything(scope)
    const refused = aCommand()
    const writes = [aWrite(scope, 'u-2'), aWrite(scope, 'u-1')]
    expect(await ledgerOf(scope).commit(refused, writes)).toBe('changed')
    expect(await everything(scope)).toEqual(before)
    expect(await ledgerOf(scope).earlier(refused)).toBeUndefined()
  })

  it('says that it has changed when the same key was carried out already', async () => {
    const scope = freshScope()
    const command = aCommand()
    await ledgerOf(scope).commit(command, [aWrite(scope, 'u-1')])
    expect(await ledgerOf(scope).commit(command, [aWrite(scope, 'u-2')])).toBe('changed')
    expect(await partition(`${scope}#UNITS`)).toHaveLength(1)
    expect(await verifiedRows(chainOf(scope))).toHaveLength(1)
  })

  it('tells another submission under the same key from a repeat', async () => {
    const scope = freshScope()
    const command = aCommand()
    await ledgerOf(scope).commit(command, [])
    expect(await ledgerOf(scope).earlier({ ...command, bodyHash: bodyHashOf('another') })).toBe('key-reused')
  })

  it('keeps the keys of two scopes apart', async () => {
    const [one, other] = [freshScope(), freshScope()]
    const command = aCommand()
    await ledgerOf(one).commit(command, [])
    expect(await ledgerOf(other).earlier(command)).toBeUndefined()
    expect(await ledgerOf(other).commit(command, [])).toBe('committed')
  })

  it('answers nothing for a command that answers nothing', async () => {
    const command = aCommand({ answer: undefined })
    const scope = freshScope()
    await ledgerOf(scope).commit(command, [])
    expect(await ledgerOf(scope).earlier(command)).toEqual({ answer: null })
  })

  it('forgets a command after a month of the trade’s time, which the time to live of the table runs on', async () => {
    const scope = freshScope()
    const command = aCommand()
    await ledgerOf(scope).commit(command, [])
    const [memory] = await partition(tenantLedger(scope).command(sha256(command.key)))
    const days = (Number(memory?.expiresAt) - Date.now() / 1000) / 86_400
    expect(days).toBeGreaterThan(29.9)
    expect(days).toBeLessThan(30.1)
  })

  it(`takes ${MOST_WRITES} writes, which fill a transaction, and refuses one more before it asks`, async () => {
    const scope = freshScope()
    const writes = (count: number) => Array.from({ length: count }, (_, index) => aWrite(scope, `u-${index}`))
    await expect(ledgerOf(scope).commit(aCommand(), writes(MOST_WRITES + 1))).rejects.toThrow('97 at most')
    expect(await everything(scope)).toEqual([])
    expect(await ledgerOf(scope).commit(aCommand(), writes(MOST_WRITES))).toBe('committed')
    expect(await partition(`${scope}#UNITS`)).toHaveLength(MOST_WRITES)
  })
})

describe('the chains of a day', () => {
  it('takes the acts of 20 writers at the same time, each once, without a gap', async () => {
    const scope = freshScope()
    // as many containers: each has a ledger of its own
    const writers = Array.from({ length: 20 }, (_, index) =>
      ledgerOf(scope).commit(aCommand({ act: anAct({ subject: `u-${index}` }) }), [
        aWrite(scope, `u-${index}`),
      ]),
    )
    expect(new Set(await Promise.all(writers))).toEqual(new Set(['committed']))
    const rows = await verifiedDay(scope)
    expect(rows).toHaveLength(20)
    expect(new Set(rows.map(({ subject }) => subject)).size).toBe(20)
    expect(await partition(`${scope}#UNITS`)).toHaveLength(20)
  })

  it('lets one of 20 repeats of one command through and answers all of them the same', async () => {
    const scope = freshScope()
    const command = aCommand()
    const submissions = Array.from({ length: 20 }, (_, index) => {
      const ledger = ledgerOf(scope)
      const answer = { by: index }
      return oneEffect(ledger, command, async () =>
        (await ledger.commit({ ...command, answer }, [aWrite(scope, 'u-1')])) === 'committed'
          ? answer
          : 'changed',
      )
    })
    const answers = await Promise.all(submissions)
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toHaveProperty('by')
    expect(await verifiedDay(scope)).toHaveLength(1)
  })

  it('gives each day and shard a chain of its own, by the date in China', async () => {
    const scope = freshScope()
    const ledger = ledgerOf(scope)
    await ledger.record(anAct({ at: '2026-11-24T15:59:59Z' }))
    await ledger.record(anAct({ at: '2026-11-24T16:00:00Z' }))
    await ledger.record(anAct({ at: '2026-11-24T16:00:00Z', actor: 'p-onf' }))
    const rows = async (date: string, actor: string) =>
      verifiedRows(tenantLedger(scope).chain(date, shardOf(actor)))
    expect(shardOf('p-onf')).not.toBe(shardOf('p-one'))
    expect(await rows('2026-11-24', 'p-one')).toHaveLength(1)
    expect(await rows('2026-11-25', 'p-one')).toHaveLength(1)
    expect(await rows('2026-11-25', 'p-onf')).toHaveLength(1)
  })

  it('tells two acts apart that are alike', async () => {
    const scope = freshScope()
    await ledgerOf(scope).record(anAct())
    await ledgerOf(scope).record(anAct())
    const rows = await verifiedRows(chainOf(scope))
    expect(new Set(rows.map(({ id }) => id)).size).toBe(2)
  })

  it('records an act once whose answers were lost, however often the call is repeated', async () => {
    const scope = freshScope()
    const { client, lost } = losing(3)
    await createLedger(tenantLedger(scope), async () => table(client)).record(anAct())
    expect(lost()).toBe(3)
    expect(await verifiedRows(chainOf(scope))).toHaveLength(1)
  })

  it('carries a command out once whose answers were lost', async () => {
    const scope = freshScope()
    const { client, lost } = losing(3)
    const ledger = createLedger(tenantLedger(scope), async () => table(client))
    expect(await ledger.commit(aCommand(), [aWrite(scope, 'u-1')])).toBe('committed')
    expect(lost()).toBe(3)
    expect(await verifiedRows(chainOf(scope))).toHaveLength(1)
  })

  it('does not write over a row that was put beyond its head, which stops nobody', async () => {
    const scope = freshScope()
    const chain = chainOf(scope)
    const Item = { pk: chain, sk: '00000001', act: 'smuggled' }
    await database.client.send(new PutCommand({ TableName: 'tenant', Item }))
    await ledgerOf(scope).record(anAct())
    expect(await partition(chain)).toEqual([Item])
    expect((await everything(scope)).filter(({ act }) => act === 'unit-changed')).toHaveLength(1)
  })

  it('stands in the platform table under a kind, and in the tenant table under its scope', () => {
    expect(platformLedger('500000').chain('2026-11-24', 3)).toBe('AUDIT#500000#AUDIT#20261124#3')
    expect(tenantLedger('500235').chain('2026-11-24', 3)).toBe('500235#AUDIT#20261124#3')
  })

  it('names nobody and no contact beside the act', async () => {
    const scope = freshScope()
    await ledgerOf(scope).commit(aCommand({ answer: { id: 'u-1' } }), [])
    const fields = (await everything(scope)).flatMap((item) => Object.keys(item))
    expect(new Set(fields)).toEqual(
      new Set(
        'pk sk id act actor post subject at previous sequence hash bodyHash answer expiresAt'.split(' '),
      ),
    )
  })
})

describe('denials', () => {
  const aDenial = { actor: 'p-one', code: 'post-not-held', route: 'read-case', at: MORNING }

  it('are one item per minute, actor and door, with how often', async () => {
    const scope = freshScope()
    const ledger = ledgerOf(scope)
    const times = ['2026-11-24T01:00:00Z', '2026-11-24T01:00:59Z', '2026-11-24T01:01:00Z']
    for (const at of times) await ledger.recordDenial({ ...aDenial, at })
    await ledger.recordDenial({ ...aDenial, actor: 'anonymous', code: 'sign-in-missing' })
    await ledger.recordDenial({ ...aDenial, route: 'list-queue' })
    const items = await partition(tenantLedger(scope).denials('2026-11-24'))
    expect(items.map(({ sk, count }) => [sk, count])).toEqual([
      ['2026-11-24T01:00#anonymous#read-case#sign-in-missing', 1],
      ['2026-11-24T01:00#p-one#list-queue#post-not-held', 1],
      ['2026-11-24T01:00#p-one#read-case#post-not-held', 2],
      ['2026-11-24T01:01#p-one#read-case#post-not-held', 1],
    ])
    expect(items.find(({ count }) => count === 2)?.at).toBe('2026-11-24T01:00:00Z')
  })

  it('are counted each when 20 come at the same time', async () => {
    const scope = freshScope()
    await Promise.all(Array.from({ length: 20 }, () => ledgerOf(scope).recordDenial(aDenial)))
    const [item] = await partition(tenantLedger(scope).denials('2026-11-24'))
    expect(item?.count).toBe(20)
  })
})

/** A client whose first answers to transactions are lost on the way back: they are carried out all the same. */
function losing(answers: number) {
  const raw = new DynamoDBClient({
    endpoint: database.endpoint,
    region: 'cn-north-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  })
  const client = DynamoDBDocumentClient.from(raw, { marshallOptions: { removeUndefinedValues: true } })
  let lost = 0
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (call) => {
        const answer = await next(call)
        if (commandName !== 'TransactWriteItemsCommand' || lost === answers) return answer
        lost++
        throw Object.assign(new Error('lost'), { name: 'TimeoutError' })
      },
    { step: 'initialize' },
  )
  return { client, lost: () => lost }
}
