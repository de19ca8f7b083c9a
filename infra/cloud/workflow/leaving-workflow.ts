import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { leavingWorkflow } from '#shared/tenants/leaving-asl'
import type { Settings } from '../settings.ts'
import { ProductWorkflow } from './product-workflow.ts'

/** The machine that keeps an export or an erasure going until it is done. */
export class LeavingWorkflow extends ProductWorkflow {
  constructor(scope: Construct, id: string, props: { settings: Settings; steps: Record<string, IFunction> }) {
    super(scope, id, {
      ...props,
      called: 'the export and erasure of counties',
      comment:
        'Export or erasure of a county: a minute of work after the other; how far it came the register keeps',
      document: leavingWorkflow(),
    })
  }
}
