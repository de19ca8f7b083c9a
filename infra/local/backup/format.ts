import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'

/**
 * A backup is one SQLite file: the database of the data folder at one instant, and beside its tables these two, which
 * hold the folder's other files. So it needs no tool to make or to look into, and checks itself like any database.
 */
export const BACKUP_TABLES = `
  CREATE TABLE backup_about (made TEXT NOT NULL, format INTEGER NOT NULL);
  CREATE TABLE backup_file (path TEXT PRIMARY KEY, sha256 TEXT NOT NULL, mode INTEGER NOT NULL, content BLOB NOT NULL)`

export const BACKUP_FORMAT = 1

/** Why a backup was not made or not restored, in one sentence. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused'
}

export interface Counts {
  /** Rows by table of the local cloud, the larger ones first. */
  rows: { table: string; rows: number }[]
  /** Stored bodies of objects. */
  bodies: number
  /** Settings, keys and other small files of the folder. */
  files: number
  bytes: number
}

/** Bodies of objects lie here, named by their SHA-256. */
export const BODIES = 'objects'
export const bodiesFolder = (folder: string) => join(folder, BODIES)

export function countRows(database: DatabaseSync): Counts['rows'] {
  const tables = database
    .prepare(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'backup_%'`,
    )
    .all()
    .map(({ name }) => String(name))
  return tables
    .map((table) => ({
      table,
      rows: Number(database.prepare(`SELECT count(*) AS rows FROM "${table}"`).get()?.rows),
    }))
    .filter(({ rows }) => rows > 0)
    .toSorted((a, b) => b.rows - a.rows)
}

/** Bodies the rows name: what a consistent cut must contain. */
export function namedBodies(database: DatabaseSync): string[] {
  return ['s3_object', 's3_part'].flatMap((table) =>
    hasTable(database, table)
      ? database
          .prepare(`SELECT DISTINCT body FROM ${table} WHERE body <> ''`)
          .all()
          .map(({ body }) => String(body))
      : [],
  )
}

export const hasTable = (database: DatabaseSync, table: string) =>
  database.prepare(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?`).get(table) !== undefined

export function checkIntegrity(database: DatabaseSync, what: string) {
  const problem = integrityProblem(database)
  if (problem) throw new BackupRefused(`${what} is damaged (${problem}).`)
}

/** The first thing SQLite finds wrong; undefined when the file is whole. */
export function integrityProblem(database: DatabaseSync): string | undefined {
  try {
    const answer = String(database.prepare('PRAGMA integrity_check(1)').get()?.integrity_check)
    return answer === 'ok' ? undefined : answer
  } catch (error) {
    return (error as Error).message
  }
}
