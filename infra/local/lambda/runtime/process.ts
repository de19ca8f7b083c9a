import type { InvokeMessage, SandboxSettings } from './messages.ts'
import { serve } from './serve.ts'
import { installVirtualDate } from './virtual-date.ts'

/**
 * Entry of a sandbox that is a child process. It ends with its parent, however that ends. The clock moves only while
 * no invocation runs, so the offset that comes with an invocation holds for all of it.
 */
const [settingsText = '{}', firstOffset = '0'] = process.argv.slice(2)
let offset = Number(firstOffset)

process.on('disconnect', () => process.exit(0))
// Ctrl-C reaches the whole group; the parent decides when its sandboxes end
process.on('SIGINT', () => undefined)
installVirtualDate(() => offset)
await serve(
  {
    send: (message) => void process.send?.(message),
    onInvoke: (listener) => void process.on('message', (message) => listener(message as InvokeMessage)),
  },
  JSON.parse(settingsText) as SandboxSettings,
  (message) => {
    offset = message.clockOffset
  },
)
