import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { Table } from 'dynamodb-toolbox/table'
import { callLimits } from '../call-limits.ts'
import { config } from '../config.ts'

/** Above the counties: cities and tenants, identity, folded figures. No county's credentials reach it. */
export const platformTable = (name: string, documentClient: DynamoDBDocumentClient) =>
  new Table({
    name,
    documentClient,
    partitionKey: { name: 'pk', type: 'string' },
    sortKey: { name: 'sk', type: 'string' },
  })
export type PlatformTable = ReturnType<typeof platformTable>

/** The platform table under the function's own role, which its grants hold to the partitions that it needs. */
export function openPlatformTable(): PlatformTable & { readonly client: DynamoDBDocumentClient } {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(callLimits), {
    marshallOptions: { removeUndefinedValues: true },
  })
  return Object.assign(platformTable(config('PLATFORM_TABLE'), client), { client })
}
