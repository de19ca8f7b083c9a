import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'

type Row = Record<string, unknown>

const SCHEMA = `
CREATE TABLE IF NOT EXISTS states_definition (key TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS states_machine (
  arn TEXT PRIMARY KEY, name TEXT NOT NULL, definition TEXT NOT NULL, role TEXT NOT NULL, revision TEXT NOT NULL,
  created REAL NOT NULL, stack TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS states_version (
  machine TEXT NOT NULL, number INTEGER NOT NULL, definition TEXT NOT NULL, role TEXT NOT NULL,
  revision TEXT NOT NULL, description TEXT, created REAL NOT NULL,
  PRIMARY KEY (machine, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS states_published (
  machine TEXT NOT NULL, resource TEXT NOT NULL, number INTEGER NOT NULL,
  PRIMARY KEY (machine, resource)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS states_alias (
  arn TEXT PRIMARY KEY, machine TEXT NOT NULL, routes TEXT NOT NULL) WITHOUT ROWID;`

export interface MachineRow {
  arn: string
  name: string
  /** Key of the definition's text. */
  definition: string
  roleArn: string
  revisionId: string
  createdAt: number
  /** The stack it comes from; absent when it was created through the API. */
  stack?: string
}

export interface VersionRow {
  machineArn: string
  number: number
  definition: string
  roleArn: string
  revisionId: string
  description?: string
  createdAt: number
}

/** Weights add up to 100. */
export type Routes = { version: number; weight: number }[]

export const definitionKey = (text: string) => createHash('sha256').update(text).digest('hex')

/** Rows of machines, versions and aliases. Definitions are kept by their digest for as long as anybody runs on them. */
export type MachineStore = ReturnType<typeof createMachineStore>

export function createMachineStore(sqlite: DatabaseSync) {
  sqlite.exec(SCHEMA)
  return { ...definitions(sqlite), ...machines(sqlite), ...versions(sqlite), ...aliases(sqlite) }
}

function definitions(sqlite: DatabaseSync) {
  const put = sqlite.prepare('INSERT OR IGNORE INTO states_definition VALUES (?, ?)')
  const get = sqlite.prepare('SELECT text FROM states_definition WHERE key = ?')
  return {
    putDefinition(text: string): string {
      const key = definitionKey(text)
      put.run(key, text)
      return key
    },
    definition(key: string): string {
      const row = get.get(key)
      if (!row) throw new Error(`The definition ${key} is missing in the data folder.`)
      return row.text as string
    },
  }
}

function machines(sqlite: DatabaseSync) {
  const put =
    sqlite.prepare(`INSERT INTO states_machine (arn, name, definition, role, revision, created, stack)
    VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (arn) DO UPDATE SET
    definition = excluded.definition, role = excluded.role, revision = excluded.revision, stack = excluded.stack`)
  const get = sqlite.prepare('SELECT * FROM states_machine WHERE arn = ?')
  const all = sqlite.prepare('SELECT * FROM states_machine WHERE arn > ? ORDER BY arn LIMIT ?')
  const ofTemplate = sqlite.prepare('SELECT * FROM states_machine WHERE stack IS NOT NULL')
  const remove = sqlite.prepare('DELETE FROM states_machine WHERE arn = ?')
  return {
    putMachine: (row: MachineRow) => {
      const { arn, name, definition, roleArn, revisionId, createdAt, stack } = row
      put.run(arn, name, definition, roleArn, revisionId, createdAt, stack ?? null)
    },
    machine: (arn: string) => machineOf(get.get(arn)),
    machines: (after: string, limit: number) => all.all(after, limit).map((row) => machineOf(row)!),
    machinesOfTemplate: () => ofTemplate.all().map((row) => machineOf(row)!),
    removeMachine: (arn: string) => void remove.run(arn),
  }
}

function versions(sqlite: DatabaseSync) {
  const put = sqlite.prepare('INSERT OR IGNORE INTO states_version VALUES (?, ?, ?, ?, ?, ?, ?)')
  const get = sqlite.prepare('SELECT * FROM states_version WHERE machine = ? AND number = ?')
  const list = sqlite.prepare(
    'SELECT * FROM states_version WHERE machine = ? AND number < ? ORDER BY number DESC LIMIT ?',
  )
  const removeAll = sqlite.prepare('DELETE FROM states_version WHERE machine = ?')
  const highest = sqlite.prepare(`SELECT max(number) AS number FROM (
    SELECT number FROM states_version WHERE machine = ?1 UNION ALL SELECT number FROM states_published WHERE machine = ?1)`)
  const published = sqlite.prepare('SELECT number FROM states_published WHERE machine = ? AND resource = ?')
  const publish = sqlite.prepare('INSERT INTO states_published VALUES (?, ?, ?)')
  const nextVersion = (machine: string) => ((highest.get(machine)?.number as number | null) ?? 0) + 1
  return {
    nextVersion,
    putVersion(row: VersionRow) {
      const { machineArn, number, definition, roleArn, revisionId, description, createdAt } = row
      put.run(machineArn, number, definition, roleArn, revisionId, description ?? null, createdAt)
    },
    version: (machine: string, number: number) => versionOf(get.get(machine, number)),
    /** Newest first, below `before`. */
    versions: (machine: string, before: number, limit: number) =>
      list.all(machine, before, limit).map((row) => versionOf(row)!),
    removeVersions: (machine: string) => void removeAll.run(machine),
    /** The number of the version a template's resource publishes: the same for the same resource, for ever. */
    numberFor(machine: string, resource: string): number {
      const known = published.get(machine, resource)
      if (known) return known.number as number
      const number = nextVersion(machine)
      publish.run(machine, resource, number)
      return number
    },
  }
}

function aliases(sqlite: DatabaseSync) {
  const put = sqlite.prepare('INSERT OR REPLACE INTO states_alias VALUES (?, ?, ?)')
  const get = sqlite.prepare('SELECT routes FROM states_alias WHERE arn = ?')
  const clear = sqlite.prepare('DELETE FROM states_alias')
  return {
    putAlias: (arn: string, machine: string, routes: Routes) =>
      void put.run(arn, machine, JSON.stringify(routes)),
    alias(arn: string): Routes | undefined {
      const row = get.get(arn)
      return row && (JSON.parse(row.routes as string) as Routes)
    },
    clearAliases: () => void clear.run(),
  }
}

function machineOf(row: Row | undefined): MachineRow | undefined {
  if (!row) return undefined
  return {
    arn: row.arn as string,
    name: row.name as string,
    definition: row.definition as string,
    roleArn: row.role as string,
    revisionId: row.revision as string,
    createdAt: row.created as number,
    ...(row.stack !== null && { stack: row.stack as string }),
  }
}

function versionOf(row: Row | undefined): VersionRow | undefined {
  if (!row) return undefined
  return {
    machineArn: row.machine as string,
    number: row.number as number,
    definition: row.definition as string,
    roleArn: row.role as string,
    revisionId: row.revision as string,
    ...(row.description !== null && { description: row.description as string }),
    createdAt: row.created as number,
  }
}
