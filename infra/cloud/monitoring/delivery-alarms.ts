import { Duration } from 'aws-cdk-lib'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { runbooks } from './runbook.ts'
import { RunbookAlarm } from './runbook-alarm.ts'

/** A receiver that lets us wait holds five others up for ten seconds; a quarter of an hour is more than that. */
const WAITING = Duration.minutes(15)

/** Other systems hear late of what happened. */
export class DeliveriesWaitingAlarm extends RunbookAlarm {
  constructor(scope: Construct, id: string, queue: IQueue, topic: ITopic) {
    super(scope, id, {
      metric: queue.metricApproximateAgeOfOldestMessage({
        period: Duration.minutes(5),
        statistic: 'Maximum',
      }),
      threshold: WAITING.toSeconds(),
      meaning: '事件推送在队列中等待超过一刻钟，对接的平台晚知道案卷进展。',
      runbook: runbooks.deliveriesWaiting,
      topic,
    })
  }
}
