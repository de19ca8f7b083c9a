import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { Dashboard, GraphWidget, type IMetric } from 'aws-cdk-lib/aws-cloudwatch'
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import type { ProductFunction } from '../functions/product-function.ts'

const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: 12 })

/** One page that tells how the service is doing. */
export class Overview extends Dashboard {
  constructor(
    scope: Construct,
    id: string,
    props: { api: HttpApi; machine: StateMachine; functions: readonly ProductFunction[] },
  ) {
    const handlers = props.functions.map(({ handler }) => handler)
    super(scope, id, {
      widgets: [
        [
          graph('请求 Requests', [
            props.api.metricCount(),
            props.api.metricClientError(),
            props.api.metricServerError(),
          ]),
          graph('响应时间 Latency', [props.api.metricLatency()]),
        ],
        [
          graph(
            '函数错误 Errors',
            handlers.map((handler) => handler.metricErrors()),
          ),
          graph(
            '函数用时 Duration',
            handlers.map((handler) => handler.metricDuration()),
          ),
        ],
        [
          graph('案卷流程 Executions', [
            props.machine.metricStarted(),
            props.machine.metricSucceeded(),
            props.machine.metricFailed(),
          ]),
        ],
      ],
    })
  }
}
