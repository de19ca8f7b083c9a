import { Duration } from 'aws-cdk-lib'
import { EventSourceMapping, type IFunction } from 'aws-cdk-lib/aws-lambda'
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import type { FunctionEntry, Trigger } from '../../../functions/manifest.ts'

type QueueTrigger = Trigger & { kind: 'queue' }

/** AWS's advice: out of sight for as long as six runs of the function, while a batch may wait and be tried again. */
const RUNS_OUT_OF_SIGHT = 6
const KEPT = Duration.days(14)

/** Work for one function. What it cannot do after its tries is put aside. */
export class WorkQueue extends Queue {
  constructor(
    scope: Construct,
    id: string,
    props: { entry: FunctionEntry & { trigger: QueueTrigger }; aside: IQueue },
  ) {
    const { timeoutSeconds, trigger } = props.entry
    super(scope, id, {
      visibilityTimeout: Duration.seconds(RUNS_OUT_OF_SIGHT * timeoutSeconds + trigger.batchingWindowSeconds),
      retentionPeriod: KEPT,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      deadLetterQueue: { queue: props.aside, maxReceiveCount: trigger.maxReceives },
    })
  }
}

/** Hands the queue to its function in batches; messages that failed come again by themselves. */
export class QueueConsumer extends EventSourceMapping {
  constructor(
    scope: Construct,
    id: string,
    props: { target: IFunction; queue: IQueue; trigger: QueueTrigger },
  ) {
    const { target, queue, trigger } = props
    super(scope, id, {
      target,
      eventSourceArn: queue.queueArn,
      batchSize: trigger.batchSize,
      maxBatchingWindow: Duration.seconds(trigger.batchingWindowSeconds),
      maxConcurrency: trigger.batchesAtOnce,
      reportBatchItemFailures: true,
    })
  }
}
