import { type Failure, StateFailure } from '../language/failure.ts'
import { type Json, tooLarge } from '../language/json.ts'
import type { TaskState } from '../language/state.ts'
import type { TaskTarget } from '../language/target.ts'
import type { Frame, TaskInFlight } from './frame.ts'
import { failureDetails, follow, inputDetails, outputDetails } from './history.ts'
import { failState, leaveState } from './leave.ts'
import { type Run, stateOf, touch } from './run.ts'
import { scopeOf } from './scope.ts'
import { newNonce, writeToken } from './token.ts'

/** What became of a task: `output` as the state's result. */
export type Outcome = { output: Json } | Failure

/** Schedules a task: the call itself is made when this is durable. `region` is where AWS says it happens. */
export async function attemptTask(run: Run, frame: Frame, state: TaskState, region: string) {
  const waits = state.target.kind === 'integration' && state.target.waitForToken
  const nonce = waits ? newNonce() : undefined
  const token = nonce && writeToken({ execution: run.execution.id, frame: frame.id, nonce })
  const scope = scopeOf(run, frame, token === undefined ? {} : { token })
  const given = await state.prepare(scope)
  const timeout = await state.timeoutSeconds?.(scope)
  const heartbeat = await state.heartbeatSeconds?.(scope)
  const text = JSON.stringify(given)
  if (tooLarge(text))
    throw new StateFailure(
      'States.DataLimitExceeded',
      `The arguments of the state '${state.name}' exceed the maximum number of bytes service limit.`,
    )
  const limits = {
    ...(timeout !== undefined && { timeoutInSeconds: timeout }),
    ...(heartbeat !== undefined && { heartbeatInSeconds: heartbeat }),
  }
  recordScheduled(run, frame, state.target, text, limits, region)
  const call = frame.lastEvent
  recordStarted(run, frame, state.target)
  const now = run.now()
  frame.task = {
    call,
    arguments: given,
    ...(nonce !== undefined && { nonce }),
    ...(timeout !== undefined && { timeoutAt: now + timeout * 1000 }),
    ...(heartbeat !== undefined && {
      heartbeatSeconds: heartbeat,
      heartbeatAt: now + heartbeat * 1000,
    }),
  }
  frame.phase = 'calling'
  arm(frame, frame.task)
  run.calls.push(frame)
}

function arm(frame: Frame, task: TaskInFlight) {
  const dueAt = Math.min(task.timeoutAt ?? Infinity, task.heartbeatAt ?? Infinity)
  if (dueAt === Infinity) delete frame.dueAt
  else frame.dueAt = dueAt
}

function recordScheduled(
  run: Run,
  frame: Frame,
  target: TaskTarget,
  text: string,
  limits: Record<string, number>,
  region: string,
) {
  if (target.kind === 'function')
    return follow(run, frame, 'LambdaFunctionScheduled', 'lambdaFunctionScheduledEventDetails', {
      ...inputDetails(text),
      resource: target.arn,
      ...limits,
    })
  follow(run, frame, 'TaskScheduled', 'taskScheduledEventDetails', {
    ...limits,
    parameters: text,
    region,
    ...nameOf(target),
  })
}

const nameOf = (target: TaskTarget & { kind: 'integration' }) => ({
  resource: target.action,
  resourceType: target.service,
})

function recordStarted(run: Run, frame: Frame, target: TaskTarget) {
  if (target.kind === 'function') return follow(run, frame, 'LambdaFunctionStarted')
  follow(run, frame, 'TaskStarted', 'taskStartedEventDetails', nameOf(target))
}

/** The call has answered: the end of the task, or, where a token is waited for, of its submission. */
export async function callAnswered(run: Run, frame: Frame, outcome: Outcome) {
  const state = stateOf(run, frame) as TaskState
  const waits = frame.task?.nonce !== undefined
  if (!waits || !('output' in outcome) || tooLarge(JSON.stringify(outcome.output)))
    return taskEnded(run, frame, outcome)
  follow(run, frame, 'TaskSubmitted', 'taskSubmittedEventDetails', {
    ...outputDetails(JSON.stringify(outcome.output)),
    ...nameOf(state.target as TaskTarget & { kind: 'integration' }),
  })
  frame.phase = 'token'
}

export async function taskEnded(run: Run, frame: Frame, outcome: Outcome) {
  const state = stateOf(run, frame) as TaskState
  const limited = 'output' in outcome && tooLarge(JSON.stringify(outcome.output))
  const ended: Outcome = limited ? oversized(state) : outcome
  if (!('output' in ended)) {
    recordFailure(run, frame, state.target, 'Failed', ended)
    return failState(run, frame, new StateFailure(ended.error, ended.cause))
  }
  const details = outputDetails(JSON.stringify(ended.output))
  if (state.target.kind === 'function')
    follow(run, frame, 'LambdaFunctionSucceeded', 'lambdaFunctionSucceededEventDetails', details)
  else
    follow(run, frame, 'TaskSucceeded', 'taskSucceededEventDetails', {
      ...details,
      ...nameOf(state.target),
    })
  const scope = { ...scopeOf(run, frame), result: ended.output }
  try {
    await leaveState(run, frame, scope, state.leave, state.next)
  } catch (problem) {
    await failState(run, frame, problem)
  }
}

const oversized = (state: TaskState) => ({
  error: 'States.DataLimitExceeded',
  cause: `The state/task '${state.target.kind === 'function' ? state.target.arn : state.target.service}' returned a result with a size exceeding the maximum number of bytes service limit.`,
})

function recordFailure(
  run: Run,
  frame: Frame,
  target: TaskTarget,
  how: 'Failed' | 'TimedOut',
  failure: Failure,
) {
  if (target.kind === 'function')
    return follow(
      run,
      frame,
      `LambdaFunction${how}`,
      `lambdaFunction${how}EventDetails`,
      failureDetails(failure),
    )
  follow(run, frame, `Task${how}`, `task${how}EventDetails`, {
    ...failureDetails(failure),
    ...nameOf(target),
  })
}

/** A deadline of a task has passed: the answer, should it still come, is dropped. */
export async function taskTimedOut(run: Run, frame: Frame, now: number) {
  const state = stateOf(run, frame) as TaskState
  const whole = frame.task?.timeoutAt !== undefined && frame.task.timeoutAt <= now
  const error = whole ? 'States.Timeout' : 'States.HeartbeatTimeout'
  recordFailure(run, frame, state.target, 'TimedOut', { error })
  await failState(run, frame, new StateFailure(error))
}

export function heartbeat(run: Run, frame: Frame) {
  const { task } = frame
  if (task?.heartbeatSeconds === undefined) return
  task.heartbeatAt = run.now() + task.heartbeatSeconds * 1000
  arm(frame, task)
  touch(run, frame)
}
