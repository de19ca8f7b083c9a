import type { Json } from './json.ts'
import type { Leaving, Query } from './scope.ts'
import type { TaskTarget } from './target.ts'

/** A set of states with one beginning: the machine itself, a branch of a Parallel, the processor of a Map. */
export interface Block {
  startAt: string
  states: Record<string, State>
}

export interface Machine extends Block {
  /** Of the whole execution, seconds. */
  timeoutSeconds?: number
}

interface Common {
  name: string
  /** Absent: the block ends here. */
  next?: string
  /** Output and variables on the way out. */
  leave: Query<Leaving>
}

export interface Retrier {
  errors: string[]
  intervalSeconds: number
  maxAttempts: number
  backoffRate: number
  maxDelaySeconds: number
  jitter: boolean
}

export interface Catcher {
  errors: string[]
  next: string
  leave: Query<Leaving>
}

interface Guarded extends Common {
  retry: Retrier[]
  catch: Catcher[]
}

export interface PassState extends Common {
  type: 'Pass'
}
export interface SucceedState extends Common {
  type: 'Succeed'
}
export interface FailState extends Common {
  type: 'Fail'
  error?: Query<string>
  cause?: Query<string>
}
export interface WaitState extends Common {
  type: 'Wait'
  /** Virtual instant, milliseconds, at which the state is left. */
  until: Query<number>
}
export interface ChoiceState extends Common {
  type: 'Choice'
  rules: { condition: Query<boolean>; next: string; leave: Query<Leaving> }[]
}
export interface TaskState extends Guarded {
  type: 'Task'
  target: TaskTarget
  prepare: Query<Json>
  timeoutSeconds?: Query<number>
  heartbeatSeconds?: Query<number>
}
export interface ParallelState extends Guarded {
  type: 'Parallel'
  branches: Block[]
  prepare: Query<Json>
}
export interface MapState extends Guarded {
  type: 'Map'
  items: Query<Json[]>
  /** The input of one iteration; sees `$states.context.Map.Item`. */
  selectItem?: Query<Json>
  processor: Block
  /** 0: as many as there are, up to AWS's 40. */
  maxConcurrency: Query<number>
  toleratedCount: Query<number>
  toleratedPercentage: Query<number>
}

export type State =
  | PassState
  | SucceedState
  | FailState
  | WaitState
  | ChoiceState
  | TaskState
  | ParallelState
  | MapState
