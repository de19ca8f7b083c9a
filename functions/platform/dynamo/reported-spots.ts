import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { ReportedSpots, ReportedThere } from '../../suggestions/ports.ts'
import { patiently } from '../busy.ts'
import { createCaseStore } from './case-store.ts'
import { spotPartition } from './keys.ts'
import type { Open } from './stores.ts'

/** More reports of one spot within a week are one problem anyway. */
const MOST_OF_A_SPOT = 40

/** What was reported in one county, by where, the newest first. */
export function createReportedSpots(tenant: string, open: Open): ReportedSpots {
  const reportedIn = (spot: string, since: string) =>
    patiently(async () => {
      const { client, tenant: table } = await open()
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table.getName(),
          IndexName: 'bySpot',
          KeyConditionExpression: '#spot = :spot AND #spotAt >= :since',
          ExpressionAttributeNames: { '#spot': 'spot', '#spotAt': 'spotAt' },
          ExpressionAttributeValues: { ':spot': spotPartition(tenant, spot), ':since': since },
          ScanIndexForward: false,
          Limit: MOST_OF_A_SPOT,
        }),
      )
      return Items.map(({ id, words, place, position }) => ({ id, words, place, position }) as ReportedThere)
    })
  return {
    since: async (spots, at) => (await Promise.all(spots.map((spot) => reportedIn(spot, at)))).flat(),
    read: createCaseStore(tenant, open).read,
  }
}
