import { QueryProblem, StateFailure } from '../language/failure.ts'
import type { ChoiceState, FailState, State } from '../language/state.ts'
import { childEnded, startMap, startParallel } from './children.ts'
import { type Frame, isReady } from './frame.ts'
import { follow, HistoryFull, inputDetails, LONGEST_HISTORY } from './history.ts'
import { endRun, failState, leaveState } from './leave.ts'
import { type Run, stateOf, touch } from './run.ts'
import { scopeOf } from './scope.ts'
import { attemptTask } from './tasks.ts'

// one write takes many steps of a chain, but an endless loop must come to the disk, too
const STEPS_PER_WRITE = 100

/**
 * Moves the execution on until it waits for somebody, ends, or has taken enough steps for one write.
 * Answers whether it could move on at once.
 */
export async function advance(run: Run, region: string): Promise<boolean> {
  for (let step = 0; step < STEPS_PER_WRITE; step++) {
    if (run.ended) return false
    const finished = run.finished.shift()
    const ready = finished ? undefined : nextReady(run)
    if (!finished && !ready) return false
    await guarded(run, async () => {
      if (finished) await childEnded(run, finished.child, finished.failure)
      else await stepOn(run, ready!, region)
    })
  }
  return !run.ended
}

function nextReady(run: Run): Frame | undefined {
  for (const frame of run.frames.values()) if (isReady(frame)) return frame
  return undefined
}

/** Does one thing to an execution; a full history, or a defect of ours, ends it rather than leave it in limbo. */
export async function guarded(run: Run, work: () => Promise<void>) {
  try {
    await work()
  } catch (error) {
    const cause =
      error instanceof HistoryFull
        ? `The execution reached the maximum number of history events (${LONGEST_HISTORY}).`
        : `The local cloud failed to run the execution: ${(error as Error).message}`
    endRun(run, run.lastEvent, { status: 'FAILED', error: 'States.Runtime', cause })
  }
}

async function stepOn(run: Run, frame: Frame, region: string) {
  const state = stateOf(run, frame)
  try {
    if (frame.phase === 'enter') enter(run, frame, state)
    await start(run, frame, state, region)
  } catch (problem) {
    await failState(run, frame, problem)
  }
}

function enter(run: Run, frame: Frame, state: State) {
  frame.enteredAfter = frame.lastEvent
  frame.enteredAt = run.now()
  frame.tries = []
  frame.retryCount = 0
  follow(run, frame, `${state.type}StateEntered`, 'stateEnteredEventDetails', {
    ...inputDetails(JSON.stringify(frame.input)),
    name: state.name,
  })
  frame.enteredEvent = frame.lastEvent
}

async function start(run: Run, frame: Frame, state: State, region: string) {
  touch(run, frame)
  switch (state.type) {
    case 'Pass':
    case 'Succeed':
      return leaveState(run, frame, scopeOf(run, frame), state.leave, state.next)
    case 'Fail':
      return fail(run, frame, state)
    case 'Choice':
      return choose(run, frame, state)
    case 'Wait': {
      frame.dueAt = await state.until(scopeOf(run, frame))
      frame.phase = 'waiting'
      if (frame.dueAt <= run.now()) await waitOver(run, frame)
      return
    }
    case 'Task':
      return attemptTask(run, frame, state, region)
    case 'Parallel':
      return startParallel(run, frame, state)
    case 'Map':
      return startMap(run, frame, state)
  }
}

async function fail(run: Run, frame: Frame, state: FailState) {
  const scope = scopeOf(run, frame)
  const error = await state.error?.(scope)
  const cause = await state.cause?.(scope)
  await failState(run, frame, new StateFailure(error, cause))
}

async function choose(run: Run, frame: Frame, state: ChoiceState) {
  const scope = scopeOf(run, frame)
  for (const rule of state.rules)
    if (await rule.condition(scope)) return leaveState(run, frame, scope, rule.leave, rule.next)
  if (state.next !== undefined) return leaveState(run, frame, scope, state.leave, state.next)
  throw new QueryProblem(
    'Failed to transition out of the state. No rule matched, and there is no default.',
    undefined,
    {
      error: 'States.NoChoiceMatched',
    },
  )
}

export async function waitOver(run: Run, frame: Frame) {
  const state = stateOf(run, frame)
  await leaveState(run, frame, scopeOf(run, frame), state.leave, state.next)
}
