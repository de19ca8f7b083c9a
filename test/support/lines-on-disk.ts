import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'

/** A client's own record of what it was told, on disk independently of the cloud under test. */
export interface LinesOnDisk<Entry> {
  /** Resolves when the entry is on disk. */
  note(entry: Entry): Promise<void>
  close(): void
}

/** Appends entries to a file, a line of JSON each. */
export function openLines<Entry>(path: string): LinesOnDisk<Entry> {
  const file = openSync(path, 'a')
  let lines: string[] = []
  let written: Promise<void> | undefined

  function flush() {
    const group = lines
    lines = []
    written = undefined
    writeSync(file, group.join(''))
    fsyncSync(file)
  }

  return {
    note(entry) {
      lines.push(`${JSON.stringify(entry)}\n`)
      // what arrived in one turn of the loop shares one fsync
      written ??= new Promise((resolve) => setImmediate(resolve)).then(flush)
      return written
    },
    close: () => closeSync(file),
  }
}
