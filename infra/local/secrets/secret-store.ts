import { randomUUID } from 'node:crypto'
import type { Database } from '../kernel/database.ts'

export interface SecretValue {
  version: string
  text: string | undefined
  /** Base64. */
  binary: string | undefined
  /** Virtual milliseconds. */
  created: number
  stages: string[]
}

export interface Secret {
  arn: string
  name: string
  description: string | undefined
  created: number
}

/** Rows of secrets and their versions; changes are synchronous, inside `database.write` or at provision. */
export interface SecretStore {
  /** By name, ARN, or ARN without the six characters at its end. */
  find(id: string): Secret | undefined
  versions(arn: string): SecretValue[]
  /** The template's own value at the last start: tells whether the template changed since. */
  declared(arn: string): string | undefined
  declare(secret: Secret, value: string): void
  /** Adds a version and moves its stages to it; what AWSCURRENT leaves becomes AWSPREVIOUS. */
  put(arn: string, value: Omit<SecretValue, 'version'> & { version?: string }): SecretValue
}

export function createSecretStore(database: Database): SecretStore {
  const { sqlite } = database
  sqlite.exec(`CREATE TABLE IF NOT EXISTS secrets_secret (
      arn TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, description TEXT, created INTEGER NOT NULL, declared TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS secrets_version (
      arn TEXT NOT NULL, version TEXT NOT NULL, text TEXT, binary TEXT, created INTEGER NOT NULL, stages TEXT NOT NULL,
      PRIMARY KEY (arn, version))`)
  const find = sqlite.prepare(
    'SELECT * FROM secrets_secret WHERE name = ?1 OR arn = ?1 OR substr(arn, 1, length(arn) - 7) = ?1',
  )
  const versions = sqlite.prepare('SELECT * FROM secrets_version WHERE arn = ? ORDER BY created, rowid')
  const declare = sqlite.prepare(
    `INSERT INTO secrets_secret VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (arn) DO UPDATE SET description = excluded.description, declared = excluded.declared`,
  )
  const stage = sqlite.prepare('UPDATE secrets_version SET stages = ? WHERE arn = ? AND version = ?')
  const insert = sqlite.prepare('INSERT INTO secrets_version VALUES (?, ?, ?, ?, ?, ?)')

  const readVersions = (arn: string): SecretValue[] =>
    versions.all(arn).map((row) => ({
      version: row.version as string,
      text: (row.text as string | null) ?? undefined,
      binary: (row.binary as string | null) ?? undefined,
      created: row.created as number,
      stages: JSON.parse(row.stages as string),
    }))

  return {
    find(id) {
      const row = find.get(id)
      return (
        row && {
          arn: row.arn as string,
          name: row.name as string,
          description: (row.description as string | null) ?? undefined,
          created: row.created as number,
        }
      )
    },
    versions: readVersions,
    declared: (arn) => find.get(arn)?.declared as string | undefined,
    declare: (secret, value) => {
      declare.run(secret.arn, secret.name, secret.description ?? null, secret.created, value)
    },
    put(arn, value) {
      const version = value.version ?? randomUUID()
      for (const other of readVersions(arn)) {
        const left = other.stages.filter((name) => !value.stages.includes(name))
        if (value.stages.includes('AWSCURRENT')) {
          const was = other.stages.includes('AWSCURRENT')
          stage.run(
            JSON.stringify([
              ...left.filter((name) => name !== 'AWSPREVIOUS'),
              ...(was ? ['AWSPREVIOUS'] : []),
            ]),
            arn,
            other.version,
          )
        } else stage.run(JSON.stringify(left), arn, other.version)
      }
      insert.run(
        arn,
        version,
        value.text ?? null,
        value.binary ?? null,
        value.created,
        JSON.stringify(value.stages),
      )
      return { ...value, version }
    },
  }
}
