import type { DatabaseSync } from 'node:sqlite'
import { type Frame, hasWork } from '../engine/frame.ts'
import type { HistoryEvent } from '../engine/history.ts'
import type { Execution, Run, Status } from '../engine/run.ts'

type Row = Record<string, unknown>

const SCHEMA = `
CREATE TABLE IF NOT EXISTS states_execution (
  id INTEGER PRIMARY KEY AUTOINCREMENT, arn TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  machine TEXT NOT NULL, machine_name TEXT NOT NULL, version TEXT, alias TEXT,
  definition TEXT NOT NULL, role TEXT NOT NULL, status TEXT NOT NULL,
  started REAL NOT NULL, ended REAL, due REAL NOT NULL,
  input TEXT NOT NULL, output TEXT, error TEXT, cause TEXT);
CREATE INDEX IF NOT EXISTS states_execution_machine ON states_execution (machine, started, id);
CREATE INDEX IF NOT EXISTS states_execution_due ON states_execution (due) WHERE status = 'RUNNING';
CREATE INDEX IF NOT EXISTS states_execution_ended ON states_execution (ended) WHERE ended IS NOT NULL;
CREATE TABLE IF NOT EXISTS states_frame (
  execution INTEGER NOT NULL, id INTEGER NOT NULL, work INTEGER, due REAL, data TEXT NOT NULL,
  PRIMARY KEY (execution, id)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS states_frame_due ON states_frame (due, execution) WHERE due IS NOT NULL;
CREATE INDEX IF NOT EXISTS states_frame_work ON states_frame (execution) WHERE work = 1;
CREATE TABLE IF NOT EXISTS states_event (
  execution INTEGER NOT NULL, id INTEGER NOT NULL, previous INTEGER NOT NULL, type TEXT NOT NULL, at REAL NOT NULL,
  name TEXT, fields TEXT, PRIMARY KEY (execution, id)) WITHOUT ROWID;`

/** The rows of executions. Whatever changes them is called inside a `database.write`. */
export type ExecutionStore = ReturnType<typeof createExecutionStore>

export function createExecutionStore(sqlite: DatabaseSync) {
  sqlite.exec(SCHEMA)
  return { ...reading(sqlite), ...writing(sqlite), ...timers(sqlite), ...expired(sqlite) }
}

function reading(sqlite: DatabaseSync) {
  const byId = sqlite.prepare('SELECT * FROM states_execution WHERE id = ?')
  const byArn = sqlite.prepare('SELECT * FROM states_execution WHERE arn = ?')
  const frames = sqlite.prepare('SELECT id, data FROM states_frame WHERE execution = ? ORDER BY id')
  const frame = sqlite.prepare('SELECT data FROM states_frame WHERE execution = ? AND id = ?')
  const last = sqlite.prepare('SELECT max(id) AS id FROM states_event WHERE execution = ?')
  const select = 'SELECT * FROM states_event WHERE execution = ? AND id'
  const forward = sqlite.prepare(`${select} > ? ORDER BY id LIMIT ?`)
  const backward = sqlite.prepare(`${select} < ? ORDER BY id DESC LIMIT ?`)
  return {
    byId: (id: number) => executionOf(byId.get(id)),
    byArn: (arn: string) => executionOf(byArn.get(arn)),
    frames: (id: number) => frames.all(id).map((row) => JSON.parse(row.data as string) as Frame),
    frame(id: number, number: number): Frame | undefined {
      const row = frame.get(id, number)
      return row && (JSON.parse(row.data as string) as Frame)
    },
    lastEvent: (id: number) => (last.get(id)?.id as number | null) ?? 0,
    /** Events behind `after` (before it when reversed), at most `limit`. */
    events: (id: number, after: number, limit: number, reverse: boolean) =>
      (reverse ? backward : forward).all(id, after, limit).map(eventOf),
  }
}

