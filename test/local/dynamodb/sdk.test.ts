import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DynamoDbUnderTest, listen, startDynamoDb } from '../../support/dynamodb-server.ts'

let db: DynamoDbUnderTest
let server: Awaited<ReturnType<typeof listen>>
let client: DynamoDBClient
let streams: DynamoDBStreamsClient
beforeAll(async () => {
  db = await startDynamoDb()
  await db.call('CreateTable', {
    TableName: 'things',
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' },
  })
  server = await listen(db.dynamoDb.service)
  const settings = {
    endpoint: `http://127.0.0.1:${server.port}`,
    region: 'cn-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  }
  client = new DynamoDBClient(settings)
  streams = new DynamoDBStreamsClient(settings)
})
afterAll(async () => {
  client.destroy()
  streams.destroy()
  await server.close()
  await db.close()
})

const Item = { id: { S: 'a' }, photo: { B: new Uint8Array([0, 1, 255]) }, words: { SS: ['垃圾'] } }

test('the SDK puts and gets an item of every kind of value', async () => {
  await client.send(new PutItemCommand({ TableName: 'things', Item }))
  const answer = await client.send(new GetItemCommand({ TableName: 'things', Key: { id: { S: 'a' } } }))
  expect(answer.Item).toEqual(Item)
})

test('the SDK reads a failed condition with the item that was there', async () => {
  const put = new PutItemCommand({
    TableName: 'things',
    Item,
    ConditionExpression: 'attribute_not_exists(id)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  })
  const error = await client.send(put).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(ConditionalCheckFailedException)
  expect((error as ConditionalCheckFailedException).Item).toEqual(Item)
})

test('the SDK reads the reasons of a cancelled transaction', async () => {
  const Put = { TableName: 'things', Item, ConditionExpression: 'attribute_not_exists(id)' }
  const error = await client
    .send(new TransactWriteItemsCommand({ TransactItems: [{ Put }] }))
    .catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(TransactionCanceledException)
  expect((error as TransactionCanceledException).CancellationReasons).toEqual([
    { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed' },
  ])
})

test('the SDK reads the sentence of a refusal', async () => {
  const query = new QueryCommand({ TableName: 'things', KeyConditionExpression: 'id = :none' })
  await expect(client.send(query)).rejects.toMatchObject({
    name: 'ValidationException',
    message: expect.stringContaining('attribute value: :none'),
  })
})

test('the SDK reads a stream, signed for the same service', async () => {
  const [StreamArn] = db.dynamoDb.streams.arns()
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }))
  const pages = await Promise.all(
    StreamDescription!.Shards!.map(async ({ ShardId }) => {
      const { ShardIterator } = await streams.send(
        new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' }),
      )
      return streams.send(new GetRecordsCommand({ ShardIterator }))
    }),
  )
  const records = pages.flatMap((page) => page.Records ?? [])
  expect(records.map(({ eventName, dynamodb }) => [eventName, dynamodb?.Keys, dynamodb?.NewImage])).toEqual([
    ['INSERT', { id: { S: 'a' } }, undefined],
  ])
})
