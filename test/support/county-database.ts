import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { type CountyTables, openCountyTables } from '../../functions/platform/dynamo/county-tables.ts'
import { type PlatformTable, platformTable } from '../../functions/platform/dynamo/platform-tables.ts'
import type { Consumption } from '../../infra/local/dynamodb/store/meter.ts'
import { listen, place, startDynamoDb, straightTo } from './dynamodb-server.ts'

const names = { tenant: 'tenant', people: 'people' }
const PLATFORM = 'platform'

/** The product's tables on the local DynamoDB, reached through the AWS SDK. */
export interface CountyDatabase {
  open(): Promise<CountyTables>
  client: DynamoDBDocumentClient
  endpoint: string
  platform: PlatformTable & { readonly client: DynamoDBDocumentClient }
  /** Units that the tables have consumed so far, all together. */
  consumed(): Consumption
  close(): Promise<void>
}

/**
 * `quick`: for harnesses that ask it a million times: the SDK's requests go straight to it, and nothing waits for the disk,
 * which only a power cut would tell.
 */
export async function startCountyDatabase({ quick = false } = {}): Promise<CountyDatabase> {
  const local = await startDynamoDb()
  if (quick) local.database.sqlite.exec('PRAGMA synchronous = OFF')
  const server = await listen(local.dynamoDb.service)
  const endpoint = `http://127.0.0.1:${server.port}`
  const raw = new DynamoDBClient({
    endpoint,
    region: place.region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    ...(quick && straightTo(local.dynamoDb.service)),
  })
  for (const command of [tenantTable(), twoKeys(names.people), twoKeys(PLATFORM)]) await raw.send(command)
  const client = DynamoDBDocumentClient.from(raw, { marshallOptions: { removeUndefinedValues: true } })
  return {
    client,
    endpoint,
    platform: Object.assign(platformTable(PLATFORM, client), { client }),
    consumed: () => sumOf(Object.values(local.dynamoDb.consumed())),
    open: async () => openCountyTables(client, names),
    async close() {
      raw.destroy()
      await server.close()
      await local.close()
    },
  }
}

const sumOf = (tables: readonly Consumption[]): Consumption => ({
  readUnits: tables.reduce((sum, { readUnits }) => sum + readUnits, 0),
  writeUnits: tables.reduce((sum, { writeUnits }) => sum + writeUnits, 0),
})

const text = (name: string) => ({ AttributeName: name, AttributeType: 'S' as const })
const keys = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' as const },
  { AttributeName: range, KeyType: 'RANGE' as const },
]

const tenantTable = () =>
  new CreateTableCommand({
    TableName: names.tenant,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: ['pk', 'sk', 'work', 'workDue', 'month', 'number', 'outgoing', 'outgoingDue'].map(
      text,
    ),
    KeySchema: keys('pk', 'sk'),
    GlobalSecondaryIndexes: [
      { IndexName: 'byWork', KeySchema: keys('work', 'workDue'), Projection: { ProjectionType: 'ALL' } },
      {
        IndexName: 'byMonth',
        KeySchema: keys('month', 'number'),
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
      {
        IndexName: 'byOutgoing',
        KeySchema: keys('outgoing', 'outgoingDue'),
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ],
  })

const twoKeys = (TableName: string) =>
  new CreateTableCommand({
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: ['pk', 'sk'].map(text),
    KeySchema: keys('pk', 'sk'),
  })
