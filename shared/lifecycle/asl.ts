import {
  type EndStage,
  firstStage,
  laterStages,
  lifecycle,
  mainSuccessor,
  type OpenStage,
  type Stage,
  stages,
} from './lifecycle.ts'

/** Days after which a run ends itself; the next run goes on. An execution lives at most 365, and no Catch sees its end. */
export const RUN_DAYS = 360
const EXECUTION_SECONDS = 365 * 86_400
const RUN_MS = RUN_DAYS * 86_400_000

/** Failure that makes a waiting stage look at its deadline again. */
export const CHANGED = 'Changed'
/** Failure that ends a run: the case goes on in another, or is gone. */
export const RUN_ENDED = 'RunEnded'
/** Failure of a step that may be repeated as it is: the store was busy. */
export const TRY_AGAIN = 'TryAgain'

/** What Lambda itself may fail with, and our own busy store: only these are repeated, never a flow. */
const RETRIED = [
  'Lambda.ServiceException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
  'Lambda.Unknown',
  TRY_AGAIN,
]

/** What a run is told of its case: as input, as the output of a wait, as the cause of a flow. */
export interface StageNews {
  readonly stage: Stage
  /** Sequence of the case when this was true. */
  readonly version: number
  /** Instant (ISO 8601) at which the stage is to be looked at; absent when only the end of the run is awaited. */
  readonly wake?: string
}

/** Input of an execution: a pure function of the case item that began the run. */
export interface RunInput extends StageNews {
  readonly tenant: string
  readonly caseId: string
  readonly episode: number
  readonly run: number
}

/** How a waiting stage is told where the case is now: its success, or the name of a flow. */
export function signalFor(waiting: Stage, now: Stage): { success: true } | { success: false; flow: string } {
  if (now === waiting) return { success: false, flow: CHANGED }
  return now === mainSuccessor(waiting) ? { success: true } : { success: false, flow: flowTo(now) }
}

/** `To.<stage>`: never begins with `States.`, and names where the case went, so that a late signal still leads there. */
export const flowTo = (stage: Stage) => `To.${stage}`

/**
 * The state machine document (Amazon States Language, JSONata), with `${Partition}`, `${EnterStageArn}`, `${DispatchArn}` and
 * `${StageOverdueArn}` to be substituted. One wait with a task token per open stage; the main line is each wait's success, everything else arrives
 * as a named failure. The record judges and the machine times.
 */
export function caseWorkflow(): Record<string, unknown> {
  const states: Record<string, unknown> = {}
  for (const stage of stages) {
    const row = lifecycle[stage]
    if (row.open) {
      states[stage] = waitState(stage, row)
      states[overdueState(stage)] = overdueTask(stage, row)
    } else states[stage] = endState(row)
  }
  states[runEnded] = {
    Type: 'Succeed',
    Comment: '本次运行结束，案卷由下一次运行接续 (goes on in the next run)',
  }
  states[stopped] = {
    Type: 'Fail',
    Error: 'Stopped',
    Cause: 'A step failed for good; reconcile starts the next run.',
  }
  return {
    Comment: '城云案卷流程 (life of a case)',
    QueryLanguage: 'JSONata',
    StartAt: firstStage,
    TimeoutSeconds: EXECUTION_SECONDS,
    States: states,
  }
}

const overdueState = (stage: Stage) => `${stage}-overdue`
const runEnded = 'run-ended'
const stopped = 'stopped'

/** Filled in by the deployment (CDK's definition substitutions). */
const substitute = (name: string) => `$\{${name}}`
const jsonata = (expression: string) => `{% ${expression} %}`
const comment = (row: OpenStage | EndStage) => `${row.name.zh} (${row.name.en})`

const WAKE = '$exists($states.input.wake) ? $toMillis($states.input.wake) : $end'
/** Seconds from now to the wake or the end of the run, whichever comes first, rounded up: a timer is never early. */
const SECONDS_TO_WAKE = jsonata(
  `($end := $toMillis($states.context.Execution.StartTime) + ${RUN_MS}; $wake := ${WAKE}; ` +
    '$max([1, $ceil(($min([$wake, $end]) - $millis()) / 1000)]))',
)

const retry = [
  {
    ErrorEquals: RETRIED,
    IntervalSeconds: 1,
    MaxAttempts: 6,
    BackoffRate: 2,
    MaxDelaySeconds: 30,
    JitterStrategy: 'FULL',
  },
]

const stepPayload = (stage: Stage) => ({
  tenant: jsonata('$states.context.Execution.Input.tenant'),
  caseId: jsonata('$states.context.Execution.Input.caseId'),
  run: jsonata('$states.context.Execution.Input.run'),
  startedAt: jsonata('$states.context.Execution.StartTime'),
  stage,
})

function waitState(stage: Stage, row: OpenStage) {
  const next = mainSuccessor(stage)
  return {
    Type: 'Task',
    Comment: comment(row),
    Resource: `arn:${substitute('Partition')}:states:::lambda:invoke.waitForTaskToken`,
    Arguments: {
      FunctionName: substitute(row.enteredBy === 'dispatch' ? 'DispatchArn' : 'EnterStageArn'),
      Payload: {
        ...stepPayload(stage),
        known: jsonata('$states.input'),
        token: jsonata('$states.context.Task.Token'),
      },
    },
    TimeoutSeconds: SECONDS_TO_WAKE,
    Retry: retry,
    Catch: [
      flow(CHANGED, stage),
      ...laterStages(stage)
        .filter((later) => later !== next)
        .map((later) => flow(flowTo(later), later)),
      { ErrorEquals: [RUN_ENDED], Next: runEnded },
      { ErrorEquals: ['States.Timeout'], Next: overdueState(stage) },
      { ErrorEquals: ['States.ALL'], Next: stopped },
    ],
    // A stage without a main line is left by flows alone.
    ...(next ? { Next: next } : { End: true }),
  }
}

/** A flow's cause is the news of the case; it becomes the input of the stage it leads to. */
const flow = (name: string, to: Stage) => ({
  ErrorEquals: [name],
  Output: jsonata('$parse($states.errorOutput.Cause)'),
  Next: to,
})

function overdueTask(stage: Stage, row: OpenStage) {
  return {
    Type: 'Task',
    Comment: `${row.name.zh}超期 (${row.name.en}: overdue)`,
    Resource: `arn:${substitute('Partition')}:states:::lambda:invoke`,
    Arguments: { FunctionName: substitute('StageOverdueArn'), Payload: stepPayload(stage) },
    TimeoutSeconds: 60,
    Retry: retry,
    Catch: [{ ErrorEquals: ['States.ALL'], Next: stopped }],
    Output: jsonata('$states.result.Payload'),
    Next: stage,
  }
}

const endState = (row: EndStage) => ({ Type: 'Succeed', Comment: comment(row) })
