import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type DynamoDbUnderTest, startDynamoDb } from '../../support/dynamodb-server.ts'

const DAY_MS = 24 * 3_600_000
let db: DynamoDbUnderTest
let arn: string
beforeEach(async () => {
  db = await startDynamoDb({ startAt: Date.parse('2026-03-01T00:00:00Z') })
  await db.call('CreateTable', {
    TableName: 'things',
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
  })
  arn = db.dynamoDb.streams.arns()[0]!
})
afterEach(() => db.close())

const put = (id: string, n: number) =>
  db.call('PutItem', { TableName: 'things', Item: { id: { S: id }, n: { N: String(n) } } })
const readAll = () =>
  db.dynamoDb.streams
    .shards(arn)
    .flatMap((shard) => db.dynamoDb.streams.read(arn, shard, 'TRIM_HORIZON', 1000).records)

describe('a stream', () => {
  test('tells a change exactly as Lambda receives it', async () => {
    await put('a', 1)
    await put('a', 2)
    const [, record] = readAll()
    expect(record).toEqual({
      eventID: expect.stringMatching(/^[0-9a-f]{32}$/),
      eventName: 'MODIFY',
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: 'cn-north-1',
      dynamodb: {
        ApproximateCreationDateTime: Date.parse('2026-03-01T00:00:00Z') / 1000,
        Keys: { id: { S: 'a' } },
        NewImage: { id: { S: 'a' }, n: { N: '2' } },
        OldImage: { id: { S: 'a' }, n: { N: '1' } },
        SequenceNumber: expect.stringMatching(/^\d{21}$/),
        SizeBytes: 15,
        StreamViewType: 'NEW_AND_OLD_IMAGES',
      },
      eventSourceARN:
        'arn:aws-cn:dynamodb:cn-north-1:123456789012:table/things/stream/1970-01-01T00:00:00.000',
    })
  })

  test('has no record of a write that changes nothing', async () => {
    await put('a', 1)
    await put('a', 1)
    await db.call('DeleteItem', { TableName: 'things', Key: { id: { S: 'none' } } })
    expect(readAll()).toHaveLength(1)
  })

  test('spreads items over its shards and keeps the order of each', async () => {
    for (let round = 0; round < 3; round++) for (let id = 0; id < 20; id++) await put(`id ${id}`, round)
    const used = db.dynamoDb.streams
      .shards(arn)
      .filter((shard) => db.dynamoDb.streams.read(arn, shard, 'TRIM_HORIZON', 1).records.length > 0)
    expect(used.length).toBeGreaterThan(1)
    for (let id = 0; id < 20; id++) {
      const images = readAll().filter(({ dynamodb }) => dynamodb.Keys.id!.S === `id ${id}`)
      expect(images.map(({ dynamodb }) => dynamodb.NewImage!.n!.N)).toEqual(['0', '1', '2'])
    }
  })

  test('is read on from a position, and from now on', async () => {
    await put('a', 1)
    const { streams } = db.dynamoDb
    const shard = streams
      .shards(arn)
      .find((one) => streams.read(arn, one, 'TRIM_HORIZON', 1).records.length > 0)!
    const now = streams.read(arn, shard, 'LATEST', 10)
    expect(now.records).toEqual([])
    await put('a', 2)
    await put('a', 3)
    const page = streams.read(arn, shard, now.last!, 1)
    expect(page.records.map(({ dynamodb }) => dynamodb.NewImage!.n!.N)).toEqual(['2'])
    const next = streams.read(arn, shard, page.last!, 10)
    expect(next.records.map(({ dynamodb }) => dynamodb.NewImage!.n!.N)).toEqual(['3'])
    expect(streams.read(arn, shard, next.last!, 10)).toEqual({ records: [], last: next.last })
  })

  test('tells listeners once a record is durable, and no longer when they have left', async () => {
    const heard: string[] = []
    const stop = db.dynamoDb.streams.onAppend((stream) => heard.push(stream))
    await put('a', 1)
    expect(heard).toEqual([arn])
    stop()
    await put('a', 2)
    expect(heard).toEqual([arn])
  })

  test('keeps records for a day of virtual time and goes on with higher numbers after that', async () => {
    await put('a', 1)
    const [old] = readAll()
    await db.clock.advanceTo(db.clock.now() + DAY_MS - 1000)
    expect(readAll()).toHaveLength(1)
    await db.clock.advanceTo(db.clock.now() + 2000)
    expect(readAll()).toEqual([])
    await put('a', 2)
    const [fresh] = readAll()
    expect(fresh!.dynamodb.SequenceNumber > old!.dynamodb.SequenceNumber).toBe(true)
  })

  test('is served by the streams API', async () => {
    await put('a', 1)
    await put('b', 1)
    const list = await db.call('ListStreams', {})
    expect(list.body.Streams).toMatchObject([{ StreamArn: arn, TableName: 'things' }])
    const { body } = await db.call('DescribeStream', { StreamArn: arn })
    const { Shards, StreamViewType } = body.StreamDescription as {
      Shards: { ShardId: string }[]
      StreamViewType: string
    }
    expect(StreamViewType).toBe('NEW_AND_OLD_IMAGES')
    const records: unknown[] = []
    for (const { ShardId } of Shards) {
      const input = { StreamArn: arn, ShardId, ShardIteratorType: 'TRIM_HORIZON' }
      const { ShardIterator } = (await db.call('GetShardIterator', input)).body
      const page = (await db.call('GetRecords', { ShardIterator })).body
      records.push(...(page.Records as unknown[]))
      const next = (await db.call('GetRecords', { ShardIterator: page.NextShardIterator })).body
      expect(next.Records).toEqual([])
    }
    expect(records).toHaveLength(2)
  })
})
