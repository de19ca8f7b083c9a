import type { Advance } from '#shared/cases/act'
import type { CaseRecord } from '#shared/cases/record'
import type { RunInput, StageNews } from '#shared/lifecycle/asl'
import type { Stage } from '#shared/lifecycle/lifecycle'

/** What the workflow needs of one county's cases. */
export interface RunStore {
  /** As last committed. */
  read(id: string): Promise<CaseRecord | undefined>
  /** Keeps the token of a waiting stage in place of the run's earlier one. */
  keepToken(caseId: string, run: number, token: WaitToken): Promise<void>
  token(caseId: string, run: number): Promise<WaitToken | undefined>
  /** Writes cases and history rows, all or nothing. `changed`: one is no longer at the stage and version before. */
  advance(...advances: readonly Advance[]): Promise<'advanced' | 'changed'>
  /** Begins the next run of a case, if it is still in the run that the record shows and open. */
  beginNextRun(record: CaseRecord): Promise<'begun' | 'changed'>
}

/** One committed change of a case, as the stream tells it. `before` is absent when the case was created. */
export interface CaseChange {
  readonly before?: CaseRecord
  readonly after: CaseRecord
}

/** Where an execution waits. */
export interface WaitToken {
  readonly token: string
  readonly stage: Stage
  /** The case's version when the stage began to wait; later news is unknown to it. */
  readonly version: number
}

/** Speaks to waiting executions. An answer to a wait that is over already is no error: it is dropped. */
export interface Signals {
  succeed(token: string, news: StageNews): Promise<void>
  /** A named flow; the news is its cause. */
  fail(token: string, flow: string, news?: StageNews): Promise<void>
}

/** Starts executions. A name that is taken already is no error: the run has been started. */
export interface Executions {
  start(name: string, input: RunInput): Promise<void>
}

/** An execution as a list shows it. */
export interface RunningExecution {
  readonly arn: string
  readonly name: string
  readonly startedMs: number
  /** The version of the definition that it follows to its end. */
  readonly version?: string
}

/** All executions of all counties, for the reconciler. */
export interface ExecutionWatch {
  running(): AsyncIterable<RunningExecution>
  /** The version that new executions are started on. */
  currentVersion(): Promise<string | undefined>
  /** The input it was started with; undefined when it is gone or was started by hand with another input. */
  inputOf(arn: string): Promise<RunInput | undefined>
  stop(arn: string, cause: string): Promise<void>
}

/** All open work of all counties; may lag by moments. */
export interface OpenWork {
  all(): AsyncIterable<CaseRecord>
}
