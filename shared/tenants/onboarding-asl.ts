import { TRY_AGAIN } from '../lifecycle/asl.ts'
import { type OnboardingStep, onboardingSteps, stepWording } from './onboarding-steps.ts'

/** Input of an execution. Nobody is named in it. */
export interface OnboardingInput {
  readonly tenant: string
  readonly attempt: number
}

export const onboardingExecution = ({ tenant, attempt }: OnboardingInput) => `${tenant}-${attempt}`

/** What the function that does a step is given; `stopped` tells it of a step that failed for good. */
export type StepPayload = OnboardingInput &
  ({ readonly step: OnboardingStep } | { readonly stopped: OnboardingStep; readonly error: string })

/** A step that failed by nobody's mistake is repeated; a step that refuses is not. */
export const PASSING_ERRORS = [
  'Lambda.ServiceException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
  'Lambda.Unknown',
  'Runtime.ExitError',
  'Sandbox.Timedout',
  'States.Timeout',
  TRY_AGAIN,
]
const STEP_SECONDS = 150
const OVERALL_SECONDS = 3_600

const substitute = (name: string) => `$\{${name}}`
const jsonata = (expression: string) => `{% ${expression} %}`
const stopOf = (step: OnboardingStep) => `${step}-stopped`

/**
 * The state machine document (Amazon States Language, JSONata), with `${Partition}` and `${OnboardTenantArn}` to be
 * substituted: one task per step. What a step did is kept by the function, not here, so an execution may be lost, killed
 * or started twice without a county being half laid or laid twice.
 */
export function onboardingWorkflow(): Record<string, unknown> {
  const states: Record<string, unknown> = {}
  for (const [index, step] of onboardingSteps.entries()) {
    states[step] = stepTask(step, onboardingSteps[index + 1])
    states[stopOf(step)] = stopTask(step)
  }
  states.stopped = { Type: 'Fail', Error: 'Stopped', Cause: 'A step failed for good; resume the onboarding.' }
  return {
    Comment: '区县开通 (onboarding of a county)',
    QueryLanguage: 'JSONata',
    StartAt: onboardingSteps[0],
    TimeoutSeconds: OVERALL_SECONDS,
    States: states,
  }
}

const payload = {
  tenant: jsonata('$states.context.Execution.Input.tenant'),
  attempt: jsonata('$states.context.Execution.Input.attempt'),
}

const retry = [
  {
    ErrorEquals: PASSING_ERRORS,
    IntervalSeconds: 1,
    MaxAttempts: 5,
    BackoffRate: 2,
    MaxDelaySeconds: 30,
    JitterStrategy: 'FULL',
  },
]

const invoke = (comment: string, given: object) => ({
  Type: 'Task',
  Comment: comment,
  Resource: `arn:${substitute('Partition')}:states:::lambda:invoke`,
  Arguments: { FunctionName: substitute('OnboardTenantArn'), Payload: { ...payload, ...given } },
  TimeoutSeconds: STEP_SECONDS,
  Retry: retry,
})

const stepTask = (step: OnboardingStep, next: OnboardingStep | undefined) => ({
  ...invoke(`${stepWording[step].zh} (${stepWording[step].en})`, { step }),
  Catch: [
    {
      ErrorEquals: ['States.ALL'],
      Output: jsonata('{ "error": $states.errorOutput.Error }'),
      Next: stopOf(step),
    },
  ],
  ...(next ? { Next: next } : { End: true }),
})

const stopTask = (step: OnboardingStep) => ({
  ...invoke(`${stepWording[step].zh}未完成 (${stepWording[step].en}: stopped)`, {
    stopped: step,
    error: jsonata('$states.input.error'),
  }),
  Catch: [{ ErrorEquals: ['States.ALL'], Next: 'stopped' }],
  Next: 'stopped',
})
