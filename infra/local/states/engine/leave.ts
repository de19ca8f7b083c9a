import { type Failure, matchesError, QueryProblem, StateFailure } from '../language/failure.ts'
import { tooLarge } from '../language/json.ts'
import type { Leaving, Query, Scope } from '../language/scope.ts'
import type { Catcher, Retrier, State } from '../language/state.ts'
import type { Frame, Phase } from './frame.ts'
import { assignedDetails, failureDetails, follow, outputDetails, record } from './history.ts'
import { childrenOf, dropFrame, type End, type Run, stateOf, touch } from './run.ts'
import { scopeOf } from './scope.ts'

/** Leaves the state: output, variables, the exited event, and on to `next` or to the end of the block. */
export async function leaveState(
  run: Run,
  frame: Frame,
  scope: Scope,
  leave: Query<Leaving>,
  next: string | undefined,
) {
  const state = stateOf(run, frame)
  const { output, assigned } = await leave(scope)
  const text = JSON.stringify(output)
  if (tooLarge(text) || (assigned && tooLarge(JSON.stringify(assigned)))) throw tooLargeIn(state)
  for (const child of childrenOf(run, frame)) dropFrame(run, child)
  follow(run, frame, `${state.type}StateExited`, 'stateExitedEventDetails', {
    ...assignedDetails(assigned),
    name: state.name,
    ...outputDetails(text),
  })
  if (assigned) frame.variables = { ...frame.variables, ...assigned }
  settle(frame)
  if (next === undefined) return endBlock(run, frame, { output })
  frame.phase = 'enter'
  frame.state = next
  frame.input = output
}

const tooLargeIn = (state: State) =>
  new StateFailure(
    'States.DataLimitExceeded',
    `The state/task '${state.name}' returned a result with a size exceeding the maximum number of bytes service limit.`,
  )

function settle(frame: Frame) {
  delete frame.dueAt
  delete frame.task
  delete frame.children
}

/** The frame has come to the end of its block: of the execution, or of a branch or iteration. */
function endBlock(run: Run, frame: Frame, outcome: { output: Frame['input'] } | { failure: Failure }) {
  touch(run, frame)
  if (frame.parent !== undefined) {
    frame.phase = 'done'
    if ('output' in outcome) frame.output = outcome.output
    run.finished.push({ child: frame, ...('failure' in outcome && outcome) })
    return
  }
  if ('output' in outcome) {
    const output = JSON.stringify(outcome.output)
    endRun(run, frame.lastEvent, { status: 'SUCCEEDED', output })
  } else endRun(run, frame.lastEvent, { status: 'FAILED', ...outcome.failure })
}

const ENDED = {
  SUCCEEDED: ['ExecutionSucceeded', 'executionSucceededEventDetails'],
  FAILED: ['ExecutionFailed', 'executionFailedEventDetails'],
  TIMED_OUT: ['ExecutionTimedOut', 'executionTimedOutEventDetails'],
  ABORTED: ['ExecutionAborted', 'executionAbortedEventDetails'],
} as const

/** Ends the execution: its last event behind `previous`, and no frame is left. */
export function endRun(run: Run, previous: number, end: End) {
  const [type, name] = ENDED[end.status]
  const fields = end.output === undefined ? failureDetails(end) : outputDetails(end.output)
  record(run, previous, type, { name, fields })
  // AWS names the time-out in the history only
  run.ended = end.status === 'TIMED_OUT' ? { status: end.status } : end
  for (const frame of [...run.frames.values()]) dropFrame(run, frame)
  run.calls = []
  run.finished = []
}

/** What went wrong in a state: recorded, then retried, caught or passed upwards. */
export async function failState(run: Run, frame: Frame, problem: unknown) {
  const failure = describe(run, frame, problem)
  const state = stateOf(run, frame)
  if (state.type === 'Map' || state.type === 'Parallel') {
    for (const child of childrenOf(run, frame)) dropFrame(run, child)
    follow(run, frame, `${state.type}StateFailed`)
  }
  settle(frame)
  if (!('retry' in state)) return endBlock(run, frame, { failure })
  if (retryLater(run, frame, state.retry, failure.error)) return
  const catcher = state.catch.find((one) => matchesError(one.errors, failure.error))
  if (!catcher) return endBlock(run, frame, { failure })
  await catchFailure(run, frame, catcher, failure)
}

async function catchFailure(run: Run, frame: Frame, catcher: Catcher, failure: Failure) {
  const { error = '', cause } = failure
  const errorOutput = { Error: error, ...(cause !== undefined && { Cause: cause }) }
  const scope = { ...scopeOf(run, frame), errorOutput }
  try {
    await leaveState(run, frame, scope, catcher.leave, catcher.next)
  } catch (problem) {
    endBlock(run, frame, { failure: describe(run, frame, problem) })
  }
}

/** Gives a problem its error and cause; a failed evaluation has an event of its own. */
function describe(run: Run, frame: Frame, problem: unknown): Failure {
  if (problem instanceof StateFailure) {
    const { error, cause } = problem
    return { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) }
  }
  if (!(problem instanceof QueryProblem)) throw problem
  const { error, location } = problem
  const cause = `An error occurred while executing the state '${frame.state}' (entered at the event id #${frame.enteredEvent}). ${problem.message}`
  if (error !== 'States.QueryEvaluationError') return { error, cause }
  // AWS chains it to the event before the state, unless the state has done something since
  const untouched = frame.lastEvent === frame.enteredEvent && !problem.evaluated
  if (untouched) frame.lastEvent = frame.enteredAfter
  follow(run, frame, 'EvaluationFailed', 'evaluationFailedEventDetails', {
    cause,
    error,
    ...(location !== undefined && { location }),
    state: frame.state,
  })
  return { error, cause }
}

function retryLater(run: Run, frame: Frame, retriers: Retrier[], error: string | undefined): boolean {
  const at = retriers.findIndex((one) => matchesError(one.errors, error))
  const retrier = retriers[at]
  const tries = frame.tries[at] ?? 0
  if (!retrier || tries >= retrier.maxAttempts) return false
  const longest = Math.min(retrier.intervalSeconds * retrier.backoffRate ** tries, retrier.maxDelaySeconds)
  const seconds = retrier.jitter ? Math.random() * longest : longest
  for (let slot = frame.tries.length; slot <= at; slot++) frame.tries[slot] = 0
  frame.tries[at] = tries + 1
  frame.retryCount += 1
  frame.phase = 'backoff'
  frame.dueAt = run.now() + seconds * 1000
  touch(run, frame)
  return true
}

const AT_REST = new Set<Phase>(['enter', 'attempt', 'queued', 'done'])

/** Records what a failing Map or Parallel, or a stopped execution, breaks off: the inner states first. */
export function recordAborted(run: Run, frame: Frame) {
  for (const child of childrenOf(run, frame)) recordAborted(run, child)
  if (AT_REST.has(frame.phase)) return
  record(run, frame.lastEvent, `${stateOf(run, frame).type}StateAborted`)
}
