import { afterEach, beforeEach, expect, test } from 'vitest'
import { type DynamoDbUnderTest, startDynamoDb } from '../../support/dynamodb-server.ts'

const START_MS = Date.parse('2026-03-01T00:00:00Z')
const DAY_MS = 24 * 3_600_000
let db: DynamoDbUnderTest
beforeEach(async () => {
  db = await startDynamoDb({ startAt: START_MS })
  await db.call('CreateTable', {
    TableName: 'sessions',
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'OLD_IMAGE' },
  })
})
afterEach(() => db.close())

const enable = (Enabled = true) =>
  db.call('UpdateTimeToLive', {
    TableName: 'sessions',
    TimeToLiveSpecification: { Enabled, AttributeName: 'until' },
  })
const put = (id: string, until: number | string, type = 'N') =>
  db.call('PutItem', {
    TableName: 'sessions',
    Item: { id: { S: id }, until: { [type]: String(until) } },
  })
const ids = async () => {
  const { body } = await db.call('Scan', { TableName: 'sessions' })
  return (body.Items as { id: { S: string } }[]).map(({ id }) => id.S).sort()
}
const second = (daysFromStart: number) => Math.floor((START_MS + daysFromStart * DAY_MS) / 1000)

test('expired items go when the virtual clock has passed, others stay', async () => {
  await enable()
  await put('tomorrow', second(1))
  await put('next year', second(365))
  await put('in two years', second(730))
  await put('of another type', second(1), 'S')
  await put('long before', second(-6 * 366))
  await db.clock.advanceTo(START_MS + 2 * DAY_MS)
  expect(await ids()).toEqual(['in two years', 'long before', 'next year', 'of another type'])
  await db.clock.advanceTo(START_MS + 400 * DAY_MS)
  expect(await ids()).toEqual(['in two years', 'long before', 'of another type'])
})

test('the stream tells that time to live has deleted an item', async () => {
  await enable()
  await put('a', second(1))
  const { streams } = db.dynamoDb
  const [arn] = streams.arns() as [string]
  await db.clock.advanceTo(START_MS + DAY_MS + 1000)
  const records = streams.shards(arn).flatMap((shard) => streams.read(arn, shard, 'TRIM_HORIZON', 10).records)
  expect(records.at(-1)).toMatchObject({
    eventName: 'REMOVE',
    userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' },
    dynamodb: { Keys: { id: { S: 'a' } }, OldImage: { until: { N: String(second(1)) } } },
  })
})

test('a later date that replaces an earlier one counts', async () => {
  await enable()
  await put('a', second(1))
  await put('a', second(3))
  await db.clock.advanceTo(START_MS + 2 * DAY_MS)
  expect(await ids()).toEqual(['a'])
  await db.clock.advanceTo(START_MS + 4 * DAY_MS)
  expect(await ids()).toEqual([])
})

test('more items than one sweep takes are all gone when the clock has arrived', async () => {
  await enable()
  for (let n = 0; n < 450; n++) await put(`id ${n}`, second(1))
  await db.clock.advanceTo(START_MS + DAY_MS)
  expect(await ids()).toEqual([])
})

test('switching it on covers the items that are there, switching it off spares them', async () => {
  await put('a', second(1))
  await enable()
  await put('b', second(5))
  await db.clock.advanceTo(START_MS + 2 * DAY_MS)
  expect(await ids()).toEqual(['b'])
  await enable(false)
  await db.clock.advanceTo(START_MS + 9 * DAY_MS)
  expect(await ids()).toEqual(['b'])
})
