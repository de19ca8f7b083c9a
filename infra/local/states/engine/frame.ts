import type { Json, JsonObject } from '../language/json.ts'

/**
 * enter: about to enter `state`. attempt: a Task (Parallel, Map) about to be tried. waiting: a Wait. calling: a task
 * was handed over and has not answered. token: it has, and waits for its token. backoff: before a retry.
 * children: branches or iterations are under way. queued, done: an iteration before its start, after its end.
 */
export type Phase =
  | 'enter'
  | 'attempt'
  | 'waiting'
  | 'calling'
  | 'token'
  | 'backoff'
  | 'children'
  | 'queued'
  | 'done'

/** Position in one block: of the machine, of a branch, of an iteration. One durable row each. */
export interface Frame {
  id: number
  parent?: number
  /** Number of the branch or iteration. */
  index: number
  /** The states above, from the machine down. */
  path: { state: string; branch: number }[]
  phase: Phase
  state: string
  input: Json
  /** Variables of this block only. */
  variables: JsonObject
  lastEvent: number
  /** Of the state it is in. */
  enteredAt: number
  enteredEvent: number
  /** The event before the state was entered. */
  enteredAfter: number
  /** Tries of each retrier, and of all. */
  tries: number[]
  retryCount: number
  /** Next instant at which something happens by itself. */
  dueAt?: number
  task?: TaskInFlight
  children?: ChildCount
  /** Of an iteration: the item it is about; of what is done: its output. */
  item?: Json
  output?: Json
}

export interface TaskInFlight {
  /** Id of its TaskScheduled event: no other call of the execution has it. */
  call: number
  arguments: Json
  /** Secret part of the task token. */
  nonce?: string
  timeoutAt?: number
  heartbeatAt?: number
  heartbeatSeconds?: number
}

export interface ChildCount {
  length: number
  started: number
  done: number
  failed: number
  /** How many may fail. */
  tolerated: number
}

/** Phases in which a frame moves on without waiting for anybody. */
export const isReady = (frame: Frame) => frame.phase === 'enter' || frame.phase === 'attempt'

/** Phases that a restart has to take up, timers aside. */
export const hasWork = (frame: Frame) => isReady(frame) || frame.phase === 'calling'
