import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * The one durable file of the local cloud. All parts keep their rows in it, each under its own table prefix
 * (`ddb_`, `states_`, `sqs_` …), so one fsync covers a whole group of changes and a backup is one consistent cut.
 */
export interface Database {
  /** For schema, prepared statements and reads. Reads see every change whose promise may still be pending. */
  readonly sqlite: DatabaseSync
  /**
   * Runs `change` synchronously inside the next commit group and resolves with its result once the group is on disk.
   * If `change` throws, only its own effects are undone and the promise rejects with that error.
   * If the commit itself fails (disk full, damaged file), every promise of the group rejects with {@link NotDurable}.
   */
  write<T>(change: () => T): Promise<T>
  /** Waits for pending groups, then closes the file. */
  close(): Promise<void>
}

/** A change that was not made durable: nothing of it is kept, the caller may try again. */
export class NotDurable extends Error {
  override readonly name = 'NotDurable'
}

interface Pending {
  run(): void
  settle(): void
  fail(error: unknown): void
}

export const databaseFile = (folder: string) => join(folder, 'cloud.sqlite')

// SQLite's IOERR, CORRUPT, FULL and NOTADB, the low byte of its codes: no fault of the one change, the group has failed
const FAILURES_OF_THE_FILE = [10, 11, 13, 26]

const isFailureOfTheFile = (error: unknown) =>
  FAILURES_OF_THE_FILE.includes(((error as { errcode?: number }).errcode ?? 0) & 0xff)

export function openDatabase(folder: string): Database {
  mkdirSync(folder, { recursive: true })
  const sqlite = new DatabaseSync(databaseFile(folder))
  sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536')
  const begin = sqlite.prepare('BEGIN IMMEDIATE')
  const commit = sqlite.prepare('COMMIT')
  const mark = sqlite.prepare('SAVEPOINT change')
  const release = sqlite.prepare('RELEASE change')
  let group: Pending[] = []
  let scheduled = false

  function commitGroup() {
    scheduled = false
    const pending = group
    group = []
    try {
      begin.run()
      for (const change of pending) change.run()
      commit.run()
    } catch (error) {
      if (sqlite.isTransaction) sqlite.exec('ROLLBACK')
      const reason = new NotDurable(`the group was not committed: ${(error as Error).message}`, {
        cause: error,
      })
      for (const change of pending) change.fail(reason)
      return
    }
    for (const change of pending) change.settle()
  }

  function write<T>(change: () => T): Promise<T> {
    if (!sqlite.isOpen) return Promise.reject(new NotDurable('the data file is closed'))
    return new Promise<T>((resolve, reject) => {
      let outcome: { value: T } | { error: unknown }
      group.push({
        run() {
          mark.run()
          try {
            outcome = { value: change() }
          } catch (error) {
            if (!sqlite.isTransaction || isFailureOfTheFile(error)) throw error
            sqlite.exec('ROLLBACK TO change')
            outcome = { error }
          }
          release.run()
        },
        settle: () => ('error' in outcome ? reject(outcome.error) : resolve(outcome.value)),
        fail: reject,
      })
      // setImmediate: everything that arrived in this turn of the loop shares one fsync
      if (!scheduled) {
        scheduled = true
        setImmediate(commitGroup)
      }
    })
  }

  return {
    sqlite,
    write,
    async close() {
      if (!sqlite.isOpen) return
      await write(() => undefined)
      sqlite.close()
    },
  }
}
