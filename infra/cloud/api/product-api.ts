import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { type CfnStage, HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { LOG_RETENTION } from '../functions/product-function.ts'
import type { Settings } from '../settings.ts'
import type { ApiRoute } from './routes.ts'
import { DEFAULT_THROTTLE, throttleWrites } from './throttling.ts'

/**
 * The one door, for the API and the portal alike: pages and data come from one origin, so no other origin is ever
 * allowed in. Functions verify tokens themselves.
 */
export class ProductApi extends Construct {
  readonly http: HttpApi

  constructor(scope: Construct, id: string, props: { settings: Settings; routes: readonly ApiRoute[] }) {
    super(scope, id)
    this.http = new HttpApi(this, 'Http', {
      apiName: Stack.of(this).stackName,
      description: 'API and portal',
      createDefaultStage: false,
    })
    const integrate = integrations()
    const routes = props.routes.map(({ method, path, target }) => {
      const [route] = this.http.addRoutes({ path, methods: [method], integration: integrate(target) })
      return { key: `${method} ${path}`, method, route: route! }
    })
    const stage = this.stage(props.settings)
    throttleWrites(stage.node.defaultChild as CfnStage, routes)
  }

  private stage({ production }: Settings) {
    const log = new LogGroup(this, 'AccessLog', {
      retention: LOG_RETENTION,
      removalPolicy: production ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    })
    return new HttpStage(this, 'Stage', {
      httpApi: this.http,
      stageName: '$default',
      autoDeploy: true,
      detailedMetricsEnabled: true,
      throttle: { rateLimit: DEFAULT_THROTTLE.rate, burstLimit: DEFAULT_THROTTLE.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(ACCESS_LINE),
      },
    })
  }
}

/**
 * One integration per function, with one permission for all its routes: a permission per route breaks the size limit
 * of a function's policy at about thirty.
 */
export function integrations() {
  const made = new Map<IFunction, HttpLambdaIntegration>()
  return (target: IFunction) => {
    const known = made.get(target)
    if (known) return known
    const integration = new HttpLambdaIntegration(`${target.node.scope?.node.id}Integration`, target, {
      scopePermissionToRoute: false,
    })
    made.set(target, integration)
    return integration
  }
}

/** Who asked for what, when, and what came of it; no query string and no header, where personal data might stand. */
const ACCESS_LINE = JSON.stringify({
  requestId: '$context.requestId',
  time: '$context.requestTime',
  ip: '$context.identity.sourceIp',
  method: '$context.httpMethod',
  path: '$context.path',
  routeKey: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  error: '$context.integrationErrorMessage',
})
