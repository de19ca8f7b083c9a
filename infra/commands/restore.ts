import { parseArgs } from 'node:util'
import { BackupRefused } from '../local/backup/format.ts'
import { restore } from '../local/backup/restore.ts'
import { dataFolder } from './data-folder.ts'
import { printCounts } from './kept.ts'
import { refuseWhileRunning } from './running.ts'
import { CommandRefused, printDone, runCommand, typedPath } from './terminal.ts'

await runCommand(() => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { folder: { type: 'string' }, replace: { type: 'boolean', default: false } },
  })
  const [typed] = positionals
  if (!typed)
    throw new CommandRefused('Say which backup to restore: npm run restore -- ~/chengyun.backup [--replace]')
  const folder = dataFolder(values.folder)
  refuseWhileRunning(folder)
  const started = performance.now()
  try {
    const counts = restore(typedPath(typed), folder, { replace: values.replace })
    printCounts(counts)
    printDone(`restored and checked into ${folder}`, performance.now() - started)
  } catch (error) {
    throw error instanceof BackupRefused ? new CommandRefused(error.message) : error
  }
})
