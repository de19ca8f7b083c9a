import type { Failure } from '../language/failure.ts'
import type { Json, JsonObject } from '../language/json.ts'
import type { Block, Machine, State } from '../language/state.ts'
import type { Frame } from './frame.ts'
import type { HistoryEvent } from './history.ts'

export type Status = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED'

/** One execution as it is stored; instants are virtual milliseconds. */
export interface Execution {
  id: number
  arn: string
  name: string
  machineArn: string
  machineName: string
  versionArn?: string
  aliasArn?: string
  /** Key of the definition it began with: it keeps it for life. */
  definition: string
  roleArn: string
  status: Status
  startedAt: number
  endedAt?: number
  /** When it ends by itself: the machine's TimeoutSeconds, at most one year. */
  dueAt: number
  /** JSON texts. */
  input: string
  output?: string
  error?: string
  cause?: string
}

export interface End {
  status: Exclude<Status, 'RUNNING'>
  output?: string
  error?: string
  cause?: string
}

/** An execution being moved on, in memory; what it changes is written in one go. */
export interface Run {
  execution: Execution
  machine: Machine
  input: Json
  frames: Map<number, Frame>
  nextFrame: number
  lastEvent: number
  now(): number
  /** Not yet durable. */
  events: HistoryEvent[]
  touched: Set<number>
  removed: Set<number>
  ended?: End
  /** Frames whose task is to be called once this is durable. */
  calls: Frame[]
  /** Branches and iterations that ended, for the state above them. */
  finished: { child: Frame; failure?: Failure }[]
}

export const touch = (run: Run, frame: Frame) => run.touched.add(frame.id)

/** The states among which a frame moves. */
export function blockOf(run: Run, frame: Frame): Block {
  let block: Block = run.machine
  for (const step of frame.path) {
    const state = block.states[step.state]!
    if (state.type === 'Map') block = state.processor
    else if (state.type === 'Parallel') block = state.branches[step.branch]!
  }
  return block
}

export const stateOf = (run: Run, frame: Frame): State => blockOf(run, frame).states[frame.state]!

export function addFrame(run: Run, frame: Omit<Frame, 'id'>): Frame {
  const added = { ...frame, id: run.nextFrame++ }
  run.frames.set(added.id, added)
  touch(run, added)
  return added
}

export const childrenOf = (run: Run, parent: Frame) =>
  [...run.frames.values()].filter((frame) => frame.parent === parent.id).sort((a, b) => a.index - b.index)

export function dropFrame(run: Run, frame: Frame) {
  for (const child of childrenOf(run, frame)) dropFrame(run, child)
  run.frames.delete(frame.id)
  run.touched.delete(frame.id)
  run.removed.add(frame.id)
}

export function variablesOf(run: Run, frame: Frame): JsonObject {
  if (frame.parent === undefined) return frame.variables
  return { ...variablesOf(run, run.frames.get(frame.parent)!), ...frame.variables }
}
