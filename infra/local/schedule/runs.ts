import type { Clock, Timer } from '../clock/clock.ts'
import type { Activity } from '../kernel/activity.ts'
import type { Database } from '../kernel/database.ts'
import { type NextRun, readExpression } from './expression.ts'
import type { Timed } from './rules.ts'

/** Keeps by row when each schedule is due next, so that a restart neither doubles nor skips a run. */
export interface Runs {
  /** Takes the schedules of this start; what is no longer among them is forgotten. Throws Error for a bad expression. */
  provision(schedules: Timed[]): void
  /** Sets the alarms; what fell due while nothing ran is run once. */
  resume(): void
  stop(): void
}

interface Deps {
  database: Database
  clock: Clock
  activity: Activity
  /** Inside the change that moves the schedule on: makes the run of `at` durable. */
  record(schedule: Timed, at: number): void
  /** After that change. */
  recorded(): void
}

export function createRuns({ database, clock, activity, record, recorded }: Deps): Runs {
  const { sqlite } = database
  sqlite.exec(`CREATE TABLE IF NOT EXISTS schedule_run (
    arn TEXT PRIMARY KEY, definition TEXT NOT NULL, anchor INTEGER NOT NULL, next INTEGER)`)
  const select = sqlite.prepare('SELECT definition, anchor, next FROM schedule_run WHERE arn = ?')
  const all = sqlite.prepare('SELECT arn FROM schedule_run')
  const remove = sqlite.prepare('DELETE FROM schedule_run WHERE arn = ?')
  const insert = sqlite.prepare('INSERT OR REPLACE INTO schedule_run VALUES (?, ?, ?, ?)')
  const move = sqlite.prepare('UPDATE schedule_run SET next = ? WHERE arn = ?')
  const scheduled = new Map<string, { schedule: Timed; nextRun: NextRun }>()
  const alarms = new Map<string, Timer>()
  const now = () => Math.floor(clock.now())
  const nextOf = (arn: string) => (select.get(arn)?.next as number | null | undefined) ?? undefined

  function provisionOne(schedule: Timed) {
    const { arn, expression, timezone, start, end } = schedule
    const definition = JSON.stringify([expression, timezone, start, end])
    const before = select.get(arn)
    const unchanged = before?.definition === definition
    const anchor = unchanged ? (before.anchor as number) : (start ?? now())
    const nextRun = bounded(readExpression(expression, { timezone, anchor }), start, end)
    if (!unchanged) insert.run(arn, definition, anchor, nextRun(now()) ?? null)
    scheduled.set(arn, { schedule, nextRun })
  }

  function setAlarm(arn: string) {
    const next = nextOf(arn)
    if (next !== undefined)
      alarms.set(
        arn,
        clock.at(next, () => fire(arn, next)),
      )
  }

  function fire(arn: string, due: number) {
    const { schedule, nextRun } = scheduled.get(arn)!
    activity
      .during(`schedule ${schedule.name}`, async () => {
        await database.write(() => {
          record(schedule, due)
          move.run(nextRun(Math.max(due, now())) ?? null, arn)
        })
        recorded()
        setAlarm(arn)
      })
      // not durable: nothing has happened, so it is still due
      .catch(() => {
        alarms.set(
          arn,
          clock.at(clock.now() + RETRY_MS, () => fire(arn, due)),
        )
      })
  }

  return {
    provision(schedules) {
      for (const schedule of schedules) provisionOne(schedule)
      for (const { arn } of all.all()) if (!scheduled.has(arn as string)) remove.run(arn as string)
    },
    resume() {
      for (const arn of scheduled.keys()) setAlarm(arn)
    },
    stop() {
      for (const alarm of alarms.values()) alarm.cancel()
    },
  }
}

const RETRY_MS = 1000

/** Never before `start`, never after `end`. */
const bounded =
  (nextRun: NextRun, start: number | undefined, end: number | undefined): NextRun =>
  (after) => {
    const next = nextRun(start === undefined ? after : Math.max(after, start - 1))
    return next !== undefined && (end === undefined || next <= end) ? next : undefined
  }
