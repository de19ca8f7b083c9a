import { Duration } from 'aws-cdk-lib'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import { runbooks } from './runbook.ts'
import { RunbookAlarm } from './runbook-alarm.ts'

const FIVE_MINUTES = Duration.minutes(5)

/** The case workflow itself: executions that fail, that outlive a year, or that the service holds back. */
export class WorkflowAlarms extends Construct {
  constructor(scope: Construct, id: string, machine: StateMachine, topic: ITopic) {
    super(scope, id)
    const period = { period: FIVE_MINUTES }
    new RunbookAlarm(this, 'Failed', {
      metric: machine.metricFailed(period),
      threshold: 1,
      meaning: '有案卷流程执行失败，将由对账任务重建；期间该案卷不会自动催办。',
      runbook: runbooks.workflowFailed,
      topic,
    })
    new RunbookAlarm(this, 'TimedOut', {
      metric: machine.metricTimedOut(period),
      threshold: 1,
      meaning: '有案卷流程执行满一年仍未换新。',
      runbook: runbooks.workflowFailed,
      topic,
    })
    new RunbookAlarm(this, 'Throttled', {
      metric: machine.metricThrottled(period),
      threshold: 1,
      periods: 3,
      meaning: '案卷流程的状态转换持续被限流。',
      runbook: runbooks.workflowThrottled,
      topic,
    })
  }
}

/** An onboarding that stopped: the county is not whole, and somebody waits for it. */
export class OnboardingAlarm extends RunbookAlarm {
  constructor(scope: Construct, id: string, machine: StateMachine, topic: ITopic) {
    super(scope, id, {
      metric: machine.metricFailed({ period: FIVE_MINUTES }),
      threshold: 1,
      meaning: '有区县的开通停在某一步，需要处理后继续开通。',
      runbook: runbooks.onboardingStopped,
      topic,
    })
  }
}

/** An export or an erasure that does not go on: it is asked for again and goes on where it was. */
export class LeavingAlarm extends RunbookAlarm {
  constructor(scope: Construct, id: string, machine: StateMachine, topic: ITopic) {
    super(scope, id, {
      metric: machine.metricFailed({ period: FIVE_MINUTES }),
      threshold: 1,
      meaning: '有区县的导出或清除中断，需要重新提交以继续。',
      runbook: runbooks.leavingStopped,
      topic,
    })
  }
}

/** The first message that a function had to put aside is already worth a look. */
export class DeadLettersAlarm extends RunbookAlarm {
  constructor(scope: Construct, id: string, props: { name: string; queue: IQueue; topic: ITopic }) {
    super(scope, id, {
      metric: props.queue.metricApproximateNumberOfMessagesVisible({
        period: FIVE_MINUTES,
        statistic: 'Maximum',
      }),
      threshold: 1,
      meaning: `函数 ${props.name} 有处理不了的消息被放入死信队列。`,
      runbook: runbooks.deadLetters,
      topic: props.topic,
    })
  }
}
