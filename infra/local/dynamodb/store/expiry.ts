import type { DatabaseSync } from 'node:sqlite'
import type { Clock, Timer } from '../../clock/clock.ts'
import type { Activity } from '../../kernel/activity.ts'
import type { Key } from '../tables/keys.ts'
import type { Table } from '../tables/schema.ts'

/** Time to live: a timer of the virtual clock stands at the next expiry and deletes what has expired by then. */
export interface Expiry {
  /** An item of this table expires at that second. */
  note(table: Table, seconds: number): void
  /** Sets the timer anew from what is stored: at start, after tables changed, after a sweep. */
  arm(): void
  stop(): void
}

const SWEEP_LIMIT = 200
// AWS leaves alone what expired more than five years ago: such a value is rather a mistake
const TOO_OLD_SECONDS = 5 * 366 * 86_400
const RETRY_SECONDS = 60

export function createExpiry(options: {
  sqlite: DatabaseSync
  clock: Clock
  /** The clock waits for a sweep before it moves on. */
  activity: Activity
  /** Tables with time to live switched on. */
  tables: () => Table[]
  commit: <T>(change: () => T) => Promise<T>
  /** Deletes an item, inside a commit. */
  remove: (table: Table, key: Key) => void
}): Expiry {
  const { sqlite, clock } = options
  const next = sqlite.prepare(
    'SELECT min(expires) AS expires FROM ddb_item WHERE t = ? AND expires IS NOT NULL AND expires > ?',
  )
  const due = sqlite.prepare(
    'SELECT h, pk, sk FROM ddb_item WHERE t = ? AND expires IS NOT NULL AND expires > ? AND expires <= ? ORDER BY expires LIMIT ?',
  )
  let timer: Timer | undefined
  let armedFor = Number.POSITIVE_INFINITY
  let stopped = false
  const now = () => Math.floor(clock.now() / 1000)

  function setTimer(seconds: number) {
    if (seconds >= armedFor || stopped) return
    timer?.cancel()
    armedFor = seconds
    timer = clock.at(seconds * 1000, () => {
      armedFor = Number.POSITIVE_INFINITY
      // a sweep that was not durable (disk full) is tried again, not given up
      options.activity.during('dynamodb time to live', sweep).catch(() => setTimer(now() + RETRY_SECONDS))
    })
  }

  async function sweep() {
    for (const table of options.tables())
      while (!stopped && (await options.commit(() => removeDue(table))) === SWEEP_LIMIT);
    arm()
  }

  /** Looks inside the commit: a write in front of it may have given an item more time. */
  function removeDue(table: Table): number {
    const rows = due.all(table.id, now() - TOO_OLD_SECONDS, now(), SWEEP_LIMIT)
    for (const row of rows) options.remove(table, placeOf(row))
    return rows.length
  }

  function arm() {
    for (const table of options.tables()) {
      const seconds = next.get(table.id, now() - TOO_OLD_SECONDS)?.expires
      if (seconds !== null && seconds !== undefined) setTimer(Number(seconds))
    }
  }

  return {
    note: (_table, seconds) => {
      if (seconds > now() - TOO_OLD_SECONDS) setTimer(seconds)
    },
    arm,
    stop() {
      stopped = true
      timer?.cancel()
    },
  }
}

const placeOf = (row: Record<string, unknown>): Key => ({
  hash: row.h as number,
  partition: Buffer.from(row.pk as Uint8Array),
  sort: Buffer.from(row.sk as Uint8Array),
})
