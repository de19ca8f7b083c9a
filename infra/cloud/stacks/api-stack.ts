import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { contracts } from '#shared/contracts'
import { ProductApi } from '../api/product-api.ts'
import { routesTo } from '../api/routes.ts'
import { entriesOf } from '../functions/entries.ts'
import type { Settings } from '../settings.ts'
import type { FunctionsStack } from './functions-stack.ts'

/** The HTTP API: one route per contract. */
export class ApiStack extends Stack {
  readonly api: ProductApi
  /** Where people reach the portal and the API. */
  readonly origin: string

  constructor(
    scope: Construct,
    id: string,
    props: StackProps & { settings: Settings; functions: FunctionsStack },
  ) {
    super(scope, id, props)
    this.api = new ProductApi(this, 'Api', {
      settings: props.settings,
      routes: entriesOf('product', 'http').flatMap((entry) =>
        routesTo(props.functions.named(entry.name).handler, entry, contracts),
      ),
    })
    this.origin = props.settings.origin ?? this.api.http.apiEndpoint
    new CfnOutput(this, 'Origin', {
      description: 'Where the portal and the API are reached',
      value: this.origin,
    })
  }
}
