import { StreamViewType, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import type { Construct } from 'constructs'
import type { Settings } from '../settings.ts'
import { durable } from './durable.ts'

/**
 * What stands above the counties: cities and tenants, identity, folded figures. Its keys begin with a kind, such as
 * `TENANT#`, so no county's credentials reach it, and each function is held to the kinds that it needs. Its stream holds
 * keys alone: signing keys and accounts lie here.
 */
export class PlatformTable extends TableV2 {
  readonly streamArn: string

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id, {
      ...durable(settings),
      dynamoStream: StreamViewType.KEYS_ONLY,
      timeToLiveAttribute: 'expiresAt',
    })
    // of a table with dynamoStream there always is one
    this.streamArn = this.tableStreamArn!
  }
}
