/** What Retry and Catch see; a Fail state may leave out either. */
export interface Failure {
  error?: string
  cause?: string
}

/** A state that failed. */
export class StateFailure extends Error {
  override readonly name = 'StateFailure'
  readonly error: string | undefined
  /** Shown to people; absent where AWS gives none. */
  override readonly cause: string | undefined
  constructor(error: string | undefined, cause?: string) {
    super(cause ?? error ?? 'failed')
    this.error = error
    this.cause = cause
  }
}

/**
 * A field that could not be evaluated. The engine knows the state and writes
 * `An error occurred while executing the state … ` in front of the message.
 */
export class QueryProblem extends Error {
  override readonly name = 'QueryProblem'
  readonly error: string
  /** Field as AWS writes it, e.g. `Arguments/FunctionName`; absent for the input of a Map. */
  readonly location: string | undefined
  /** The field was evaluated but does not fit: AWS chains the event behind the state's own entry. */
  readonly evaluated: boolean
  constructor(
    message: string,
    location?: string,
    options: { error?: string; evaluated?: boolean; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause })
    this.location = location
    this.error = options.error ?? 'States.QueryEvaluationError'
    this.evaluated = options.evaluated ?? false
  }
}

/** A state machine the local cloud does not run. `location` is the path in the document, e.g. `/States/Wait`. */
export class InvalidDefinition extends Error {
  override readonly name = 'InvalidDefinition'
  readonly location: string
  constructor(message: string, location: string) {
    super(message)
    this.location = location
  }
}

// no wildcard takes these: an execution that has outgrown its limits is not to be caught by accident
const NEVER_BY_ALL = new Set(['States.DataLimitExceeded', 'States.Runtime'])

/** Whether `ErrorEquals` of a Retry or Catch names this error. */
export function matchesError(names: readonly string[], error = ''): boolean {
  return names.some((name) => {
    if (name === error) return true
    if (name === 'States.ALL') return !NEVER_BY_ALL.has(error)
    if (name === 'States.Timeout') return error === 'States.HeartbeatTimeout'
    if (name !== 'States.TaskFailed') return false
    return !NEVER_BY_ALL.has(error) && error !== 'States.Timeout' && error !== 'States.HeartbeatTimeout'
  })
}
