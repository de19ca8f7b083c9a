import { readFileSync } from 'node:fs'
import { type LinesOnDisk, openLines } from '../../support/lines-on-disk.ts'
import { type Acknowledged, emptyAcknowledged } from './check-world.ts'

export type Entry =
  | { kind: 'item'; id: string; value: number }
  | { kind: 'case'; id: string; version: number }
  | { kind: 'started'; name: string }
  | { kind: 'answered'; name: string }

export type Journal = LinesOnDisk<Entry>

export const openJournal = (path: string): Journal => openLines(path)

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
