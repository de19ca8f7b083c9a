import { Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { takeLeavingRole, writeExports } from '../access/permissions.ts'
import { ExportsBucket } from '../data/exports-bucket.ts'
import { addFunction, type Ground } from '../functions/add-function.ts'
import { entriesOf } from '../functions/entries.ts'
import type { ProductFunction } from '../functions/product-function.ts'
import { LeavingWorkflow } from '../workflow/leaving-workflow.ts'

/** What takes a county out and erases it: the workflow, the function that does the work, the bucket of what was taken. */
export class LeavingStack extends Stack {
  readonly exports: ExportsBucket
  readonly workflow: LeavingWorkflow
  readonly functions: readonly ProductFunction[]

  constructor(scope: Construct, id: string, props: StackProps & Ground) {
    super(scope, id, props)
    const { tenantLeavingRoleArn } = props.access
    this.exports = new ExportsBucket(this, 'Exports', props.settings)
    const offer = {
      values: { EXPORTS_BUCKET: this.exports.bucketName, TENANT_LEAVING_ROLE_ARN: tenantLeavingRoleArn },
      grants: {
        'assume-tenant-leaving': takeLeavingRole(tenantLeavingRoleArn),
        'write-exports': writeExports(this.exports),
      },
    }
    const steps = entriesOf('product', 'leaving-step').map((entry) => ({
      substitution: entry.trigger.substitution,
      added: addFunction(this, props, entry, offer),
    }))
    this.functions = steps.map(({ added }) => added)
    this.workflow = new LeavingWorkflow(this, 'LeavingWorkflow', {
      settings: props.settings,
      steps: Object.fromEntries(steps.map(({ substitution, added }) => [substitution, added.handler])),
    })
  }
}
