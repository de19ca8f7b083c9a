import type { Counts } from '../local/backup/format.ts'
import { grouped, size } from './data-folder.ts'
import { print } from './terminal.ts'

/** What a backup holds, a line per kind. */
export function printCounts(counts: Counts): void {
  for (const { table, rows } of counts.rows) print(`  ${grouped(rows).padStart(12)}  ${table}`)
  print(`  ${grouped(counts.bodies).padStart(12)}  object bodies`)
  print(`  ${grouped(counts.files).padStart(12)}  small files (keys, settings)`)
  print(`  ${size(counts.bytes).padStart(12)}  in all`)
}
