import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DeleteItemCommand,
  DynamoDBClient,
  ExecuteStatementCommand,
  GetItemCommand,
  ListTablesCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactGetItemsCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootProduct, type ProductCloud } from '../support/product-cloud.ts'

const OWN = '500235'
/** Another county, and keys that shorten or continue the own code. */
const FOREIGN = ['500236', '50023', '5002350', '50023#500235', '', '*', '500235*', '500235']

let cloud: ProductCloud
let client: DynamoDBClient
let tables: { tenant: string; people: string }

beforeAll(async () => {
  cloud = await bootProduct('2026-11-24T01:00:00Z', {
    'staff-api': fileURLToPath(import.meta.resolve('../support/tenant-credentials-probe.ts')),
  })
  for (const tenant of [OWN, '500236'])
    await cloud.post(
      `/api/t/${tenant}/cases`,
      { words: '路灯不亮', place: '滨江路', reporter: { phone: '13800001234' } },
      { key: `isolation-${tenant}-${randomUUID()}`.slice(0, 60), claims: { tenant } },
    )
  const { TableNames = [] } = await new DynamoDBClient(cloud.clientConfig).send(new ListTablesCommand({}))
  const find = (part: string) => TableNames.find((name) => name.includes(part))!
  tables = { tenant: find('TenantTable'), people: find('PeopleTable') }
  client = await clientOf(OWN)
})
afterAll(() => cloud?.stop())

/** What a function's role is given for a county. */
async function assume(tenant: string) {
  const answer = await cloud.get(`/api/probe?tenant=${encodeURIComponent(tenant)}`)
  if (answer.status !== 200) throw new Error(answer.body.refused)
  return answer.body
}

async function clientOf(tenant: string) {
  const given = await assume(tenant)
  return new DynamoDBClient({
    ...cloud.clientConfig,
    credentials: {
      accessKeyId: given.AccessKeyId,
      secretAccessKey: given.SecretAccessKey,
      sessionToken: given.SessionToken,
    },
  })
}

/** Every operation that can reach an item, on one partition of one table. */
function operations(TableName: string, partition: string) {
  const pk = { S: partition }
  const Key = { pk, sk: { S: 'CASE' } }
  const mine = { pk: { S: `${OWN}#PROBE#1` }, sk: { S: 'PROBE' } }
  const update = { UpdateExpression: 'SET probe = :one', ExpressionAttributeValues: { ':one': { N: '1' } } }
  const query = (IndexName: string | undefined, name: string) =>
    new QueryCommand({
      TableName,
      ...(IndexName && { IndexName }),
      KeyConditionExpression: `#key = :value`,
      ExpressionAttributeNames: { '#key': name },
      ExpressionAttributeValues: { ':value': pk },
    })
  const check = { TableName, Key, ConditionExpression: 'attribute_exists(pk)' }
  return {
    get: new GetItemCommand({ TableName, Key }),
    put: new PutItemCommand({ TableName, Item: Key }),
    update: new UpdateItemCommand({ TableName, Key, ...update }),
    delete: new DeleteItemCommand({ TableName, Key }),
    query: query(undefined, 'pk'),
    batchGet: new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys: [mine, Key] } } }),
    batchWrite: new BatchWriteItemCommand({ RequestItems: { [TableName]: [{ PutRequest: { Item: Key } }] } }),
    transactGet: new TransactGetItemsCommand({
      TransactItems: [mine, Key].map((one) => ({ Get: { TableName, Key: one } })),
    }),
    transactPut: new TransactWriteItemsCommand({
      TransactItems: [mine, Key].map((Item) => ({ Put: { TableName, Item } })),
    }),
    transactUpdate: new TransactWriteItemsCommand({
      TransactItems: [{ Update: { TableName, Key, ...update } }],
    }),
    transactCheck: new TransactWriteItemsCommand({
      TransactItems: [{ ConditionCheck: check }, { Put: { TableName, Item: mine } }],
    }),
    scan: new ScanCommand({ TableName }),
    partiQL: new ExecuteStatementCommand({
      Statement: `SELECT * FROM "${TableName}" WHERE pk = '${partition}'`,
    }),
    ...(TableName === tables.tenant && {
      queryByWork: query('byWork', 'work'),
      queryByMonth: query('byMonth', 'month'),
      scanByWork: new ScanCommand({ TableName, IndexName: 'byWork' }),
    }),
  }
}

const send = (command: unknown) => client.send(command as GetItemCommand)

describe("with one county's credentials", () => {
  it('its own items are reached', async () => {
    const TableName = tables.tenant
    const own = operations(TableName, `${OWN}#CASE#1`)
    for (const name of ['get', 'put', 'update', 'query', 'queryByWork', 'transactPut'] as const)
      await expect(send(own[name]), name).resolves.toBeDefined()
  })

  it.each(['tenant', 'people'] as const)(
    'every operation on a key of another is denied, in the table of %s',
    async (table) => {
      let probes = 0
      for (const foreign of FOREIGN) {
        // the own code without its separator is foreign too
        const partition = foreign === OWN ? OWN : `${foreign}#CASE#1`
        for (const [name, command] of Object.entries(operations(tables[table], partition))) {
          const error = await send(command).then(
            () => new Error('it was answered'),
            (thrown: Error) => thrown,
          )
          expect(`${name} ${partition}: ${error.name}`).toBe(`${name} ${partition}: AccessDeniedException`)
          probes++
        }
      }
      expect(probes).toBeGreaterThan(100)
    },
  )
})

describe('the county of a session', () => {
  it('is a code of six digits, whoever asks', async () => {
    for (const tenant of ['50023', '5002350', '50023a', '*', '500235#'])
      await expect(assume(tenant), tenant).rejects.toThrow(/AccessDenied|ValidationError/)
  })
})
