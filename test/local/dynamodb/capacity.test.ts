import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type DynamoDbUnderTest, startDynamoDb } from '../../support/dynamodb-server.ts'

let db: DynamoDbUnderTest
beforeAll(async () => {
  db = await startDynamoDb()
})
afterAll(() => db.close())
beforeEach(async () => {
  await db.call('DeleteTable', { TableName: 'cases' })
  await db.call('CreateTable', {
    TableName: 'cases',
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    AttributeDefinitions: [
      { AttributeName: 'id', AttributeType: 'S' },
      { AttributeName: 'holder', AttributeType: 'S' },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: 'byHolder',
        KeySchema: [{ AttributeName: 'holder', KeyType: 'HASH' }],
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['stage'] },
      },
    ],
  })
})

const INDEXES = { TableName: 'cases', ReturnConsumedCapacity: 'INDEXES' }
const units = (table: number, index: number) => ({
  TableName: 'cases',
  CapacityUnits: table + index,
  Table: { CapacityUnits: table },
  ...(index > 0 && { GlobalSecondaryIndexes: { byHolder: { CapacityUnits: index } } }),
})
/** An item of exactly this many bytes beyond its key. */
const filling = (bytes: number) => ({ x: { S: 'x'.repeat(bytes - 1) } })
const put = async (attributes: object, more: object = {}) =>
  (await db.call('PutItem', { ...INDEXES, Item: { id: { S: '1' }, ...attributes }, ...more })).body
    .ConsumedCapacity
const set = async (text: string, value: string) => {
  const { body } = await db.call('UpdateItem', {
    ...INDEXES,
    Key: { id: { S: '1' } },
    UpdateExpression: text,
    ExpressionAttributeValues: { ':v': { S: value } },
  })
  return body.ConsumedCapacity
}

describe('a write bills', () => {
  test('a unit per kilobyte of the larger of old and new item', async () => {
    expect(await put(filling(1021))).toEqual(units(1, 0))
    expect(await put(filling(1022))).toEqual(units(2, 0))
    expect(await put({})).toEqual(units(2, 0))
    expect(await put({})).toEqual(units(1, 0))
  })

  test('UTF-8 bytes, not characters', async () => {
    expect(await put({ x: { S: '县'.repeat(341) } })).toEqual(units(2, 0))
  })

  test('in an index: one for a new entry, two for a moved key, one for a changed projection, none otherwise', async () => {
    expect(await put({ holder: { S: 'a' } })).toEqual(units(1, 1))
    expect(await set('SET holder = :v', 'b')).toEqual(units(1, 2))
    expect(await set('SET stage = :v', 'filed')).toEqual(units(1, 1))
    expect(await set('SET unseen = :v', 'x')).toEqual(units(1, 0))
    expect(await set('SET stage = :v', 'filed')).toEqual(units(1, 0))
    expect(await put({ stage: { S: 'filed' } })).toEqual(units(1, 1))
    expect(await put({ stage: { S: 'closed' } })).toEqual(units(1, 0))
  })

  test('twice for the table in a transaction, once for its indexes, checks like writes', async () => {
    const { body } = await db.call('TransactWriteItems', {
      ReturnConsumedCapacity: 'INDEXES',
      TransactItems: [
        { Put: { TableName: 'cases', Item: { id: { S: '1' }, holder: { S: 'a' } } } },
        {
          ConditionCheck: {
            TableName: 'cases',
            Key: { id: { S: '2' } },
            ConditionExpression: 'attribute_not_exists(id)',
          },
        },
      ],
    })
    expect(body.ConsumedCapacity).toEqual([
      {
        TableName: 'cases',
        CapacityUnits: 5,
        WriteCapacityUnits: 5,
        Table: { CapacityUnits: 4, WriteCapacityUnits: 4 },
        GlobalSecondaryIndexes: { byHolder: { CapacityUnits: 1, WriteCapacityUnits: 1 } },
      },
    ])
  })

  test('also when its condition fails', async () => {
    await put(filling(3000))
    const before = db.dynamoDb.consumed().cases!.writeUnits
    expect(await put({}, { ConditionExpression: 'attribute_not_exists(id)' })).toBeUndefined()
    expect(db.dynamoDb.consumed().cases!.writeUnits - before).toBe(3)
  })
})

describe('a read bills', () => {
  const get = async (id: string, more: object = {}) =>
    (await db.call('GetItem', { ...INDEXES, Key: { id: { S: id } }, ...more })).body.ConsumedCapacity

  test('half a unit per 4 KB, one when consistent, also for what is not there', async () => {
    await put(filling(4094))
    expect(await get('1')).toEqual(units(1, 0))
    expect(await get('1', { ConsistentRead: true })).toEqual(units(2, 0))
    expect(await get('none')).toEqual(units(0.5, 0))
  })

  test('two per 4 KB in a transaction', async () => {
    const { body } = await db.call('TransactGetItems', {
      ReturnConsumedCapacity: 'TOTAL',
      TransactItems: ['1', 'none'].map((id) => ({ Get: { TableName: 'cases', Key: { id: { S: id } } } })),
    })
    expect(body.ConsumedCapacity).toEqual([{ TableName: 'cases', CapacityUnits: 4, ReadCapacityUnits: 4 }])
  })

  test('the sum of what a query looked at, in an index only the projection of it', async () => {
    await put({ holder: { S: 'a' }, ...filling(9000) })
    const { body } = await db.call('Query', {
      ...INDEXES,
      IndexName: 'byHolder',
      KeyConditionExpression: 'holder = :h',
      FilterExpression: 'attribute_exists(stage)',
      ExpressionAttributeValues: { ':h': { S: 'a' } },
    })
    expect(body).toMatchObject({ Count: 0, ScannedCount: 1, ConsumedCapacity: units(0, 0.5) })
    const scan = await db.call('Scan', { ...INDEXES, Select: 'COUNT' })
    expect(scan.body).toEqual({ Count: 1, ScannedCount: 1, ConsumedCapacity: units(1.5, 0) })
  })
})
