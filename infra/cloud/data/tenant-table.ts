import { AttributeType, ProjectionType, StreamViewType, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import type { Construct } from 'constructs'
import type { Settings } from '../settings.ts'
import { durable } from './durable.ts'

const text = (name: string) => ({ name, type: AttributeType.STRING })

/**
 * Everything of a county but its people. Every partition key, of the table and of its indexes, begins `<county>#`: the
 * tenant role's policy rests on it. The stream tells what was committed to whoever must act on it.
 */
export class TenantTable extends TableV2 {
  readonly streamArn: string

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id, {
      ...durable(settings),
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute: 'expiresAt',
      globalSecondaryIndexes: [
        // open work of a post or unit, ordered by due; sparse: an ended case has no `work`
        {
          indexName: 'byWork',
          partitionKey: text('work'),
          sortKey: text('workDue'),
          projectionType: ProjectionType.ALL,
        },
        // cases of a month, ordered by number
        {
          indexName: 'byMonth',
          partitionKey: text('month'),
          sortKey: text('number'),
          projectionType: ProjectionType.KEYS_ONLY,
        },
        // what was reported in a spot, ordered by when: words and place, written once with the report
        {
          indexName: 'bySpot',
          partitionKey: text('spot'),
          sortKey: text('spotAt'),
          projectionType: ProjectionType.INCLUDE,
          nonKeyAttributes: ['id', 'words', 'place', 'position'],
        },
        // messages on their way, ordered by when to look at them; sparse: what was sent has no `outgoing`
        {
          indexName: 'byOutgoing',
          partitionKey: text('outgoing'),
          sortKey: text('outgoingDue'),
          projectionType: ProjectionType.KEYS_ONLY,
        },
      ],
    })
    // of a table with dynamoStream there always is one
    this.streamArn = this.tableStreamArn!
  }
}
