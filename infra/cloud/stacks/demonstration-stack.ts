import { CfnParameter, SecretValue, Stack, type StackProps } from 'aws-cdk-lib'
import { HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Construct } from 'constructs'
import { demonstrationContracts } from '#shared/demonstration/contract'
import { readSecret } from '../access/permissions.ts'
import { integrations } from '../api/product-api.ts'
import { routeId, routesTo } from '../api/routes.ts'
import { addFunction, type Ground } from '../functions/add-function.ts'
import { entriesOf } from '../functions/entries.ts'
import type { ProductFunction } from '../functions/product-function.ts'
import type { ApiStack } from './api-stack.ts'

/** The face picker: whoever opens it becomes anybody of the demonstration county. Synthesized only when asked for. */
export class DemonstrationStack extends Stack {
  readonly functions: readonly ProductFunction[]

  constructor(scope: Construct, id: string, props: StackProps & Ground & { api: ApiStack }) {
    super(scope, id, props)
    const key = this.key()
    const integrate = integrations()
    this.functions = entriesOf('demonstration', 'http').map((entry) => {
      const added = addFunction(this, props, entry, {
        values: { DEMONSTRATION_KEY_SECRET: key.secretArn },
        grants: { 'read-demonstration-key': readSecret(key) },
      })
      for (const { method, path, target } of routesTo(added.handler, entry, demonstrationContracts))
        new HttpRoute(this, routeId(method, path), {
          httpApi: props.api.api.http,
          routeKey: HttpRouteKey.with(path, method),
          integration: integrate(target),
        })
      return added
    })
  }

  private key() {
    const given = new CfnParameter(this, 'DemonstrationKey', {
      description: 'The private key (JWK as JSON text) whose public half stands in IdentityJwks',
      noEcho: true,
    })
    return new Secret(this, 'Key', {
      description: 'Signs the tokens of the demonstration',
      secretStringValue: SecretValue.cfnParameter(given),
    })
  }
}
