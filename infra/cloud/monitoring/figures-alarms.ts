import { Duration } from 'aws-cdk-lib'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { runbooks } from './runbook.ts'
import { RunbookAlarm } from './runbook-alarm.ts'

/** The queue gathers for two minutes. */
const BEHIND = Duration.minutes(10)

/** The commission's overview tells of ten minutes ago. */
export class FiguresBehindAlarm extends RunbookAlarm {
  constructor(scope: Construct, id: string, queue: IQueue, topic: ITopic) {
    super(scope, id, {
      metric: queue.metricApproximateAgeOfOldestMessage({
        period: Duration.minutes(5),
        statistic: 'Maximum',
      }),
      threshold: BEHIND.toSeconds(),
      meaning: '全市概况超过十分钟没有汇总新的数字。',
      runbook: runbooks.figures,
      topic,
    })
  }
}
