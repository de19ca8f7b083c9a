import { Duration } from 'aws-cdk-lib'
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import type { MessagesStack } from '../stacks/messages-stack.ts'
import { runbooks } from './runbook.ts'
import { RunbookAlarm } from './runbook-alarm.ts'

const FIVE_MINUTES = Duration.minutes(5)
/** Codes are valid for a few minutes: a queue that is behind by more makes them useless. */
const WAITING_SECONDS = 300
/** A wrong number now and then is nobody's mistake; this many are the gateway's. */
const GIVEN_UP = 5

/** Messages that do not get away: nobody sees an error then, for a try that fails is no failure of the function. */
export class MessageAlarms extends Construct {
  constructor(scope: Construct, id: string, { queue, functions }: MessagesStack, topic: ITopic) {
    super(scope, id)
    new RunbookAlarm(this, 'Waiting', {
      metric: queue.metricApproximateAgeOfOldestMessage({ period: FIVE_MINUTES, statistic: 'Maximum' }),
      threshold: WAITING_SECONDS,
      meaning: '待发消息在队列中等待超过五分钟，验证码会失效。',
      runbook: runbooks.messagesWaiting,
      topic,
    })
    for (const { handler } of functions)
      new RunbookAlarm(this, 'GivenUp', {
        metric: new MetricFilter(this, 'GivenUpFilter', {
          logGroup: handler.logGroup,
          // as functions/platform/queues/message-queue.ts writes it
          filterPattern: FilterPattern.stringValue('$.message', '=', 'message not sent'),
          metricNamespace: 'Chengyun/Messages',
          metricName: 'GivenUp',
        }).metric({ period: FIVE_MINUTES, statistic: 'Sum' }),
        threshold: GIVEN_UP,
        meaning: `五分钟内有 ${GIVEN_UP} 条以上消息未能发出，已不再重试。`,
        runbook: runbooks.messagesGivenUp,
        topic,
      })
  }
}
