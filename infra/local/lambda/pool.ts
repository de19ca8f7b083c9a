import { AwsError } from '../kernel/aws.ts'
import type { ErrorDocument } from './runtime/messages.ts'
import type { Outcome, Sandbox } from './sandbox.ts'

export interface PoolOptions {
  functionName: string
  functionArn: string
  timeoutMs: number
  /** Sandboxes at most; further invocations wait their turn. */
  size: number
  /** Invocations that one sandbox runs at once. */
  slots: number
  /** Invocations at most, running and waiting; further ones are throttled. */
  concurrency: number
  start: () => Sandbox
}

/** The sandboxes of one function: started when needed, kept warm, the last used first. */
export interface Pool {
  run(requestId: string, event: string): Promise<Outcome>
  /** Starts one sandbox ahead of the first invocation; resolves with what went wrong, if anything did. */
  warm(): Promise<ErrorDocument | undefined>
  busy(): number
  end(): Promise<void>
}

interface Waiting {
  requestId: string
  event: string
  settle: (outcome: Outcome) => void
}

export function createPool(options: PoolOptions): Pool {
  /** Started sandboxes and how many invocations each runs; the last used stands last. */
  const ready = new Map<Sandbox, number>()
  const starting = new Set<Sandbox>()
  const waiting: Waiting[] = []
  let inFlight = 0
  let ended = false

  async function start(): Promise<ErrorDocument | undefined> {
    const sandbox = options.start()
    starting.add(sandbox)
    const error = await sandbox.ready
    starting.delete(sandbox)
    if (!error) ready.set(sandbox, 0)
    return error
  }

  async function startFor() {
    const error = await start()
    // one start that failed fails one invocation; the next one tries again
    if (error) waiting.shift()?.settle({ error })
    dispatch()
  }

  function freeSandbox(): Sandbox | undefined {
    let free: Sandbox | undefined
    for (const [sandbox, running] of ready) {
      if (sandbox.over) ready.delete(sandbox)
      else if (running < options.slots) free = sandbox
    }
    return free
  }

  function dispatch() {
    for (let free = freeSandbox(); free && waiting.length > 0; free = freeSandbox())
      void runOn(free, waiting.shift()!)
    let missing = waiting.length - starting.size * options.slots
    for (; missing > 0 && ready.size + starting.size < options.size && !ended; missing -= options.slots)
      void startFor()
  }

  async function runOn(sandbox: Sandbox, { requestId, event, settle }: Waiting) {
    occupy(sandbox, 1)
    const { functionArn, timeoutMs } = options
    const outcome = await sandbox.run({ requestId, event, functionArn, timeoutMs })
    settle(outcome)
    occupy(sandbox, -1)
    dispatch()
  }

  function occupy(sandbox: Sandbox, change: number) {
    const running = (ready.get(sandbox) ?? 0) + change
    ready.delete(sandbox)
    ready.set(sandbox, running)
  }

  return {
    busy: () => inFlight,
    async run(requestId, event) {
      if (inFlight >= options.concurrency)
        throw new AwsError('TooManyRequestsException', 'Rate Exceeded.', 429, {
          Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded',
        })
      inFlight++
      try {
        return await new Promise<Outcome>((settle) => {
          if (ended) return settle(stopped(requestId))
          waiting.push({ requestId, event, settle })
          dispatch()
        })
      } finally {
        inFlight--
      }
    },
    async warm() {
      if (ready.size + starting.size > 0 || ended) return undefined
      const error = await start()
      dispatch()
      return error
    },
    async end() {
      ended = true
      for (const { settle, requestId } of waiting.splice(0)) settle(stopped(requestId))
      await Promise.all([...ready.keys(), ...starting].map((sandbox) => sandbox.end()))
    },
  }
}

const stopped = (requestId: string): Outcome => ({
  error: {
    errorType: 'Runtime.ExitError',
    errorMessage: `RequestId: ${requestId} Error: The local cloud was stopped.`,
  },
})
