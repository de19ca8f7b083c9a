import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Resource } from '../../../infra/local/kernel/resource.ts'
import { type DynamoDbUnderTest, place, startDynamoDb } from '../../support/dynamodb-server.ts'

let folder: string
let db: DynamoDbUnderTest
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'provision-'))
  db = await startDynamoDb({ folder })
})
afterEach(async () => {
  await db.close()
  await rm(folder, { recursive: true, force: true })
})

const byHolder = {
  IndexName: 'byHolder',
  KeySchema: [{ AttributeName: 'holder', KeyType: 'HASH' }],
  Projection: { ProjectionType: 'ALL' },
}

function table(properties: Record<string, unknown> = {}): Resource {
  const all = {
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    BillingMode: 'PAY_PER_REQUEST',
    StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
    Replicas: [{ Region: 'cn-north-1', DeletionProtectionEnabled: true }],
    ...properties,
  }
  const [type] = db.dynamoDb.types
  const base = { stack: 'Data', logicalId: 'Cases', properties: all }
  return { ...base, type: type!.type, metadata: {}, dependsOn: [], ...type!.identify(base, place) }
}
const indexed = () =>
  table({
    AttributeDefinitions: [
      { AttributeName: 'id', AttributeType: 'S' },
      { AttributeName: 'holder', AttributeType: 'S' },
    ],
    GlobalSecondaryIndexes: [byHolder],
  })
const restart = async () => {
  await db.close()
  db = await startDynamoDb({ folder })
}

describe('provisioning', () => {
  test('creates the table a template describes, under the identity it announced', async () => {
    const resource = table()
    db.dynamoDb.provision([resource])
    const { body } = await db.call('DescribeTable', { TableName: 'Data-Cases' })
    expect(body.Table).toMatchObject({
      TableArn: resource.attributes.Arn,
      TableId: resource.attributes.TableId,
      LatestStreamArn: resource.attributes.StreamArn,
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
      DeletionProtectionEnabled: true,
    })
    const refused = await db.call('DeleteTable', { TableName: 'Data-Cases' })
    expect(refused.body.message).toContain('protected against deletion')
  })

  test('finds table and items again after a restart', async () => {
    db.dynamoDb.provision([table()])
    const Item = { id: { S: 'a' } }
    await db.call('PutItem', { TableName: 'Data-Cases', Item })
    await restart()
    db.dynamoDb.provision([table()])
    expect((await db.call('Scan', { TableName: 'Data-Cases' })).body.Items).toEqual([Item])
  })

  test('fills an index that was added and empties one that was dropped', async () => {
    const query = async () =>
      (
        await db.call('Query', {
          TableName: 'Data-Cases',
          IndexName: 'byHolder',
          KeyConditionExpression: 'holder = :h',
          ExpressionAttributeValues: { ':h': { S: 'x' } },
        })
      ).body
    db.dynamoDb.provision([table()])
    const Item = { id: { S: 'a' }, holder: { S: 'x' } }
    await db.call('PutItem', { TableName: 'Data-Cases', Item })
    db.dynamoDb.provision([indexed()])
    expect((await query()).Items).toEqual([Item])
    db.dynamoDb.provision([table()])
    expect((await query()).message).toContain('does not have the specified index')
    await db.call('DeleteItem', { TableName: 'Data-Cases', Key: { id: { S: 'a' } } })
    db.dynamoDb.provision([indexed()])
    expect((await query()).Items).toEqual([])
  })

  test('switches time to live on for items that are there', async () => {
    db.dynamoDb.provision([table()])
    const until = Math.floor(db.clock.now() / 1000) + 60
    await db.call('PutItem', {
      TableName: 'Data-Cases',
      Item: { id: { S: 'a' }, until: { N: String(until) } },
    })
    db.dynamoDb.provision([table({ TimeToLiveSpecification: { Enabled: true, AttributeName: 'until' } })])
    await db.clock.advanceTo((until + 1) * 1000)
    expect((await db.call('Scan', { TableName: 'Data-Cases' })).body.Count).toBe(0)
  })

  test('changes nothing when one of several tables is refused', async () => {
    const good = { ...table(), ref: 'good' }
    expect(() => db.dynamoDb.provision([good, table({ ImportSourceSpecification: {} })])).toThrow(
      'Table Data-Cases: the local cloud does not run the property ImportSourceSpecification.',
    )
    expect((await db.call('ListTables', {})).body.TableNames).toEqual([])
  })

  test.each<[string, () => Resource, RegExp]>([
    [
      'other keys',
      () =>
        table({
          KeySchema: [{ AttributeName: 'no', KeyType: 'HASH' }],
          AttributeDefinitions: [{ AttributeName: 'no', AttributeType: 'S' }],
        }),
      /keys of table Data-Cases are id \(S\) in the data folder and no \(S\)/,
    ],
    [
      'a key of another type',
      () => table({ AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'N' }] }),
      /are id \(S\) in the data folder and id \(N\)/,
    ],
    ['local indexes', () => table({ LocalSecondaryIndexes: [byHolder] }), /local secondary indexes/],
    [
      'a policy of the table',
      () => table({ Replicas: [{ Region: 'cn-north-1', ResourcePolicy: {} }] }),
      /property ResourcePolicy of a replica/,
    ],
    ['replicas elsewhere', () => table({ Replicas: [{ Region: 'a' }, { Region: 'b' }] }), /one region/],
  ])('refuses %s in one sentence', (_, resource, sentence) => {
    db.dynamoDb.provision([table()])
    expect(() => db.dynamoDb.provision([resource()])).toThrow(sentence)
  })
})
