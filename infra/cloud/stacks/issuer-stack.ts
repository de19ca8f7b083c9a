import { Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { readSecret } from '../access/permissions.ts'
import { addProxiedFunction } from '../api/proxied-function.ts'
import type { Ground } from '../functions/add-function.ts'
import { entryOfProtocol } from '../functions/entries.ts'
import type { ProductFunction } from '../functions/product-function.ts'
import type { ApiStack } from './api-stack.ts'

/** The built-in issuer: one function behind a path of its own, on the same origin as the portal and the API. */
export class IssuerStack extends Stack {
  readonly functions: readonly ProductFunction[]

  constructor(scope: Construct, id: string, props: StackProps & Ground & { api: ApiStack }) {
    super(scope, id, props)
    const { http } = props.api.api
    const { issuerSeed, portalSeed } = props.identity
    this.functions = [
      addProxiedFunction(this, { ...props, http }, entryOfProtocol('openid'), {
        values: {
          API_ORIGIN: props.api.origin,
          ISSUER_SECRET: issuerSeed.secretArn,
          PORTAL_SECRET: portalSeed.secretArn,
        },
        grants: { 'read-issuer-secrets': readSecret(issuerSeed, portalSeed) },
      }),
    ]
  }
}
