import { fork } from 'node:child_process'
import type { Readable } from 'node:stream'
import { Worker } from 'node:worker_threads'
import { HEADROOM_MB, watchMemory } from './memory-watch.ts'
import type { ErrorDocument, InvokeMessage, SandboxMessage, SandboxSettings } from './runtime/messages.ts'

export interface SandboxOptions {
  settings: SandboxSettings
  isolation: 'thread' | 'process'
  environment: Record<string, string>
  clock: SharedArrayBuffer
  output: (text: string) => void
}

/** How one invocation ended, seen from outside the sandbox. */
export type Outcome = { payload: string } | { error: ErrorDocument }

/**
 * One execution environment. It is given one invocation at a time (or as many as its template's hint allows), and is
 * thrown away after a failure it may not survive.
 */
export interface Sandbox {
  /** Resolves with undefined when it can take invocations, else with what went wrong at its start. */
  ready: Promise<ErrorDocument | undefined>
  /** Ended, broken or given up: it takes no further invocation. */
  readonly over: boolean
  run(message: Omit<InvokeMessage, 'clockOffset'>): Promise<Outcome>
  end(): Promise<void>
}

interface Wire {
  post(message: InvokeMessage): void
  kill(): Promise<unknown>
  onMessage(listener: (message: SandboxMessage) => void): void
  /** Once; with a reason when it did not end by itself. */
  onExit(listener: (reason: string) => void): void
}

/** Lambda allows 10 s for a start; on a busy small machine a good bundle may need longer. */
const START_LIMIT_MS = 60_000

export function startSandbox(options: SandboxOptions): Sandbox {
  const wire = options.isolation === 'process' ? startProcess(options) : startThread(options)
  const offset = new Float64Array(options.clock)
  const running = new Map<string, (outcome: Outcome) => void>()
  let over = false
  let started: (error?: ErrorDocument) => void = () => undefined
  const ready = new Promise<ErrorDocument | undefined>((resolve) => {
    started = resolve
  })
  const startLimit = setTimeout(
    () => breakDown('Sandbox.Timedout', 'The function did not start in time.'),
    START_LIMIT_MS,
  )

  function settle(requestId: string, outcome: Outcome) {
    running.get(requestId)?.(outcome)
    running.delete(requestId)
    // given up: it goes when the last of those it still runs is done
    if (over && running.size === 0) void wire.kill()
  }

  /** Everything it ran has failed with it. */
  function breakDown(errorType: string, message: string) {
    over = true
    clearTimeout(startLimit)
    started({ errorType, errorMessage: message })
    for (const requestId of [...running.keys()])
      settle(requestId, { error: { errorType, errorMessage: `RequestId: ${requestId} Error: ${message}` } })
    void wire.kill()
  }

  wire.onMessage((message) => {
    if (message.kind === 'result') settle(message.requestId, { payload: message.payload })
    else if (message.kind === 'failed') {
      over ||= message.fatal
      settle(message.requestId, { error: message.error })
    } else {
      clearTimeout(startLimit)
      over ||= message.kind === 'init-failed'
      if (over) void wire.kill()
      started(message.kind === 'init-failed' ? message.error : undefined)
    }
  })
  wire.onExit((reason) => breakDown('Runtime.ExitError', reason))

  return {
    ready,
    get over() {
      return over
    },
    run: (message) =>
      new Promise((resolve) => {
        const { requestId, timeoutMs } = message
        const limit = setTimeout(() => {
          over = true
          const errorMessage = `RequestId: ${requestId} Error: Task timed out after ${(timeoutMs / 1000).toFixed(2)} seconds`
          settle(requestId, { error: { errorType: 'Sandbox.Timedout', errorMessage } })
        }, timeoutMs)
        running.set(requestId, (outcome) => {
          clearTimeout(limit)
          resolve(outcome)
        })
        wire.post({ ...message, clockOffset: offset[0]! })
      }),
    async end() {
      breakDown('Runtime.ExitError', 'The local cloud was stopped.')
      await wire.kill()
    },
  }
}

function startThread({ settings, environment, clock, output }: SandboxOptions): Wire {
  const worker = new Worker(new URL('./runtime/thread.ts', import.meta.url), {
    workerData: { settings, clock },
    env: environment,
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: settings.memoryMb + HEADROOM_MB },
    name: settings.functionName,
  })
  collect(worker.stdout, output)
  collect(worker.stderr, output)
  const memory = watchMemory(worker, settings.memoryMb)
  let failure: Error | undefined
  worker.on('error', (error) => {
    failure = error as Error
  })
  worker.on('message', ({ kind }: SandboxMessage) => {
    if (kind === 'result' || kind === 'failed') memory.end()
  })
  return {
    post(message) {
      memory.begin()
      worker.postMessage(message)
    },
    kill: () => worker.terminate(),
    onMessage: (listener) => void worker.on('message', listener),
    onExit: (listener) =>
      void worker.on('exit', (code) =>
        listener(
          memory.exceeded
            ? `Runtime exited with error: signal: killed (more than ${settings.memoryMb} MB)`
            : (failure?.message ?? `Runtime exited with error: exit status ${code}`),
        ),
      ),
  }
}

function startProcess({ settings, environment, clock, output }: SandboxOptions): Wire {
  const offset = new Float64Array(clock)[0]!
  const child = fork(
    new URL('./runtime/process.ts', import.meta.url),
    [JSON.stringify(settings), String(offset)],
    {
      env: environment,
      execArgv: [`--max-old-space-size=${settings.memoryMb}`],
      silent: true,
    },
  )
  collect(child.stdout!, output)
  collect(child.stderr!, output)
  child.on('error', (error) => output(`${error.message}\n`))
  return {
    post: (message) => void child.send(message, () => undefined),
    kill: () =>
      new Promise<void>((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve()
        child.once('exit', () => resolve())
        child.kill('SIGKILL')
      }),
    onMessage: (listener) => void child.on('message', (message) => listener(message as SandboxMessage)),
    onExit: (listener) =>
      void child.on('exit', (code, signal) =>
        listener(`Runtime exited with error: ${signal ? `signal: ${signal}` : `exit status ${code}`}`),
      ),
  }
}

function collect(stream: Readable, output: (text: string) => void) {
  stream.setEncoding('utf8')
  stream.on('data', output)
}
