import { Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { developPhoto, takeReport } from '../access/permissions.ts'
import { addProxiedFunction } from '../api/proxied-function.ts'
import type { Ground } from '../functions/add-function.ts'
import { entryOfProtocol } from '../functions/entries.ts'
import type { ProductFunction } from '../functions/product-function.ts'
import type { ApiStack } from './api-stack.ts'
import type { ImportsStack } from './imports-stack.ts'

/** The door of other systems, on the same origin as the portal and the API. */
export class Open311Stack extends Stack {
  readonly functions: readonly ProductFunction[]

  constructor(
    scope: Construct,
    id: string,
    props: StackProps & Ground & { api: ApiStack; imports: ImportsStack },
  ) {
    super(scope, id, props)
    const { http } = props.api.api
    const [developer, later] = ['develop-photo', 'take-report'].map(
      (name) => props.imports.named(name).handler,
    )
    this.functions = [
      addProxiedFunction(this, { ...props, http }, entryOfProtocol('open311'), {
        values: {
          API_ORIGIN: props.api.origin,
          DEVELOP_PHOTO_FUNCTION: developer!.functionName,
          TAKE_REPORT_FUNCTION: later!.functionName,
        },
        grants: { 'develop-photo': developPhoto(developer!), 'take-report': takeReport(later!) },
      }),
    ]
  }
}
