import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import type { Told } from './world/world.ts'

/** What a client was told, on disk independently of the cloud under test. */
export interface ToldLog {
  /** Resolves when the entry is on disk. */
  note(entry: Told): Promise<void>
  close(): void
}

export function openToldLog(path: string): ToldLog {
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

export const readTold = (path: string): Told[] =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Told)
    : []
