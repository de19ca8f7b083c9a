import { closeSync, fdatasync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'

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
  /** Resolves when all that a read can see now is on disk: before anybody outside is told of it. */
  durable(): Promise<void>
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

const syncToDisk = promisify(fdatasync)

/**
 * SQLite itself waits for the disk at checkpoints only (`synchronous = NORMAL`); after each commit its log is synced here,
 * beside the event loop, which goes on with reading and answering meanwhile. What comes in until then makes the next group.
 */
export function openDatabase(folder: string): Database {
  mkdirSync(folder, { recursive: true })
  const sqlite = new DatabaseSync(databaseFile(folder))
  sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536')
  const begin = sqlite.prepare('BEGIN IMMEDIATE')
  const commit = sqlite.prepare('COMMIT')
  const mark = sqlite.prepare('SAVEPOINT change')
  const release = sqlite.prepare('RELEASE change')
  let group: Pending[] = []
  let committing = false
  /** Of the last committed group: whether it has reached the disk. */
  let reached: Promise<void> = Promise.resolve()
  /** The log of committed changes; it is there from the first of them, and the same file until the end. */
  let log: number | undefined
  /** Why no further change is taken: what the disk did not take once may be lost, whatever a second try says. */
  let broken: NotDurable | undefined

  function execute(pending: readonly Pending[]) {
    try {
      begin.run()
      for (const change of pending) change.run()
      commit.run()
    } catch (error) {
      if (sqlite.isTransaction) sqlite.exec('ROLLBACK')
      throw notCommitted(error)
    }
  }

  async function reachDisk() {
    try {
      log ??= openSync(`${databaseFile(folder)}-wal`, 'r+')
      await syncToDisk(log)
    } catch (error) {
      broken = notCommitted(error)
      throw broken
    }
  }

  async function commitGroup() {
    const pending = group
    group = []
    try {
      execute(pending)
      reached = reachDisk()
      await reached
    } catch (reason) {
      for (const change of pending) change.fail(reason)
      return
    }
    for (const change of pending) change.settle()
  }

  // setImmediate: everything that arrived in this turn of the loop, or since the last group, shares one sync
  const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))

  async function commitGroups() {
    committing = true
    while (group.length > 0) {
      await nextTurn()
      await commitGroup()
    }
    committing = false
  }

  function write<T>(change: () => T): Promise<T> {
    if (!sqlite.isOpen) return Promise.reject(new NotDurable('the data file is closed'))
    if (broken) return Promise.reject(broken)
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
      if (!committing) void commitGroups()
    })
  }

  return {
    sqlite,
    write,
    durable: () => reached,
    async close() {
      if (!sqlite.isOpen) return
      try {
        await write(() => undefined)
      } finally {
        sqlite.close()
        if (log !== undefined) closeSync(log)
      }
    },
  }
}

const notCommitted = (error: unknown) =>
  new NotDurable(`the group was not committed: ${(error as Error).message}`, { cause: error })
