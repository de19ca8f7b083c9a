import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { Table } from 'dynamodb-toolbox/table'

const keys = {
  partitionKey: { name: 'pk', type: 'string' },
  sortKey: { name: 'sk', type: 'string' },
} as const

/** Everything of a county but people's names and numbers. */
export const tenantTable = (name: string, documentClient?: DynamoDBDocumentClient) =>
  new Table({
    name,
    ...(documentClient && { documentClient }),
    ...keys,
    indexes: {
      /** Open work only, by county and post, the most urgent first. */
      byWork: {
        type: 'global',
        partitionKey: { name: 'work', type: 'string' },
        sortKey: { name: 'workDue', type: 'string' },
      },
      /** Cases by county and month of report. */
      byMonth: {
        type: 'global',
        partitionKey: { name: 'month', type: 'string' },
        sortKey: { name: 'number', type: 'string' },
      },
      /** What was reported in one spot, by when. */
      bySpot: {
        type: 'global',
        partitionKey: { name: 'spot', type: 'string' },
        sortKey: { name: 'spotAt', type: 'string' },
      },
    },
  })

/** Names and phones, apart from everything else. */
export const peopleTable = (name: string, documentClient: DynamoDBDocumentClient) =>
  new Table({ name, documentClient, ...keys })

export type TenantTable = ReturnType<typeof tenantTable>
export type PeopleTable = ReturnType<typeof peopleTable>
