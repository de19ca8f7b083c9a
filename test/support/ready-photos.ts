import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb'
import { monthOfPhoto, photosPartition } from '../../functions/platform/dynamo/photo-store.ts'
import type { ClientConfig } from './local-cloud.ts'

/** Photos that every county of a test has, ready for any act to stand on: their upload is told elsewhere. */
export const READY_PHOTOS = ['0'.repeat(26), '1'.repeat(26)] as const

/** Puts them among the county's photos, as the function that develops them leaves them. */
export async function keepReadyPhotos(clientConfig: ClientConfig, tenant: string): Promise<void> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(clientConfig))
  const { TableNames = [] } = await client.send(new ListTablesCommand({}))
  const TableName = TableNames.find((name) => name.includes('TenantTable'))
  for (const id of READY_PHOTOS) {
    const photo = { tenant, id, state: 'ready', version: 2, startedAt: '2026-11-24T00:00:00Z' }
    const key = { pk: photosPartition(tenant, monthOfPhoto(id)), sk: id }
    await client.send(new PutCommand({ TableName, Item: { ...key, _et: 'Photo', ...photo } }))
  }
  client.destroy()
}
