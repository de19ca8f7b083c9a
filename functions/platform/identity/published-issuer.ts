import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { JSONWebKeySet } from 'jose'
import { patiently } from '../busy.ts'
import { conditionFailed } from '../dynamo/expectations.ts'
import { issuerPartition } from '../dynamo/platform-keys.ts'
import type { openPlatformTable } from '../dynamo/platform-tables.ts'

/**
 * What the built-in issuer tells those who verify its tokens. It stands in the platform table, where the issuer alone may
 * write it: no function has to reach another over HTTP, and no deployment has to carry a key.
 */
export interface PublishedIssuer {
  readonly issuer: string
  readonly jwks: JSONWebKeySet
  /** When the newest of the keys came into force. */
  readonly since: number
}

type Table = ReturnType<typeof openPlatformTable>
const key = { pk: issuerPartition, sk: 'ISSUER' }

/** `overtaken`: newer keys are published than these. */
export const publishIssuer = (table: Table, { issuer, jwks, since }: PublishedIssuer) =>
  patiently(() =>
    conditionFailed(
      table.client.send(
        new PutCommand({
          TableName: table.getName(),
          Item: { ...key, issuer, jwks: JSON.stringify(jwks), since },
          ConditionExpression: 'attribute_not_exists(pk) OR #since <= :since',
          ExpressionAttributeNames: { '#since': 'since' },
          ExpressionAttributeValues: { ':since': since },
        }),
      ),
      'published',
      'overtaken',
    ),
  )

export async function readPublishedIssuer(table: Table): Promise<PublishedIssuer | undefined> {
  const { Item } = await patiently(() =>
    table.client.send(new GetCommand({ TableName: table.getName(), Key: key, ConsistentRead: true })),
  )
  return Item && { issuer: Item.issuer, jwks: JSON.parse(Item.jwks), since: Item.since }
}
