import { parentPort, workerData } from 'node:worker_threads'
import type { SandboxSettings } from './messages.ts'
import { serve } from './serve.ts'
import { installVirtualDate } from './virtual-date.ts'

/** Entry of a sandbox that is a worker thread: the virtual clock is read from shared memory. */
const { settings, clock } = workerData as { settings: SandboxSettings; clock: SharedArrayBuffer }
const offset = new Float64Array(clock)
const port = parentPort!

installVirtualDate(() => offset[0]!)
await serve(
  {
    send: (message) => port.postMessage(message),
    onInvoke: (listener) => void port.on('message', listener),
  },
  settings,
  () => undefined,
)
