import { Duration } from 'aws-cdk-lib'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { runbooks } from './runbook.ts'
import { RunbookAlarm } from './runbook-alarm.ts'

/** Verification asks for a root after half an hour; the queue gathers for five minutes. */
const BEHIND = Duration.minutes(20)

/** What was committed waits too long for its root: until then somebody with every right could take it away unseen. */
export class RootsBehindAlarm extends RunbookAlarm {
  constructor(scope: Construct, id: string, queue: IQueue, topic: ITopic) {
    super(scope, id, {
      metric: queue.metricApproximateAgeOfOldestMessage({
        period: Duration.minutes(5),
        statistic: 'Maximum',
      }),
      threshold: BEHIND.toSeconds(),
      meaning: '审计记录超过二十分钟没有收录进带锁的根。',
      runbook: runbooks.auditRoots,
      topic,
    })
  }
}
