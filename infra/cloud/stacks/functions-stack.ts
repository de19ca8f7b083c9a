import { Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import {
  developPhoto,
  readExports,
  readRoots,
  runImport,
  startLeaving,
  startOnboarding,
} from '../access/permissions.ts'
import { addFunction, type Ground } from '../functions/add-function.ts'
import { entriesOf } from '../functions/entries.ts'
import type { ProductFunction } from '../functions/product-function.ts'
import type { AuditStack } from './audit-stack.ts'
import type { ImportsStack } from './imports-stack.ts'
import type { LeavingStack } from './leaving-stack.ts'
import type { OnboardingStack } from './onboarding-stack.ts'

/** The functions that answer the API and those that are steps of the case workflow. */
export class FunctionsStack extends Stack {
  readonly functions: readonly ProductFunction[]

  constructor(
    scope: Construct,
    id: string,
    props: StackProps &
      Ground & {
        onboarding: OnboardingStack
        leaving: LeavingStack
        imports: ImportsStack
        audit: AuditStack
      },
  ) {
    super(scope, id, props)
    const { onboarding, leaving, imports, audit } = props
    const offer = {
      values: {
        ONBOARDING_WORKFLOW_ARN: onboarding.workflow.aliasArn,
        LEAVING_WORKFLOW_ARN: leaving.workflow.aliasArn,
        RUN_IMPORT_FUNCTION: imports.named('run-import').handler.functionName,
        DEVELOP_PHOTO_FUNCTION: imports.named('develop-photo').handler.functionName,
        EXPORTS_BUCKET: leaving.exports.bucketName,
        AUDIT_ROOTS_BUCKET: audit.roots.bucketName,
      },
      grants: {
        'start-onboarding': startOnboarding(onboarding.workflow),
        'start-leaving': startLeaving(leaving.workflow),
        'run-import': runImport(imports.named('run-import').handler),
        'develop-photo': developPhoto(imports.named('develop-photo').handler),
        'read-exports': readExports(leaving.exports),
        'read-roots': readRoots(audit.roots),
      },
    }
    this.functions = [...entriesOf('product', 'http'), ...entriesOf('product', 'workflow-step')].map(
      (entry) => addFunction(this, props, entry, offer),
    )
  }

  /** Throws for a function that is not of this stack. */
  named(name: string): ProductFunction {
    const found = this.functions.find(({ entry }) => entry.name === name)
    if (!found)
      throw new Error(`functions/manifest.ts names no function ${name} of the API or the case workflow.`)
    return found
  }
}
