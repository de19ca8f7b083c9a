import { isInUse, readAccess } from '../local/main.ts'
import { CommandRefused } from './terminal.ts'

/** Who runs on a data folder, in words; undefined when nobody does. */
export function runningOn(folder: string): string | undefined {
  if (!isInUse(folder)) return undefined
  const pid = readAccess(folder)?.pid
  return pid === undefined ? 'an instance that is just starting' : `process ${pid}`
}

/** What replaces or removes the data of a folder must find it at rest. */
export function refuseWhileRunning(folder: string): void {
  const owner = runningOn(folder)
  if (owner)
    throw new CommandRefused(
      `The data folder ${folder} is in use by ${owner}. Stop it first (Ctrl-C where it was started), or choose another with --folder.`,
    )
}
