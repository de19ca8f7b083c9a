import { createWriteStream, mkdirSync, renameSync, statSync, type WriteStream } from 'node:fs'
import { join } from 'node:path'

/** A file per function; a full one is kept once as `.1` beside it. */
export interface FunctionLogs {
  /** `text` as the function wrote it: any number of lines, in pieces. */
  write(functionName: string, text: string): void
  close(): Promise<void>
}

const LONGEST_BYTES = 10 * 1024 * 1024

/** `echo` gets every piece too, for a console. */
export function openLogs(folder: string, echo?: (functionName: string, text: string) => void): FunctionLogs {
  mkdirSync(folder, { recursive: true })
  const open = new Map<string, { stream: WriteStream; bytes: number }>()

  function fileOf(functionName: string) {
    const path = join(folder, `${functionName}.log`)
    const known = open.get(functionName)
    if (known && known.bytes <= LONGEST_BYTES) return known
    if (known) {
      known.stream.end()
      renameSync(path, `${path}.1`)
    }
    const stream = createWriteStream(path, { flags: 'a' })
    // a full disk must not end the local cloud because of a log line
    stream.on('error', () => open.delete(functionName))
    const entry = { stream, bytes: statSync(path, { throwIfNoEntry: false })?.size ?? 0 }
    open.set(functionName, entry)
    return entry
  }

  return {
    write(functionName, text) {
      const file = fileOf(functionName)
      file.bytes += Buffer.byteLength(text)
      file.stream.write(text)
      echo?.(functionName, text)
    },
    async close() {
      await Promise.all([...open.values()].map(({ stream }) => new Promise<void>((done) => stream.end(done))))
    },
  }
}
