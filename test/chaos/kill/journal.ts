import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { type Acknowledged, emptyAcknowledged } from './check-world.ts'

export type Entry =
  | { kind: 'item'; id: string; value: number }
  | { kind: 'case'; id: string; version: number }
  | { kind: 'started'; name: string }
  | { kind: 'answered'; name: string }

/** The client's own record of what it was told, on disk independently of the cloud under test. */
export interface Journal {
  /** Resolves when the entry is on disk. */
  note(entry: Entry): Promise<void>
  close(): void
}

export function openJournal(path: string): Journal {
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

export function readJournal(path: string): Acknowledged {
  const told = emptyAcknowledged()
  for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
    const entry = JSON.parse(line) as Entry
    if (entry.kind === 'item') raise(told.items, entry.id, entry.value)
    else if (entry.kind === 'case') raise(told.cases, entry.id, entry.version)
    else if (entry.kind === 'started') told.started.add(entry.name)
    else told.answered.add(entry.name)
  }
  return told
}

function raise(map: Map<string, number>, id: string, value: number) {
  map.set(id, Math.max(value, map.get(id) ?? 0))
}
