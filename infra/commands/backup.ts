import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { backup } from '../local/backup/backup.ts'
import { BackupRefused } from '../local/backup/format.ts'
import { dataFolder } from './data-folder.ts'
import { printCounts } from './kept.ts'
import { CommandRefused, printDone, runCommand, typedPath } from './terminal.ts'

await runCommand(() => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { folder: { type: 'string' } },
  })
  const [typed] = positionals
  if (!typed)
    throw new CommandRefused('Say where to keep it, a file or a folder: npm run backup -- ~/chengyun.backup')
  const target = targetFile(typedPath(typed))
  const started = performance.now()
  try {
    const counts = backup(dataFolder(values.folder), target)
    printCounts(counts)
    printDone(`backed up into ${target}`, performance.now() - started)
  } catch (error) {
    throw error instanceof BackupRefused ? new CommandRefused(error.message) : error
  }
})

/** In a folder, a name of its own by the time it was made. */
function targetFile(target: string): string {
  const isFolder = existsSync(target) && statSync(target).isDirectory()
  const time = new Date().toISOString().slice(0, 19).replaceAll(':', '')
  return isFolder ? join(target, `chengyun-${time}Z.backup`) : target
}
