import { RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, Billing, TableEncryptionV2, type TablePropsV2 } from 'aws-cdk-lib/aws-dynamodb'
import type { Settings } from '../settings.ts'

/** The longest that DynamoDB offers. */
const RECOVERY_DAYS = 35

/**
 * What every table has: keys `pk` and `sk`, payment per request, encryption at rest, and in production recovery to any
 * second of the last 35 days and no deletion by mistake. Restoring: runbooks/restore-tables.md.
 */
export const durable = ({ production }: Settings): TablePropsV2 => ({
  partitionKey: { name: 'pk', type: AttributeType.STRING },
  sortKey: { name: 'sk', type: AttributeType.STRING },
  billing: Billing.onDemand(),
  // keys owned by the service: both partitions have them, and no key policy can lock the counties out of their data
  encryption: TableEncryptionV2.dynamoOwnedKey(),
  pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: RECOVERY_DAYS },
  deletionProtection: production,
  removalPolicy: production ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
})
