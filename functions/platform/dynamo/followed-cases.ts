import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { FollowedCases } from '../../intake/ports.ts'
import { patiently } from '../busy.ts'
import { createCaseStore } from './case-store.ts'
import { casePartition, monthPartition } from './keys.ts'
import type { Open } from './stores.ts'

/** Cases of one county by their numbers, as the index of months knows them: it may lag by moments. */
export function createFollowedCases(tenant: string, open: Open): FollowedCases {
  return {
    file: createCaseStore(tenant, open).readFile,
    idOf: (number) =>
      patiently(async () => {
        if (!number.startsWith(tenant)) return undefined
        const { client, tenant: table } = await open()
        const { Items = [] } = await client.send(
          new QueryCommand({
            TableName: table.getName(),
            IndexName: 'byMonth',
            KeyConditionExpression: '#month = :month AND #number = :number',
            ExpressionAttributeNames: { '#month': 'month', '#number': 'number' },
            ExpressionAttributeValues: { ':month': monthPartition(tenant, number), ':number': number },
          }),
        )
        const pk: unknown = Items[0]?.pk
        return typeof pk === 'string' ? pk.slice(casePartition(tenant, '').length) : undefined
      }),
  }
}
