import { TRY_AGAIN } from '#shared/lifecycle/asl'

/**
 * A service is throttled, in conflict or away, and patience is at its end. Doors answer `busy`, workflow steps fail with
 * this name and are repeated by the state machine, stream records are delivered again.
 */
export class Busy extends Error {
  override readonly name = TRY_AGAIN
}

const PASSING = new Set([
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'ThrottledException',
  'TooManyRequestsException',
  'RequestLimitExceeded',
  'LimitExceededException',
  'TransactionConflictException',
  'TransactionInProgressException',
  'ReplicatedWriteConflictException',
  'InternalServerError',
  'InternalFailure',
  'InternalServerException',
  'ServiceUnavailable',
  'ServiceUnavailableException',
  'TimeoutError',
  'RequestTimeout',
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
])
const PASSING_REASONS = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])

interface ServiceError {
  name?: string
  code?: string
  $metadata?: { httpStatusCode?: number }
  CancellationReasons?: { Code?: string }[]
}

/** Whether the same call may succeed in a moment. A cancelled transaction counts only if no condition of it failed. */
export function isPassing(error: unknown): boolean {
  const { name = '', code = '', $metadata, CancellationReasons } = error as ServiceError
  if (name === 'TransactionCanceledException') {
    const codes = (CancellationReasons ?? [])
      .map((reason) => reason.Code ?? 'None')
      .filter((one) => one !== 'None')
    return codes.length > 0 && codes.every((one) => PASSING_REASONS.has(one))
  }
  return PASSING.has(name) || PASSING.has(code) || ($metadata?.httpStatusCode ?? 0) >= 500
}

/** Tries beyond the SDK's own, which does not repeat cancelled transactions. */
const TRIES = 6
const FIRST_WAIT_MS = 25
/** Whoever waits for an answer is told after about this long; the SDK's own tries may have used it up already. */
const PATIENCE_MS = 2_500

/** Repeats a call while what hinders it is passing, each wait longer than the last; then throws {@link Busy}. */
export async function patiently<T>(call: () => Promise<T>): Promise<T> {
  const patient = performance.now() + PATIENCE_MS
  for (let attempt = 1; ; attempt++) {
    try {
      return await call()
    } catch (error) {
      if (!isPassing(error)) throw error
      if (attempt === TRIES || performance.now() > patient)
        throw new Busy(`still busy after ${attempt} tries`, { cause: error })
      await pause(Math.random() * FIRST_WAIT_MS * 2 ** attempt)
    }
  }
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
