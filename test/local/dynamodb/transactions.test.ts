import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DynamoDbUnderTest, startDynamoDb } from '../../support/dynamodb-server.ts'
import { runTransactions } from './transactions/run.ts'
import { TABLE } from './transactions/wire.ts'

test('random concurrent transactions and their stream follow a sequential model, across restarts', {
  timeout: 60_000,
}, async () => {
  const { problems, transactions, restarts, seed } = await runTransactions(900)
  expect(problems, `seed ${seed}`).toEqual([])
  expect(transactions).toBeGreaterThanOrEqual(900)
  expect(restarts).toBeGreaterThan(0)
})

describe('a transaction', () => {
  let db: DynamoDbUnderTest
  beforeAll(async () => {
    db = await startDynamoDb()
    await db.call('CreateTable', TABLE)
  })
  afterAll(() => db.close())

  const put = (p: string, more: object = {}) => ({
    Put: { TableName: 'counters', Item: { p: { S: p }, s: { N: '1' }, n: { N: '1' } }, ...more },
  })
  const transact = (TransactItems: unknown[], more: object = {}) =>
    db.call('TransactWriteItems', { TransactItems, ...more })
  const get = async (p: string) =>
    (await db.call('GetItem', { TableName: 'counters', Key: { p: { S: p }, s: { N: '1' } } })).body.Item

  test('that fails changes nothing and tells the reason of every member, with the item where asked', async () => {
    await transact([put('there')])
    const failing = { ConditionExpression: 'attribute_not_exists(p)' }
    const { status, body } = await transact([
      put('fresh'),
      put('there', { ...failing, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }),
    ])
    expect(status).toBe(400)
    expect(body.__type).toContain('#TransactionCanceledException')
    expect(body.message).toBe(
      'Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed]',
    )
    expect(body.CancellationReasons).toEqual([
      { Code: 'None' },
      {
        Code: 'ConditionalCheckFailed',
        Message: 'The conditional request failed',
        Item: { p: { S: 'there' }, s: { N: '1' }, n: { N: '1' } },
      },
    ])
    expect(await get('fresh')).toBeUndefined()
  })

  test('sent again with its token within ten minutes is answered, not executed, again', async () => {
    const add = {
      Update: {
        TableName: 'counters',
        Key: { p: { S: 'there' }, s: { N: '1' } },
        UpdateExpression: 'ADD n :one',
        ExpressionAttributeValues: { ':one': { N: '1' } },
      },
    }
    const token = { ClientRequestToken: 'once', ReturnConsumedCapacity: 'TOTAL' }
    await transact([put('there')])
    const first = await transact([add], token)
    expect(first.body.ConsumedCapacity).toEqual([
      { TableName: 'counters', CapacityUnits: 2, WriteCapacityUnits: 2 },
    ])
    const second = await transact([add], token)
    expect(second.body.ConsumedCapacity).toEqual([
      { TableName: 'counters', CapacityUnits: 2, ReadCapacityUnits: 2 },
    ])
    expect(await get('there')).toMatchObject({ n: { N: '2' } })

    const other = await transact([put('other')], token)
    expect(other.body.__type).toContain('#IdempotentParameterMismatchException')

    await db.clock.advanceTo(db.clock.now() + 10 * 60_000 + 1)
    await transact([add], token)
    expect(await get('there')).toMatchObject({ n: { N: '3' } })
  })

  test.each<[string, unknown[], string]>([
    ['names no item', [], 'Member must have length greater than or equal to 1'],
    [
      'names more than 100 items',
      Array.from({ length: 101 }, (_, n) => put(`p${n}`)),
      'less than or equal to 100',
    ],
    ['names one item twice', [put('a'), put('a')], 'cannot include multiple operations on one item'],
    ['has a member of two kinds', [{ ...put('a'), ...{ Delete: {} } }], 'can only contain one of'],
    [
      'has a condition check without a condition',
      [{ ConditionCheck: { TableName: 'counters', Key: { p: { S: 'a' }, s: { N: '1' } } } }],
      'conditionExpression',
    ],
  ])('that %s is refused', async (_, members, sentence) => {
    const { status, body } = await transact(members)
    expect(status).toBe(400)
    expect(body.__type).toContain('#ValidationException')
    expect(body.message).toContain(sentence)
  })

  test('of more than 4 MB is refused', async () => {
    const big = { big: { S: 'x'.repeat(399_000) } }
    const members = Array.from({ length: 11 }, (_, n) => ({
      Put: { TableName: 'counters', Item: { p: { S: `big${n}` }, s: { N: '1' }, ...big } },
    }))
    expect((await transact(members)).body.message).toContain('4 MB')
    expect(await get('big0')).toBeUndefined()
  })
})
