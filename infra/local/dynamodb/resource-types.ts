import type { ResourceType } from '../kernel/resource.ts'
import { streamArn, tableArn, tableId } from './tables/identity.ts'

const MAX_NAME_LENGTH = 255

const tableType = (type: string): ResourceType => ({
  type,
  identify({ stack, logicalId, properties }, place) {
    const { TableName } = properties
    const ref = typeof TableName === 'string' ? TableName : `${stack}-${logicalId}`.slice(0, MAX_NAME_LENGTH)
    return {
      ref,
      attributes: {
        Arn: tableArn(place, ref),
        StreamArn: streamArn(place, ref),
        TableId: tableId(place, ref),
      },
    }
  },
})

export const resourceTypes = ['AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table'].map(tableType)
