import TinyQueue from 'tinyqueue'
import type { Activity } from '../kernel/activity.ts'
import type { Database } from '../kernel/database.ts'

export interface Timer {
  cancel(): void
}

/**
 * The one virtual clock. Real time plus an offset; the offset only grows, survives restarts and is shared with the
 * workers through `shared` (one Float64: milliseconds to add to real time).
 */
export interface Clock {
  /** Virtual instant, milliseconds since the epoch. */
  now(): number
  /** Fires once, never before `instant` (virtual milliseconds), whatever the distance. Not durable: owners re-arm on start. */
  at(instant: number, fire: () => void): Timer
  /** Moves forward; timers on the way fire in order, each after everything the one before it caused has settled. */
  advanceTo(instant: number): Promise<void>
  readonly shared: SharedArrayBuffer
  stop(): void
}

interface Entry {
  at: number
  order: number
  fire: () => void
  cancelled: boolean
}

const LONGEST_TIMEOUT_MS = 3_600_000 // node's own limit is 24.8 days; hourly also catches a changed system clock
const SETTLE_LIMIT_MS = 60_000

export function createClock(database: Database, activity: Activity, startAt?: number): Clock {
  const shared = new SharedArrayBuffer(8)
  const offset = new Float64Array(shared)
  const { sqlite } = database
  sqlite.exec(
    'CREATE TABLE IF NOT EXISTS clock_offset (id INTEGER PRIMARY KEY CHECK (id = 1), ms REAL NOT NULL)',
  )
  const saved = sqlite.prepare('SELECT ms FROM clock_offset').get()?.ms as number | undefined
  if (saved !== undefined && startAt !== undefined)
    throw new Error(
      'The clock of this data folder already runs; it can be moved forward, not set. Use an empty folder to start at another instant.',
    )
  offset[0] = saved ?? (startAt === undefined ? 0 : startAt - Date.now())
  const save = sqlite.prepare(
    'INSERT INTO clock_offset VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET ms = excluded.ms',
  )
  save.run(offset[0])

  const queue = new TinyQueue<Entry>([], (a, b) => a.at - b.at || a.order - b.order)
  let order = 0
  let timeout: NodeJS.Timeout | undefined
  let advancing = false

  const now = () => Date.now() + offset[0]!
  const next = () => {
    while (queue.peek()?.cancelled) queue.pop()
    return queue.peek()
  }

  function arm() {
    clearTimeout(timeout)
    const entry = next()
    if (!entry || advancing) return
    timeout = setTimeout(fireDue, Math.min(Math.max(0, entry.at - now()), LONGEST_TIMEOUT_MS))
  }

  function fireDue() {
    for (let entry = next(); entry && entry.at <= now(); entry = next()) {
      queue.pop()
      entry.fire()
    }
    arm()
  }

  function moveTo(instant: number) {
    if (instant <= now()) return
    const ms = instant - Date.now()
    offset[0] = ms
    // first in its commit group: no effect of this instant is durable without the instant itself
    database.write(() => save.run(ms)).catch(() => undefined)
  }

  async function settle() {
    let timer: NodeJS.Timeout | undefined
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () =>
          reject(
            new Error(
              `The clock cannot move on: still busy after ${SETTLE_LIMIT_MS / 1000} s with ${activity.busy().join(', ')}.`,
            ),
          ),
        SETTLE_LIMIT_MS,
      )
    })
    try {
      await Promise.race([activity.idle(), tooLong])
    } finally {
      clearTimeout(timer)
    }
  }

  async function advanceTo(instant: number) {
    if (advancing) throw new Error('The clock is being moved already.')
    if (instant < now()) throw new Error('The clock only moves forward.')
    advancing = true
    try {
      await settle()
      for (let entry = next(); entry && entry.at <= instant; entry = next()) {
        queue.pop()
        moveTo(entry.at)
        entry.fire()
        await settle()
      }
      moveTo(instant)
      await settle()
    } finally {
      advancing = false
      arm()
    }
  }

  return {
    now,
    at(instant, fire) {
      const entry: Entry = { at: instant, order: order++, fire, cancelled: false }
      queue.push(entry)
      if (queue.peek() === entry) arm()
      return {
        cancel() {
          entry.cancelled = true
        },
      }
    },
    advanceTo,
    shared,
    stop: () => clearTimeout(timeout),
  }
}
