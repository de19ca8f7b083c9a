import { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import type { Construct } from 'constructs'
import type { Settings } from '../settings.ts'
import { durable } from './durable.ts'

/** Names and phones of people, and what messages say to them until they are sent. No stream and no index: personal data leaves this table only by its key. */
export class PeopleTable extends TableV2 {
  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id, { ...durable(settings), timeToLiveAttribute: 'expiresAt' })
  }
}
