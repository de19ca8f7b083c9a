import { type Handler, InitError, loadHandler } from './load-handler.ts'
import type { ErrorDocument, InvokeMessage, SandboxMessage, SandboxSettings } from './messages.ts'

/** The other end of the line: a worker's port or a child process's channel. */
export interface Line {
  send(message: SandboxMessage): void
  onInvoke(listener: (message: InvokeMessage) => void): void
}

/** Loads the handler and answers invocations until the sandbox is ended. */
export async function serve(
  line: Line,
  settings: SandboxSettings,
  beforeInvoke: (message: InvokeMessage) => void,
) {
  const running = new Set<string>()
  let loaded = false
  const failRunning = (type: string) => (reason: unknown) => {
    const error = describe(reason, type)
    if (!loaded) line.send({ kind: 'init-failed', error })
    for (const requestId of running) line.send({ kind: 'failed', requestId, error, fatal: true })
    // what is left behind is in no known state: as in Lambda, the next invocation starts afresh
    setImmediate(() => process.exit(1))
  }
  process.on('uncaughtException', failRunning('Runtime.UncaughtException'))
  process.on('unhandledRejection', failRunning('Runtime.UnhandledPromiseRejection'))

  let handler: Handler
  try {
    handler = await loadHandler(settings.taskRoot, settings.handler)
  } catch (reason) {
    line.send({
      kind: 'init-failed',
      error: reason instanceof InitError ? reason.document : describe(reason),
    })
    return
  }
  line.onInvoke(async (message) => {
    running.add(message.requestId)
    beforeInvoke(message)
    const said = await answer(handler, message, settings)
    if (running.delete(message.requestId)) line.send(said)
  })
  loaded = true
  line.send({ kind: 'ready' })
}

async function answer(
  handler: Handler,
  message: InvokeMessage,
  settings: SandboxSettings,
): Promise<SandboxMessage> {
  const { requestId } = message
  try {
    const result = await handler(JSON.parse(message.event), contextOf(message, settings))
    return { kind: 'result', requestId, payload: JSON.stringify(result) ?? 'null' }
  } catch (reason) {
    return { kind: 'failed', requestId, error: describe(reason), fatal: false }
  }
}

function contextOf({ requestId, functionArn, timeoutMs }: InvokeMessage, settings: SandboxSettings) {
  const end = performance.now() + timeoutMs
  return {
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: settings.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: functionArn,
    memoryLimitInMB: String(settings.memoryMb),
    logGroupName: settings.logGroup,
    logStreamName: settings.logStream,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(end - performance.now())),
  }
}

/** The error document as Lambda's Node runtime shapes it; a thrown value that is no Error is told as its text. */
function describe(reason: unknown, errorType?: string): ErrorDocument {
  if (!(reason instanceof Error))
    return { errorType: errorType ?? typeof reason, errorMessage: String(reason), trace: [] }
  const trace = (reason.stack ?? '').split('\n')
  return { errorType: errorType ?? (reason.name || 'Error'), errorMessage: reason.message, trace }
}
