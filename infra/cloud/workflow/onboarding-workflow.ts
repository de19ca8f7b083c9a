import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { onboardingWorkflow } from '#shared/tenants/onboarding-asl'
import type { Settings } from '../settings.ts'
import { ProductWorkflow } from './product-workflow.ts'

/** The machine that takes a new county through its steps. */
export class OnboardingWorkflow extends ProductWorkflow {
  constructor(scope: Construct, id: string, props: { settings: Settings; steps: Record<string, IFunction> }) {
    super(scope, id, {
      ...props,
      called: 'the onboarding of counties',
      comment:
        'Onboarding of a county: one step after the other; what is done is kept by the register, not here',
      document: onboardingWorkflow(),
    })
  }
}
