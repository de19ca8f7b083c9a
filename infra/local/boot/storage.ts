import { existsSync, statSync } from 'node:fs'
import { type Database, databaseFile, openDatabase } from '../kernel/database.ts'

/** Up to here a whole check takes well under a second; larger files are checked as they are read. */
const CHECKED_BYTES = 64 * 1024 * 1024

/** Opens the database of a data folder, and looks whether it is sound. */
export function openStorage(folder: string): Database {
  const file = databaseFile(folder)
  const bytes = existsSync(file) ? statSync(file).size : 0
  const database = openDatabase(folder)
  if (bytes > 0 && bytes <= CHECKED_BYTES) {
    const result = database.sqlite.prepare('PRAGMA quick_check(1)').get()?.quick_check
    if (result !== 'ok') throw new Error(`database disk image is malformed: ${String(result)}`)
  }
  return database
}

/** Says what to do about a damaged or full data folder; any other error comes back as it is. */
export function explainStorage(error: unknown, folder: string): unknown {
  const reason = error instanceof Error ? error.message : ''
  if (/malformed|not a database|file is encrypted/i.test(reason))
    return new Error(
      `The database file ${databaseFile(folder)} is damaged (${reason}). Nothing was changed. Put the last backup back: npm run restore -- <backup>`,
      { cause: error },
    )
  if (/disk is full|ENOSPC/i.test(reason))
    return new Error(`The disk of the data folder ${folder} is full: free some space and start again.`, {
      cause: error,
    })
  return error
}
