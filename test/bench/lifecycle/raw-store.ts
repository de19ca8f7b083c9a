import { randomUUID } from 'node:crypto'
import {
  CreateTableCommand,
  DynamoDBClient,
  TransactWriteItemsCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import type { ClientConfig } from '../../support/local-cloud.ts'

/** A table beside the product's on the same store, and nothing but the SDK before it. */
export interface RawStore {
  /** Two items, as an act on a case writes at least; answers how many transactions that is. */
  transaction(): Promise<1>
  close(): void
}

const TABLE = 'bench-raw'
const RECORD = '记'.repeat(230)
const ROW = '录'.repeat(330)

export async function createRawStore(config: ClientConfig): Promise<RawStore> {
  const client = new DynamoDBClient(config)
  await client.send(
    new CreateTableCommand({
      TableName: TABLE,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
    }),
  )
  await waitUntilTableExists({ client, minDelay: 1, maxWaitTime: 30 }, { TableName: TABLE })
  return {
    async transaction() {
      const pk = { S: randomUUID() }
      const put = (sk: string, words: string) => ({
        Put: {
          TableName: TABLE,
          Item: { pk, sk: { S: sk }, words: { S: words } },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      })
      await client.send(
        new TransactWriteItemsCommand({ TransactItems: [put('CASE', RECORD), put('ROW', ROW)] }),
      )
      return 1
    },
    close: () => client.destroy(),
  }
}
