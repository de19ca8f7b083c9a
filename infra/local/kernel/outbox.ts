import type { Clock, Timer } from '../clock/clock.ts'
import type { Activity } from './activity.ts'
import type { Database } from './database.ts'

/** Durable handing on from one part to another: at least once, in no particular order. */
export interface Outbox<T> {
  /** Inside a `database.write` change: the item becomes durable together with what caused it. */
  put(item: T): void
  /** Starts delivering what is due: after the write, and once after a start. */
  deliver(): void
  /** What was tried {@link MAX_ATTEMPTS} times in vain, with the last error. */
  givenUp(): { item: T; error: string }[]
}

const MAX_ATTEMPTS = 8
const FIRST_RETRY_MS = 1000 // doubled each time: about two minutes of virtual time in all

/**
 * `name` tells the outboxes of one database apart. Items must survive JSON. `giveUp` may take over what was tried in
 * vain (a dead-letter queue); without it, or when it fails too, the item stays listed as given up.
 */
export function createOutbox<T>(
  deps: { database: Database; clock: Clock; activity: Activity },
  name: string,
  deliverItem: (item: T) => Promise<void>,
  giveUp?: (item: T, error: string) => Promise<boolean>,
): Outbox<T> {
  const { database, clock, activity } = deps
  const { sqlite } = database
  sqlite.exec(`CREATE TABLE IF NOT EXISTS outbox_item (
    id INTEGER PRIMARY KEY AUTOINCREMENT, outbox TEXT NOT NULL, item TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0, due INTEGER NOT NULL, error TEXT);
    CREATE INDEX IF NOT EXISTS outbox_item_due ON outbox_item (outbox, due)`)
  const insert = sqlite.prepare('INSERT INTO outbox_item (outbox, item, due) VALUES (?, ?, ?)')
  const open = sqlite.prepare(
    'SELECT id, item, attempts, due FROM outbox_item WHERE outbox = ? AND attempts < ? ORDER BY due, id',
  )
  const remove = sqlite.prepare('DELETE FROM outbox_item WHERE id = ?')
  const postpone = sqlite.prepare('UPDATE outbox_item SET attempts = ?, due = ?, error = ? WHERE id = ?')
  const failed = sqlite.prepare('SELECT item, error FROM outbox_item WHERE outbox = ? AND attempts >= ?')
  const inFlight = new Set<number>()
  let retry: Timer | undefined

  const givesUp = async (item: T, error: string) => (await giveUp?.(item, error).catch(() => false)) ?? false

  async function attempt(id: number, item: string, attempts: number) {
    try {
      await deliverItem(JSON.parse(item) as T)
      await database.write(() => remove.run(id))
    } catch (error) {
      const taken = attempts + 1 >= MAX_ATTEMPTS && (await givesUp(JSON.parse(item) as T, String(error)))
      const due = clock.now() + FIRST_RETRY_MS * 2 ** attempts
      await database.write(() =>
        taken ? remove.run(id) : postpone.run(attempts + 1, due, String(error), id),
      )
      inFlight.delete(id)
      deliver()
    } finally {
      inFlight.delete(id)
    }
  }

  function deliver() {
    retry?.cancel()
    for (const row of open.all(name, MAX_ATTEMPTS)) {
      const id = row.id as number
      if (inFlight.has(id)) continue
      if ((row.due as number) > clock.now()) {
        retry = clock.at(row.due as number, deliver)
        break
      }
      inFlight.add(id)
      // a database that closes meanwhile leaves the row where it is: delivered again at the next start
      activity
        .during(`${name} delivery`, () => attempt(id, row.item as string, row.attempts as number))
        .catch(() => undefined)
    }
  }

  return {
    put(item) {
      insert.run(name, JSON.stringify(item), Math.floor(clock.now()))
    },
    deliver,
    givenUp: () =>
      failed
        .all(name, MAX_ATTEMPTS)
        .map((row) => ({ item: JSON.parse(row.item as string) as T, error: row.error as string })),
  }
}
