import { AwsError } from '../kernel/aws.ts'

/** What may go wrong. `lost-answer`: executed, then answered with an error. What follows acts on stream records; `replay`: the shard from its beginning. */
export type FaultKind =
  | 'throttle'
  | 'conflict'
  | 'error'
  | 'timeout'
  | 'lost-answer'
  | 'duplicate'
  | 'delay'
  | 'reorder'
  | 'replay'

export interface Fault {
  kind: FaultKind
  /** `service:Operation`, e.g. `dynamodb:PutItem`, `states:*`, `lambda:Invoke`, `streams:<table or queue>`, `*`. */
  method: string
  /** Probability, 0 to 1. */
  rate: number
  /** Of a duplicate: how often it comes again; once where it is not said. */
  times?: number
}

/** The switch tests throw. Off (no faults) until set; not durable. */
export interface Faults {
  set(faults: Fault[]): void
  list(): Fault[]
  /** Whether a fault of this kind strikes this method now. */
  strikes(kind: FaultKind, method: string): boolean
  /** How often it does what it does: 0 where it does not strike. */
  times(kind: FaultKind, method: string): number
  /** How often faults of this kind have struck since the switch was made. */
  struck(kind: FaultKind): number
  /** Runs one call of a service under the switch: throws before it, hangs, or throws after it was executed. */
  around<T>(method: string, call: () => Promise<T>): Promise<T>
}

/** `random` answers 0 ≤ x < 1; tests pass a seeded one. */
export function createFaults(random: () => number = Math.random): Faults {
  let active: Fault[] = []

  const counts = new Map<FaultKind, number>()

  function times(kind: FaultKind, method: string): number {
    const found = active.find(
      (fault) => fault.kind === kind && matches(fault.method, method) && random() < fault.rate,
    )
    if (found) counts.set(kind, (counts.get(kind) ?? 0) + 1)
    return found ? (found.times ?? 1) : 0
  }
  const strikes = (kind: FaultKind, method: string) => times(kind, method) > 0

  return {
    set: (faults) => {
      active = [...faults]
    },
    list: () => [...active],
    strikes,
    times,
    struck: (kind) => counts.get(kind) ?? 0,
    async around(method, call) {
      if (active.length === 0) return call()
      if (strikes('throttle', method)) throw throttled(method)
      if (strikes('conflict', method)) throw conflicted(method)
      if (strikes('error', method)) throw failed(method)
      if (strikes('timeout', method)) return new Promise<never>(() => undefined)
      const answer = await call()
      if (strikes('lost-answer', method)) throw failed(method)
      return answer
    },
  }
}

function matches(pattern: string, method: string): boolean {
  if (pattern === '*' || pattern === method) return true
  return pattern.endsWith('*') && method.startsWith(pattern.slice(0, -1))
}

const throttled = (method: string) =>
  method.startsWith('dynamodb:')
    ? new AwsError('ProvisionedThroughputExceededException', 'Injected fault: throttled.')
    : new AwsError('ThrottlingException', 'Injected fault: throttled.')
const conflicted = (method: string) =>
  method === 'dynamodb:TransactWriteItems'
    ? new AwsError('TransactionCanceledException', 'Injected fault: transaction conflict.', 400, {
        CancellationReasons: [
          { Code: 'TransactionConflict', Message: 'Injected fault: transaction conflict.' },
        ],
      })
    : new AwsError('TransactionConflictException', 'Injected fault: transaction conflict.')
const failed = (method: string) =>
  new AwsError('InternalServerError', `Injected fault: ${method} failed.`, 500)
