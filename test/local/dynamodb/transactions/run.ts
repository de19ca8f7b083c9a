import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import type { Item } from '../../../../infra/local/dynamodb/values/value.ts'
import { type DynamoDbUnderTest, startDynamoDb } from '../../../support/dynamodb-server.ts'
import { type Change, type Expectation, type Member, Model, type Outcome } from './model.ts'
import { KEYS, keyItem, keyText, readCounter, TABLE, writeMember } from './wire.ts'

export interface TransactionsResult {
  transactions: number
  cancelled: number
  records: number
  restarts: number
  problems: string[]
  seed: number
}

const expectation: fc.Arbitrary<Expectation> = fc.oneof(
  { weight: 4, arbitrary: fc.constant('none' as const) },
  { weight: 2, arbitrary: fc.constantFrom('exists' as const, 'absent' as const) },
  { weight: 1, arbitrary: fc.integer({ min: -2, max: 4 }).map((n) => ({ n })) },
)
const member: fc.Arbitrary<Member> = fc.record({
  kind: fc.constantFrom('Put', 'Put', 'Update', 'Update', 'Delete', 'ConditionCheck'),
  key: fc.constantFrom(...KEYS),
  expect: expectation,
  by: fc.integer({ min: -2, max: 2 }),
  word: fc.constantFrom('x', 'y', 'z'),
})
const transaction = fc.uniqueArray(member, { minLength: 1, maxLength: 4, selector: ({ key }) => key })
/** What is sent at once, without waiting for answers in between. */
const burst = fc.array(transaction, { minLength: 1, maxLength: 8 })

const RESTART_EVERY = 400

/**
 * Sends `count` random transactions in concurrent bursts and compares outcomes, items and stream with a model that
 * runs them one after the other in the order they were sent. Restarts on the same data now and then.
 */
export async function runTransactions(count: number, seed = Date.now()): Promise<TransactionsResult> {
  const folder = await mkdtemp(join(tmpdir(), 'transactions-'))
  const model = new Model()
  const result = { transactions: 0, cancelled: 0, records: 0, restarts: 0, problems: [] as string[], seed }
  let db = await startDynamoDb({ folder })
  try {
    await db.call('CreateTable', TABLE)
    const follower = followStream(model, result.problems)
    for (const members of fc.sample(burst, { numRuns: count, seed })) {
      if (result.transactions >= count || result.problems.length > 10) break
      await send(db, model, members, result)
      if (result.transactions % 7 === 0) result.records += follower(db, 3)
      if (result.transactions / RESTART_EVERY > result.restarts + 1) {
        await db.close()
        db = await startDynamoDb({ folder })
        result.restarts++
      }
    }
    await compareItems(db, model, result.problems)
    result.records += follower(db, 1000)
    if (result.records !== model.changes.length)
      result.problems.push(`${result.records} stream records for ${model.changes.length} changes`)
    return result
  } finally {
    await db.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function send(db: DynamoDbUnderTest, model: Model, burst: Member[][], result: TransactionsResult) {
  const answers = await Promise.all(
    burst.map((members) => db.call('TransactWriteItems', { TransactItems: members.map(writeMember) })),
  )
  burst.forEach((members, index) => {
    const expected = model.transact(members)
    const { status, body } = answers[index]!
    const reasons = body.CancellationReasons as { Code: string }[] | undefined
    const outcome: Outcome | undefined = status === 200 ? 'done' : reasons?.map(({ Code }) => Code)
    result.transactions++
    if (expected !== 'done') result.cancelled++
    if (!isDeepStrictEqual(outcome, expected))
      result.problems.push(`${JSON.stringify(members)}: ${JSON.stringify(body)}, expected ${expected}`)
  })
}

async function compareItems(db: DynamoDbUnderTest, model: Model, problems: string[]) {
  const { body } = await db.call('TransactGetItems', {
    TransactItems: KEYS.map((key) => ({ Get: { TableName: TABLE.TableName, Key: keyItem(key) } })),
  })
  const items = (body.Responses as { Item?: Item }[]).map(({ Item }) => readCounter(Item))
  KEYS.forEach((key, index) => {
    const expected = model.items.get(key)
    if (!isDeepStrictEqual(items[index], expected))
      problems.push(`${key} is ${JSON.stringify(items[index])}, expected ${JSON.stringify(expected)}`)
  })
}

/** Reads on in every shard and checks each record against the model's next change of that item. */
function followStream(model: Model, problems: string[]) {
  const positions = new Map<string, string>()
  const seen = new Map<string, number>()

  function check(change: Change) {
    const position = seen.get(change.key) ?? 0
    seen.set(change.key, position + 1)
    const expected = model.changes.filter(({ key }) => key === change.key)[position]
    if (!isDeepStrictEqual(change, expected))
      problems.push(`stream: ${JSON.stringify(change)}, expected ${JSON.stringify(expected)}`)
  }

  return ({ dynamoDb: { streams } }: DynamoDbUnderTest, pageSize: number): number => {
    let read = 0
    const [arn] = streams.arns() as [string]
    for (const shard of streams.shards(arn))
      for (let more = true; more; ) {
        const page = streams.read(arn, shard, positions.get(shard) ?? 'TRIM_HORIZON', pageSize)
        if (page.last !== undefined) positions.set(shard, page.last)
        for (const { dynamodb, eventName } of page.records) {
          const { Keys, OldImage, NewImage } = dynamodb
          const change = {
            key: keyText(Keys),
            before: readCounter(OldImage),
            after: readCounter(NewImage),
          }
          if (eventName !== nameOf(change)) problems.push(`${eventName} for ${JSON.stringify(change)}`)
          check(change)
          read++
        }
        more = page.records.length === pageSize
      }
    return read
  }
}

function nameOf({ before, after }: Change) {
  if (!before) return 'INSERT'
  return after ? 'MODIFY' : 'REMOVE'
}
