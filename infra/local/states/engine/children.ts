import { type Failure, StateFailure } from '../language/failure.ts'
import { tooLarge } from '../language/json.ts'
import type { MapState, ParallelState } from '../language/state.ts'
import type { ChildCount, Frame } from './frame.ts'
import { follow, record } from './history.ts'
import { failState, leaveState, recordAborted } from './leave.ts'
import { addFrame, childrenOf, dropFrame, type Run, stateOf, touch } from './run.ts'
import { scopeOf } from './scope.ts'

const MOST_AT_ONCE = 40 // AWS's bound for an inline Map

const newChild = (
  parent: Frame,
  index: number,
  branch: number,
): Omit<Frame, 'id' | 'phase' | 'state' | 'input'> => ({
  parent: parent.id,
  index,
  path: [...parent.path, { state: parent.state, branch }],
  variables: {},
  lastEvent: parent.lastEvent,
  enteredAt: 0,
  enteredEvent: 0,
  enteredAfter: 0,
  tries: [],
  retryCount: 0,
})

export async function startParallel(run: Run, frame: Frame, state: ParallelState) {
  const input = await state.prepare(scopeOf(run, frame))
  if (tooLarge(JSON.stringify(input)))
    throw new StateFailure(
      'States.DataLimitExceeded',
      `The arguments of the state '${state.name}' are too large.`,
    )
  follow(run, frame, 'ParallelStateStarted')
  frame.phase = 'children'
  state.branches.forEach((branch, at) => {
    addFrame(run, { ...newChild(frame, at, at), phase: 'enter', state: branch.startAt, input })
  })
  const length = state.branches.length
  frame.children = { length, started: length, done: 0, failed: 0, tolerated: 0 }
}

export async function startMap(run: Run, frame: Frame, state: MapState) {
  const scope = scopeOf(run, frame)
  const items = await state.items(scope)
  const concurrency = await state.maxConcurrency(scope)
  const count = await state.toleratedCount(scope)
  const percentage = await state.toleratedPercentage(scope)
  follow(run, frame, 'MapStateStarted', 'mapStateStartedEventDetails', { length: items.length })
  frame.phase = 'children'
  const tolerated = Math.max(count, Math.floor((items.length * percentage) / 100))
  frame.children = { length: items.length, started: 0, done: 0, failed: 0, tolerated }
  items.forEach((item, at) => {
    const { startAt } = state.processor
    addFrame(run, { ...newChild(frame, at, 0), phase: 'queued', state: startAt, input: item, item })
  })
  if (items.length === 0) return leaveMap(run, frame, state)
  const first = childrenOf(run, frame).slice(0, Math.min(concurrency || MOST_AT_ONCE, MOST_AT_ONCE))
  for (const child of first) await startIteration(run, frame, state, child, frame.lastEvent)
}

async function startIteration(run: Run, frame: Frame, state: MapState, child: Frame, previous: number) {
  const item = { index: child.index, value: child.item! }
  if (state.selectItem) child.input = await state.selectItem(scopeOf(run, frame, { item }))
  child.lastEvent = record(run, previous, 'MapIterationStarted', iteration('Started', state, child))
  child.phase = 'enter'
  frame.children!.started += 1
  touch(run, child)
  touch(run, frame)
}

const iteration = (how: string, state: MapState, child: Frame) => ({
  name: `mapIteration${how}EventDetails`,
  fields: { index: child.index, name: state.name },
})

/** A branch or iteration has come to its end. */
export async function childEnded(run: Run, child: Frame, failure?: Failure) {
  const frame = run.frames.get(child.parent!)
  // broken off meanwhile with the state above it
  if (!frame?.children || !run.frames.has(child.id)) return
  const state = stateOf(run, frame) as MapState | ParallelState
  const count = frame.children
  touch(run, frame)
  if (failure) count.failed += 1
  else count.done += 1
  try {
    if (state.type === 'Parallel') await branchEnded(run, frame, state, child, failure)
    else await iterationEnded(run, frame, state, child, failure)
  } catch (problem) {
    await failState(run, frame, problem)
  }
}

async function branchEnded(
  run: Run,
  frame: Frame,
  state: ParallelState,
  child: Frame,
  failure: Failure | undefined,
) {
  frame.lastEvent = child.lastEvent
  if (failure) {
    for (const other of childrenOf(run, frame)) recordAborted(run, other)
    throw new StateFailure(failure.error, failure.cause)
  }
  const { length, done } = frame.children!
  if (done < length) return
  record(run, frame.lastEvent, 'ParallelStateSucceeded')
  await leaveWith(run, frame, state)
}

async function iterationEnded(
  run: Run,
  frame: Frame,
  state: MapState,
  child: Frame,
  failure: Failure | undefined,
) {
  const count = frame.children!
  const how = failure ? 'Failed' : 'Succeeded'
  const event = record(run, child.lastEvent, `MapIteration${how}`, iteration(how, state, child))
  if (failure && count.failed > count.tolerated) {
    abortIterations(run, frame, state, child)
    frame.lastEvent = event
    throw tooMany(count, failure)
  }
  if (failure) dropFrame(run, child)
  const next = childrenOf(run, frame).find((other) => other.phase === 'queued')
  if (next) return startIteration(run, frame, state, next, child.lastEvent)
  if (count.done + count.failed < count.length) return
  frame.lastEvent = event
  await leaveMap(run, frame, state)
}

const tooMany = (count: ChildCount, failure: Failure) =>
  count.tolerated === 0
    ? new StateFailure(failure.error, failure.cause)
    : new StateFailure(
        'States.ExceedToleratedFailureThreshold',
        'The specified tolerated failure threshold was exceeded',
      )

function abortIterations(run: Run, frame: Frame, state: MapState, failed: Frame) {
  for (const other of childrenOf(run, frame)) {
    if (other.id === failed.id || other.phase === 'queued' || other.phase === 'done') continue
    recordAborted(run, other)
    record(run, other.lastEvent, 'MapIterationAborted', iteration('Aborted', state, other))
  }
}

async function leaveMap(run: Run, frame: Frame, state: MapState) {
  record(run, frame.lastEvent, 'MapStateSucceeded')
  await leaveWith(run, frame, state)
}

async function leaveWith(run: Run, frame: Frame, state: MapState | ParallelState) {
  const result = childrenOf(run, frame).map((child) => child.output!)
  await leaveState(run, frame, { ...scopeOf(run, frame), result }, state.leave, state.next)
}