function writing(sqlite: DatabaseSync) {
  const insert = sqlite.prepare(`INSERT INTO states_execution
    (arn, name, machine, machine_name, version, alias, definition, role, status, started, due, input)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'RUNNING', ?, ?, ?)`)
  const end = sqlite.prepare(
    "UPDATE states_execution SET status = ?, ended = ?, output = ?, error = ?, cause = ? WHERE id = ? AND status = 'RUNNING'",
  )
  const putFrame = sqlite.prepare(
    'INSERT OR REPLACE INTO states_frame (execution, id, work, due, data) VALUES (?, ?, ?, ?, ?)',
  )
  const dropFrame = sqlite.prepare('DELETE FROM states_frame WHERE execution = ? AND id = ?')
  const putEvent = sqlite.prepare(
    'INSERT INTO states_event (execution, id, previous, type, at, name, fields) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const write = (execution: number, frame: Frame) =>
    putFrame.run(execution, frame.id, hasWork(frame) ? 1 : null, frame.dueAt ?? null, JSON.stringify(frame))
  const append = (execution: number, event: HistoryEvent) =>
    putEvent.run(
      execution,
      event.id,
      event.previousEventId,
      event.type,
      event.at,
      event.details?.name ?? null,
      event.details ? JSON.stringify(event.details.fields) : null,
    )
  return {
    /** A new execution with its first frame and event; gives its id. */
    begin(execution: Omit<Execution, 'id' | 'status'>, frame: Frame, event: HistoryEvent): number {
      const { arn, name, machineArn, machineName, versionArn, aliasArn } = execution
      const { definition, roleArn, startedAt, dueAt, input } = execution
      const { lastInsertRowid } = insert.run(
        arn,
        name,
        machineArn,
        machineName,
        versionArn ?? null,
        aliasArn ?? null,
        definition,
        roleArn,
        startedAt,
        dueAt,
        input,
      )
      const id = Number(lastInsertRowid)
      write(id, frame)
      append(id, event)
      return id
    },
    /** Everything a run has changed since the last time. */
    save(run: Run) {
      const { id } = run.execution
      for (const event of run.events) append(id, event)
      for (const frame of run.removed) dropFrame.run(id, frame)
      for (const frame of run.touched) write(id, run.frames.get(frame)!)
      const { ended } = run
      if (ended)
        end.run(
          ended.status,
          run.events.at(-1)!.at,
          ended.output ?? null,
          ended.error ?? null,
          ended.cause ?? null,
          id,
        )
    },
  }
}

function timers(sqlite: DatabaseSync) {
  const earliest = sqlite.prepare(`SELECT min(due) AS due FROM (
    SELECT * FROM (SELECT due FROM states_frame WHERE due IS NOT NULL ORDER BY due LIMIT 1)
    UNION ALL SELECT * FROM (SELECT due FROM states_execution WHERE status = 'RUNNING' ORDER BY due LIMIT 1))`)
  const due = sqlite.prepare(`SELECT DISTINCT execution FROM (
    SELECT * FROM (SELECT execution, due FROM states_frame WHERE due <= ?1 ORDER BY due LIMIT ?2)
    UNION ALL SELECT * FROM (SELECT id, due FROM states_execution WHERE status = 'RUNNING' AND due <= ?1 ORDER BY due LIMIT ?2)
    ORDER BY due)`)
  const work = sqlite.prepare('SELECT DISTINCT execution FROM states_frame WHERE work = 1')
  const ids = (rows: Row[]) => rows.map((row) => row.execution as number)
  return {
    /** The next instant at which anything is due. */
    earliestDue: () => (earliest.get()?.due as number | null) ?? undefined,
    /** Executions with something due at `now`, the earliest first, about `limit` of them. */
    dueAt: (now: number, limit: number) => ids(due.all(now, limit)),
    /** Executions that were on their way when the cloud stopped. */
    withWork: () => ids(work.all()),
  }
}

function expired(sqlite: DatabaseSync) {
  const old = sqlite.prepare('SELECT id FROM states_execution WHERE ended IS NOT NULL AND ended <= ?')
  const events = sqlite.prepare('DELETE FROM states_event WHERE execution = ?')
  const execution = sqlite.prepare('DELETE FROM states_execution WHERE id = ?')
  const forget = (id: number) => {
    events.run(id)
    execution.run(id)
  }
  return {
    forget,
    forgetEndedBefore(instant: number) {
      for (const row of old.all(instant)) forget(row.id as number)
    },
  }
}

export function executionOf(row: Row | undefined): Execution | undefined {
  if (!row) return undefined
  const optional = (name: string, column: string) =>
    row[column] === null ? {} : { [name]: row[column] as string }
  return {
    id: row.id as number,
    arn: row.arn as string,
    name: row.name as string,
    machineArn: row.machine as string,
    machineName: row.machine_name as string,
    ...optional('versionArn', 'version'),
    ...optional('aliasArn', 'alias'),
    definition: row.definition as string,
    roleArn: row.role as string,
    status: row.status as Status,
    startedAt: row.started as number,
    ...(row.ended !== null && { endedAt: row.ended as number }),
    dueAt: row.due as number,
    input: row.input as string,
    ...optional('output', 'output'),
    ...optional('error', 'error'),
    ...optional('cause', 'cause'),
  }
}

const eventOf = (row: Row): HistoryEvent => ({
  id: row.id as number,
  previousEventId: row.previous as number,
  type: row.type as string,
  at: row.at as number,
  ...(row.name !== null && {
    details: { name: row.name as string, fields: JSON.parse(row.fields as string) as Row },
  }),
})
