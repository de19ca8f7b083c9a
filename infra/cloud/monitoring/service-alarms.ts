import { Duration } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { Operation, type TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import { runbooks } from './runbook.ts'
import { RunbookAlarm } from './runbook-alarm.ts'

const FIVE_MINUTES = Duration.minutes(5)

/** Answers of the API that are nobody's mistake but ours. */
export class ApiAlarm extends RunbookAlarm {
  constructor(scope: Construct, id: string, api: HttpApi, topic: ITopic) {
    super(scope, id, {
      metric: api.metricServerError({ period: FIVE_MINUTES, statistic: 'Sum' }),
      threshold: 5,
      meaning: '五分钟内有 5 个以上请求得到服务器错误。',
      runbook: runbooks.apiErrors,
      topic,
    })
  }
}

/** What the functions ask of a table. */
const OPERATIONS = [
  Operation.GET_ITEM,
  Operation.QUERY,
  Operation.PUT_ITEM,
  Operation.UPDATE_ITEM,
  Operation.TRANSACT_WRITE_ITEMS,
]

/** A table that answers with errors of its own or holds requests back. */
export class TableAlarms extends Construct {
  constructor(scope: Construct, id: string, props: { name: string; table: TableV2; topic: ITopic }) {
    super(scope, id)
    const options = { operations: OPERATIONS, period: FIVE_MINUTES }
    const common = { threshold: 1, runbook: runbooks.tableErrors, topic: props.topic }
    new RunbookAlarm(this, 'Errors', {
      ...common,
      metric: props.table.metricSystemErrorsForOperations(options),
      meaning: `${props.name}返回服务端错误。`,
    })
    new RunbookAlarm(this, 'Throttles', {
      ...common,
      metric: props.table.metricThrottledRequestsForOperations(options),
      periods: 3,
      meaning: `${props.name}持续限流。`,
    })
  }
}
