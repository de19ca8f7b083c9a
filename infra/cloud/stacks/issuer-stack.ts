import { Stack, type StackProps } from 'aws-cdk-lib'
import { HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2'
import type { Construct } from 'constructs'
import { readSecret } from '../access/permissions.ts'
import { integrations } from '../api/product-api.ts'
import { routeId } from '../api/routes.ts'
import { addFunction, type Ground } from '../functions/add-function.ts'
import { entriesOf } from '../functions/entries.ts'
import type { ProductFunction } from '../functions/product-function.ts'
import type { ApiStack } from './api-stack.ts'

/** The built-in issuer: one function behind a path of its own, on the same origin as the portal and the API. */
export class IssuerStack extends Stack {
  readonly functions: readonly ProductFunction[]

  constructor(scope: Construct, id: string, props: StackProps & Ground & { api: ApiStack }) {
    super(scope, id, props)
    const { http } = props.api.api
    const { issuerSeed, portalSeed } = props.identity
    const integrate = integrations()
    this.functions = entriesOf('product', 'proxy-route').map((entry) => {
      const added = addFunction(this, props, entry, {
        values: {
          API_ORIGIN: props.api.origin,
          ISSUER_SECRET: issuerSeed.secretArn,
          PORTAL_SECRET: portalSeed.secretArn,
        },
        grants: { 'read-issuer-secrets': readSecret(issuerSeed, portalSeed) },
      })
      new HttpRoute(this, routeId(HttpMethod.ANY, entry.trigger.path), {
        httpApi: http,
        routeKey: HttpRouteKey.with(entry.trigger.path, HttpMethod.ANY),
        integration: integrate(added.handler),
      })
      return added
    })
  }
}
