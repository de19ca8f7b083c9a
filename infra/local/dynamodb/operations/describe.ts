import { streamLabel } from '../tables/identity.ts'
import type { KeySchema, Table } from '../tables/schema.ts'

/** A table as DescribeTable shows it; counts and sizes are left at what AWS shows before its first update. */
export function describe(table: Table) {
  return {
    TableName: table.name,
    TableArn: table.arn,
    TableId: table.tableId,
    TableStatus: 'ACTIVE',
    CreationDateTime: table.createdAt / 1000,
    AttributeDefinitions: Object.entries(table.types).map(([AttributeName, AttributeType]) => ({
      AttributeName,
      AttributeType,
    })),
    KeySchema: keySchemaOf(table.keys),
    BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
    ProvisionedThroughput: { NumberOfDecreasesToday: 0, ReadCapacityUnits: 0, WriteCapacityUnits: 0 },
    DeletionProtectionEnabled: table.deletionProtected,
    ItemCount: 0,
    TableSizeBytes: 0,
    ...(table.indexes.length > 0 && { GlobalSecondaryIndexes: table.indexes.map(describeIndex) }),
    ...(table.streamView && {
      StreamSpecification: { StreamEnabled: true, StreamViewType: table.streamView },
      LatestStreamArn: table.streamArn,
      LatestStreamLabel: streamLabel(table.streamArn),
    }),
  }
}

const describeIndex = ({ name, arn, keys, projection, include }: Table['indexes'][number]) => ({
  IndexName: name,
  IndexArn: arn,
  IndexStatus: 'ACTIVE',
  KeySchema: keySchemaOf(keys),
  Projection: { ProjectionType: projection, ...(include.length > 0 && { NonKeyAttributes: include }) },
  ProvisionedThroughput: { NumberOfDecreasesToday: 0, ReadCapacityUnits: 0, WriteCapacityUnits: 0 },
  ItemCount: 0,
  IndexSizeBytes: 0,
})

export const keySchemaOf = ({ hash, range }: KeySchema) => [
  { AttributeName: hash, KeyType: 'HASH' },
  ...(range === undefined ? [] : [{ AttributeName: range, KeyType: 'RANGE' }]),
]
