import { PASSING_ERRORS } from './onboarding-asl.ts'

/** What an execution takes out or erases. Nobody is named in it. */
export interface LeavingInput {
  readonly tenant: string
  readonly job: 'export' | 'erasure'
  readonly number: number
  readonly attempt: number
}

export const leavingExecution = ({ tenant, job, number, attempt }: LeavingInput) =>
  `${tenant}-${job}-${number}-${attempt}`

const WORK_SECONDS = 150
const OVERALL_SECONDS = 86_400

const substitute = (name: string) => `$\{${name}}`
const jsonata = (expression: string) => `{% ${expression} %}`

/**
 * The state machine document (Amazon States Language, JSONata), with `${Partition}` and `${LeaveTenantArn}` to be
 * substituted: the function works for a minute or so and is called again until it says that it is done. How far it came
 * is kept by the register, not here.
 */
export const leavingWorkflow = (): Record<string, unknown> => ({
  Comment: '区县导出与清除 (export and erasure of a county)',
  QueryLanguage: 'JSONata',
  StartAt: 'work',
  TimeoutSeconds: OVERALL_SECONDS,
  States: {
    work: {
      Type: 'Task',
      Resource: `arn:${substitute('Partition')}:states:::lambda:invoke`,
      Arguments: {
        FunctionName: substitute('LeaveTenantArn'),
        Payload: jsonata('$states.context.Execution.Input'),
      },
      Output: jsonata('$states.result.Payload'),
      TimeoutSeconds: WORK_SECONDS,
      Retry: [
        {
          ErrorEquals: PASSING_ERRORS,
          IntervalSeconds: 1,
          MaxAttempts: 8,
          BackoffRate: 2,
          MaxDelaySeconds: 60,
          JitterStrategy: 'FULL',
        },
      ],
      Next: 'more',
    },
    more: {
      Type: 'Choice',
      Choices: [{ Condition: jsonata('$states.input.done'), Next: 'done' }],
      Default: 'work',
    },
    done: { Type: 'Succeed' },
  },
})
