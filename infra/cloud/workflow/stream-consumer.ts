import { Duration } from 'aws-cdk-lib'
import { EventSourceMapping, type IFunction, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import type { Trigger } from '../../../functions/manifest.ts'

/**
 * Feeds what was committed to a function, in order per item. A record that cannot be handled is halved out of its batch,
 * tried a bounded number of times, then put aside: it never blocks another county for longer.
 */
export class StreamConsumer extends EventSourceMapping {
  constructor(
    scope: Construct,
    id: string,
    props: { target: IFunction; streamArn: string; trigger: Trigger & { kind: 'stream' }; aside: IQueue },
  ) {
    const { trigger } = props
    super(scope, id, {
      target: props.target,
      eventSourceArn: props.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: trigger.filters.map((pattern) => ({ pattern: JSON.stringify(pattern) })),
      batchSize: trigger.batchSize,
      ...(trigger.batchingWindowSeconds !== undefined && {
        maxBatchingWindow: Duration.seconds(trigger.batchingWindowSeconds),
      }),
      parallelizationFactor: trigger.parallelBatchesPerShard,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: trigger.maxAttempts,
      maxRecordAge: Duration.seconds(trigger.maxAgeSeconds),
      onFailure: new SqsDlq(props.aside),
    })
  }
}
