import { Duration } from 'aws-cdk-lib'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import type { ProductFunction } from '../functions/product-function.ts'
import { runbooks } from './runbook.ts'
import { RunbookAlarm } from './runbook-alarm.ts'

const FIVE_MINUTES = Duration.minutes(5)

/** A consumer that is further behind than this lets signals wait: cases seem to stand still. */
const STREAM_BEHIND_MS = 60_000

/** What can go wrong with any function, and with those a stream feeds. */
export class FunctionAlarms extends Construct {
  constructor(scope: Construct, id: string, { entry, handler }: ProductFunction, topic: ITopic) {
    super(scope, id)
    new RunbookAlarm(this, 'Errors', {
      metric: handler.metricErrors({ period: FIVE_MINUTES }),
      threshold: entry.alarm.errorsInFiveMinutes,
      meaning: `函数 ${entry.name} 五分钟内出错达 ${entry.alarm.errorsInFiveMinutes} 次。`,
      runbook: entry.alarm.runbook,
      topic,
    })
    new RunbookAlarm(this, 'Throttles', {
      metric: handler.metricThrottles({ period: FIVE_MINUTES }),
      threshold: 1,
      meaning: `函数 ${entry.name} 的并发已到上限，请求被拒绝。`,
      runbook: runbooks.functionThrottled,
      topic,
    })
    if (entry.trigger.kind === 'stream')
      new RunbookAlarm(this, 'Behind', {
        metric: handler.metric('IteratorAge', { period: FIVE_MINUTES, statistic: 'Maximum' }),
        threshold: STREAM_BEHIND_MS,
        meaning: `函数 ${entry.name} 落后于数据流一分钟以上，案卷流转或统计会延迟。`,
        runbook: runbooks.streamBehind,
        topic,
      })
  }
}
