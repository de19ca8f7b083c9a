import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { databaseFile } from '../kernel/database.ts'
import { syncPath } from './disk.ts'
import { BACKUP_FORMAT, BackupRefused, type Counts, checkIntegrity, countRows, hasTable } from './format.ts'

/**
 * Makes a data folder of a backup. The folder must be new or empty, unless `replace`; nobody may be running on it (the
 * caller holds its lock or knows). The new folder is built beside it and takes its name only when whole and checked.
 */
export function restore(file: string, folder: string, options: { replace: boolean }): Counts {
  if (!existsSync(file) || !statSync(file).isFile())
    throw new BackupRefused(`There is no backup file ${file}.`)
  if (!options.replace && existsSync(folder) && readdirSync(folder).length > 0)
    throw new BackupRefused(`${folder} is not empty; restore into another folder, or add --replace.`)
  mkdirSync(dirname(folder), { recursive: true })
  const built = mkdtempSync(join(dirname(folder), `.${basename(folder)}-restore-`))
  try {
    copyFileSync(file, databaseFile(built))
    const counts = unpack(built, file)
    putInPlace(built, folder)
    return counts
  } finally {
    rmSync(built, { recursive: true, force: true })
  }
}

function unpack(built: string, file: string): Counts {
  const database = openBackup(databaseFile(built), file)
  try {
    const files = database.prepare('SELECT path, sha256, mode, content FROM backup_file')
    let bodies = 0
    let others = 0
    for (const row of files.iterate()) {
      const path = String(row.path)
      writeChecked(built, path, row.content as Uint8Array, String(row.sha256), Number(row.mode))
      if (path.includes('/')) bodies++
      else others++
    }
    database.exec('DROP TABLE backup_file; DROP TABLE backup_about; VACUUM')
    checkIntegrity(database, 'The restored database')
    return { rows: countRows(database), bodies, files: others, bytes: statSync(file).size }
  } finally {
    database.close()
  }
}

function openBackup(path: string, file: string): DatabaseSync {
  const database = new DatabaseSync(path)
  try {
    checkIntegrity(database, `The backup ${file}`)
    if (!hasTable(database, 'backup_about') || !hasTable(database, 'backup_file'))
      throw new BackupRefused(`${file} is a database, not a backup of a data folder.`)
    const format = Number(database.prepare('SELECT format FROM backup_about').get()?.format)
    if (format !== BACKUP_FORMAT)
      throw new BackupRefused(
        `${file} has format ${format}; this version reads ${BACKUP_FORMAT}. Use the version that made it.`,
      )
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function writeChecked(built: string, path: string, content: Uint8Array, sha256: string, mode: number) {
  // one folder deep at most, no way out of it: a backup may come from elsewhere
  if (!/^(objects\/)?[A-Za-z0-9][\w.-]*$/.test(path))
    throw new BackupRefused(`The backup names a file that has no place in a data folder: ${path}.`)
  if (createHash('sha256').update(content).digest('hex') !== sha256)
    throw new BackupRefused(`The file ${path} in the backup is damaged.`)
  const target = join(built, path)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, content, { mode })
  syncPath(target)
}

function putInPlace(built: string, folder: string) {
  syncPath(databaseFile(built))
  syncPath(built)
  const aside = `${built}-old`
  if (existsSync(folder)) renameSync(folder, aside)
  try {
    renameSync(built, folder)
  } catch (error) {
    if (existsSync(aside)) renameSync(aside, folder)
    throw error
  }
  syncPath(dirname(folder))
  rmSync(aside, { recursive: true, force: true })
}
