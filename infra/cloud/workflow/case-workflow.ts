import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { caseWorkflow } from '#shared/lifecycle/asl'
import type { Settings } from '../settings.ts'
import { ProductWorkflow } from './product-workflow.ts'

/** The machine that times the stages of a case. */
export class CaseWorkflow extends ProductWorkflow {
  constructor(scope: Construct, id: string, props: { settings: Settings; steps: Record<string, IFunction> }) {
    super(scope, id, {
      ...props,
      called: 'the case workflow',
      comment: 'One run of a case: waits for people, stage by stage, and tells when a stage is overdue',
      document: caseWorkflow(),
    })
  }
}
