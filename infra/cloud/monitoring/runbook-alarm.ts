import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import { runbookPath } from './runbook.ts'

export interface RunbookAlarmProps {
  metric: IMetric
  /** Sounds when the metric is at or above this… */
  threshold: number
  /** …for so many of its periods in a row. */
  periods?: number
  /** One sentence for who is woken by it. */
  meaning: string
  /** Name of a file in infra/cloud/runbooks, without `.md`. */
  runbook: string
  topic: ITopic
}

/** An alarm that says what it means and where it stands what to do. */
export class RunbookAlarm extends Alarm {
  constructor(scope: Construct, id: string, props: RunbookAlarmProps) {
    super(scope, id, {
      metric: props.metric,
      threshold: props.threshold,
      evaluationPeriods: props.periods ?? 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      // nothing called, nothing failed
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `${props.meaning}处置手册：${runbookPath(props.runbook)}`,
    })
    const action = new SnsAction(props.topic)
    this.addAlarmAction(action)
    this.addOkAction(action)
  }
}
