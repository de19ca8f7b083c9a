import { Stack, type StackProps } from 'aws-cdk-lib'
import { HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { Construct } from 'constructs'
import { ISSUER_PATH } from '#shared/identity/portal-client'
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
    const { settings, identity } = props
    const { origin, api } = props.api
    const { http } = api
    const { portalSeed } = identity
    this.functions = entriesOf('product', 'default-route').map((entry) =>
      addFunction(this, props, entry, {
        values: {
          API_ORIGIN: origin,
          DEMONSTRATION: settings.demonstration ? 'yes' : 'no',
          PORTAL_SECRET: portalSeed.secretArn,
          SIGN_IN_ISSUER: settings.builtInIssuer ? `${origin}${ISSUER_PATH}` : identity.issuer,
        },
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
