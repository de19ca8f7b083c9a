import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb'
import { staffPartition } from '../../functions/platform/dynamo/staff-entities.ts'
import type { ClientConfig } from './local-cloud.ts'
import { tenantTableName } from './observe-world.ts'

/** Lets somebody work in a unit of a county: how invitations are taken up is told elsewhere. */
export async function keepWorker(
  clientConfig: ClientConfig,
  { tenant, person, unit }: { tenant: string; person: string; unit: string },
): Promise<void> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(clientConfig))
  const staff = { scope: tenant, person, posts: ['handler'], unit, standIns: [], state: 'active', version: 1 }
  const Item = { pk: staffPartition(tenant), sk: person, _et: 'Staff', ...staff }
  await client.send(new PutCommand({ TableName: await tenantTableName(client), Item }))
  client.destroy()
}
