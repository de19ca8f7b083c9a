import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { databaseFile } from '../kernel/database.ts'
import { syncPath } from './disk.ts'
import {
  BACKUP_FORMAT,
  BACKUP_TABLES,
  BackupRefused,
  BODIES,
  bodiesFolder,
  type Counts,
  checkIntegrity,
  countRows,
  namedBodies,
} from './format.ts'

/** Files that belong to one running instance or to nobody: they are made anew. */
const NOT_KEPT = /^(cloud\.sqlite.*|lock.*|logs|objects|access\.json|\.backup-.*|.*\.log)$/
const ATTEMPTS = 5

/**
 * Backs up a data folder, running or not, into the new file `target`. The running instance is not stopped and hardly
 * notices: the database is read in one transaction of its own connection, bodies are held by hard links meanwhile.
 */
export function backup(folder: string, target: string): Counts {
  if (!existsSync(databaseFile(folder)))
    throw new BackupRefused(`There is no data in ${folder}: nothing to back up.`)
  if (existsSync(target)) throw new BackupRefused(`${target} exists already; a backup never overwrites one.`)
  const work = mkdtempSync(join(folder, '.backup-'))
  try {
    const cut = takeCut(folder, work)
    const counts = addFiles(cut, folder, join(work, BODIES))
    syncPath(cut)
    moveInto(cut, target)
    return counts
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/**
 * The database at one instant and every body its rows name. A body that came and went between linking and reading
 * would be missing; then the cut is taken again.
 */
function takeCut(folder: string, work: string): string {
  const held = join(work, BODIES)
  mkdirSync(held)
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const cut = join(work, `cut-${attempt}.sqlite`)
    holdBodies(folder, held)
    copyDatabase(folder, cut)
    holdBodies(folder, held)
    if (missingBodies(cut, held).length === 0) return cut
    rmSync(cut)
  }
  throw new BackupRefused('Objects changed faster than they could be read; try again in a quieter moment.')
}

function holdBodies(folder: string, held: string) {
  const bodies = bodiesFolder(folder)
  if (!existsSync(bodies)) return
  for (const body of readdirSync(bodies)) {
    try {
      linkSync(join(bodies, body), join(held, body))
    } catch (error) {
      // held already, or gone since it was listed
      if (!['EEXIST', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    }
  }
}

function copyDatabase(folder: string, cut: string) {
  const source = new DatabaseSync(databaseFile(folder), { readOnly: true })
  try {
    source.prepare('VACUUM INTO ?').run(cut)
  } catch (error) {
    throw new BackupRefused(`The database of ${folder} cannot be read: ${(error as Error).message}.`)
  } finally {
    source.close()
  }
}

function missingBodies(cut: string, held: string): string[] {
  const database = new DatabaseSync(cut, { readOnly: true })
  try {
    return namedBodies(database).filter((body) => !existsSync(join(held, body)))
  } finally {
    database.close()
  }
}

function addFiles(cut: string, folder: string, held: string): Counts {
  const database = new DatabaseSync(cut)
  try {
    checkIntegrity(database, 'The copy of the database')
    const rows = countRows(database)
    database.exec(`PRAGMA synchronous = OFF; ${BACKUP_TABLES}; BEGIN`)
    database.prepare('INSERT INTO backup_about VALUES (?, ?)').run(new Date().toISOString(), BACKUP_FORMAT)
    const bodies = new Set(namedBodies(database))
    for (const body of bodies) addFile(database, join(held, body), `${BODIES}/${body}`)
    const files = smallFiles(folder)
    for (const file of files) addFile(database, join(folder, file), file)
    database.exec('COMMIT')
    return { rows, bodies: bodies.size, files: files.length, bytes: statSync(cut).size }
  } finally {
    database.close()
  }
}

const smallFiles = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !NOT_KEPT.test(entry.name))
    .map((entry) => entry.name)

function addFile(database: DatabaseSync, source: string, path: string) {
  const content = readFileSync(source)
  database
    .prepare('INSERT INTO backup_file VALUES (?, ?, ?, ?)')
    .run(path, createHash('sha256').update(content).digest('hex'), statSync(source).mode & 0o777, content)
}

/** Under its final name only when whole: a broken copy is never mistaken for a backup. */
function moveInto(cut: string, target: string) {
  mkdirSync(dirname(target), { recursive: true })
  const unfinished = `${target}.unfinished`
  try {
    copyFileSync(cut, unfinished)
    chmodSync(unfinished, 0o600)
    syncPath(unfinished)
    renameSync(unfinished, target)
    syncPath(dirname(target))
  } finally {
    rmSync(unfinished, { force: true })
  }
}
