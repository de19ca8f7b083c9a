import { Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { addFunction, type Ground } from '../functions/add-function.ts'
import { entriesOf } from '../functions/entries.ts'
import type { ProductFunction } from '../functions/product-function.ts'
import { OnboardingWorkflow } from '../workflow/onboarding-workflow.ts'

/** What makes a county of a code and a name: the workflow, and the function that does its steps. */
export class OnboardingStack extends Stack {
  readonly workflow: OnboardingWorkflow
  readonly functions: readonly ProductFunction[]

  constructor(scope: Construct, id: string, props: StackProps & Ground) {
    super(scope, id, props)
    const steps = entriesOf('product', 'onboarding-step').map((entry) => ({
      substitution: entry.trigger.substitution,
      added: addFunction(this, props, entry),
    }))
    this.functions = steps.map(({ added }) => added)
    this.workflow = new OnboardingWorkflow(this, 'OnboardingWorkflow', {
      settings: props.settings,
      steps: Object.fromEntries(steps.map(({ substitution, added }) => [substitution, added.handler])),
    })
  }
}
