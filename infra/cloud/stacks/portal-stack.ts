import { Stack, type StackProps } from 'aws-cdk-lib'
import { HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { Construct } from 'constructs'
import { readSecret } from '../access/permissions.ts'
import { addFunction, type Ground } from '../functions/add-function.ts'
import { entriesOf } from '../functions/entries.ts'
import type { ProductFunction } from '../functions/product-function.ts'
import type { ApiStack } from './api-stack.ts'

/** The portal: one function behind the API's default route, on the same origin. */
export class PortalStack extends Stack {
  readonly functions: readonly ProductFunction[]

  constructor(scope: Construct, id: string, props: StackProps & Ground & { api: ApiStack }) {
    super(scope, id, props)
    const { http } = props.api.api
    const { portalSeed } = props.identity
    this.functions = entriesOf('product', 'default-route').map((entry) =>
      addFunction(this, props, entry, {
        values: { API_ORIGIN: props.api.origin, PORTAL_SECRET: portalSeed.secretArn },
        grants: { 'read-portal-secret': readSecret(portalSeed) },
      }),
    )
    for (const { handler } of this.functions)
      new HttpRoute(this, 'DefaultRoute', {
        httpApi: http,
        routeKey: HttpRouteKey.DEFAULT,
        // permitted for its route: a call by the default route names no path, which the API's own permission asks for
        integration: new HttpLambdaIntegration('Portal', handler),
      })
  }
}
