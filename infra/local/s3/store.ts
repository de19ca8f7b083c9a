import { randomBytes } from 'node:crypto'
import type { SQLInputValue } from 'node:sqlite'
import type { Database } from '../kernel/database.ts'
import type { Bucket, LockMode } from './bucket.ts'
import type { Checksum } from './checksums.ts'

/** One version of one object, or a delete marker. */
export interface StoredObject {
  seq: number
  bucket: string
  key: string
  /** `null` in a bucket without versioning. */
  version: string
  latest: boolean
  marker: boolean
  /** SHA-256 of the body, its file name; empty for a marker. */
  body: string
  size: number
  /** Without quotes. */
  etag: string
  /** Virtual milliseconds. */
  modified: number
  /** Content-Type, Cache-Control …, x-amz-meta-…, as answered. */
  headers: Record<string, string>
  checksum: Checksum | undefined
  lock: { mode: LockMode; until: number } | undefined
  legalHold: boolean
}

export type NewObject = Omit<StoredObject, 'seq' | 'version' | 'latest' | 'bucket'>

/** The rows of objects. Changes are to be called inside `database.write`; they answer the bodies that lost a row. */
export interface ObjectStore {
  latest(bucket: string, key: string): StoredObject | undefined
  version(bucket: string, key: string, version: string): StoredObject | undefined
  /** Keys of the newest versions from `from` (inclusive) on, below `below`, in the order of their UTF-8 bytes; no markers. */
  page(bucket: string, from: string, below: string | undefined, limit: number): StoredObject[]
  /** All versions and markers in the same order, newest first, after the given key and version. */
  versions(bucket: string, prefix: string, after: { key: string; seq: number }, limit: number): StoredObject[]
  insert(bucket: Bucket, object: NewObject): { stored: StoredObject; released: string[] }
  remove(object: StoredObject): string[]
  relock(object: StoredObject): void
  isNamed(body: string): boolean
}

const COLUMNS =
  'bucket, key, version, latest, marker, body, size, etag, modified, headers, checksum, lock_mode, lock_until, legal_hold'

export function createObjectStore(database: Database): ObjectStore {
  const { sqlite } = database
  sqlite.exec(SCHEMA)
  const latest = sqlite.prepare('SELECT * FROM s3_object WHERE bucket = ? AND key = ? AND latest = 1')
  const version = sqlite.prepare('SELECT * FROM s3_object WHERE bucket = ? AND key = ? AND version = ?')
  const page = sqlite.prepare(
    'SELECT * FROM s3_object WHERE bucket = ? AND key >= ? AND latest = 1 AND marker = 0 ORDER BY key LIMIT ?',
  )
  const pageBelow = sqlite.prepare(
    'SELECT * FROM s3_object WHERE bucket = ? AND key >= ? AND key < ? AND latest = 1 AND marker = 0 ORDER BY key LIMIT ?',
  )
  const versions = sqlite.prepare(
    `SELECT * FROM s3_object WHERE bucket = ?1 AND key >= ?2 AND substr(key, 1, length(?2)) = ?2
     AND (key > ?3 OR key = ?3 AND seq < ?4) ORDER BY key, seq DESC LIMIT ?5`,
  )
  const demote = sqlite.prepare('UPDATE s3_object SET latest = 0 WHERE bucket = ? AND key = ? AND latest = 1')
  const promote = sqlite.prepare(
    `UPDATE s3_object SET latest = 1 WHERE seq = (SELECT max(seq) FROM s3_object WHERE bucket = ? AND key = ?)`,
  )
  const insert = sqlite.prepare(
    `INSERT INTO s3_object (${COLUMNS}) VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *`,
  )
  const remove = sqlite.prepare('DELETE FROM s3_object WHERE seq = ?')
  const relock = sqlite.prepare(
    'UPDATE s3_object SET lock_mode = ?, lock_until = ?, legal_hold = ? WHERE seq = ?',
  )
  const named = sqlite.prepare(
    'SELECT EXISTS (SELECT 1 FROM s3_object WHERE body = ?1) OR EXISTS (SELECT 1 FROM s3_part WHERE body = ?1) AS named',
  )
  const find = (row: Row | undefined) => (row ? read(row) : undefined)

  return {
    latest: (bucket, key) => find(latest.get(bucket, key)),
    version: (bucket, key, id) => find(version.get(bucket, key, id)),
    page: (bucket, from, below, limit) =>
      (below === undefined ? page.all(bucket, from, limit) : pageBelow.all(bucket, from, below, limit)).map(
        read,
      ),
    versions: (bucket, prefix, after, limit) =>
      versions.all(bucket, prefix, after.key, after.seq, limit).map(read),
    insert(bucket, object) {
      const id = bucket.versioning === 'Enabled' ? randomBytes(24).toString('base64url') : 'null'
      const replaced = id === 'null' ? find(version.get(bucket.name, object.key, id)) : undefined
      if (replaced) remove.run(replaced.seq)
      demote.run(bucket.name, object.key)
      const row = insert.get(bucket.name, object.key, id, ...valuesOf(object))
      return { stored: read(row!), released: replaced?.body ? [replaced.body] : [] }
    },
    remove(object) {
      remove.run(object.seq)
      if (object.latest) promote.run(object.bucket, object.key)
      return object.body ? [object.body] : []
    },
    relock: (object) => {
      relock.run(object.lock?.mode ?? null, object.lock?.until ?? null, Number(object.legalHold), object.seq)
    },
    isNamed: (body) => named.get(body)?.named === 1,
  }
}

const SCHEMA = `CREATE TABLE IF NOT EXISTS s3_object (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, bucket TEXT NOT NULL, key TEXT NOT NULL, version TEXT NOT NULL,
    latest INTEGER NOT NULL, marker INTEGER NOT NULL, body TEXT NOT NULL, size INTEGER NOT NULL, etag TEXT NOT NULL,
    modified INTEGER NOT NULL, headers TEXT NOT NULL, checksum TEXT, lock_mode TEXT, lock_until INTEGER,
    legal_hold INTEGER NOT NULL);
  CREATE UNIQUE INDEX IF NOT EXISTS s3_object_version ON s3_object (bucket, key, version);
  CREATE INDEX IF NOT EXISTS s3_object_latest ON s3_object (bucket, key) WHERE latest = 1;
  CREATE INDEX IF NOT EXISTS s3_object_body ON s3_object (body);
  CREATE TABLE IF NOT EXISTS s3_upload (
    id TEXT PRIMARY KEY, bucket TEXT NOT NULL, key TEXT NOT NULL, started INTEGER NOT NULL, start TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS s3_part (
    upload TEXT NOT NULL, number INTEGER NOT NULL, body TEXT NOT NULL, size INTEGER NOT NULL, etag TEXT NOT NULL,
    checksum TEXT NOT NULL, modified INTEGER NOT NULL, PRIMARY KEY (upload, number));
  CREATE INDEX IF NOT EXISTS s3_part_body ON s3_part (body)`

type Row = Record<string, unknown>

const read = (row: Row): StoredObject => ({
  seq: row.seq as number,
  bucket: row.bucket as string,
  key: row.key as string,
  version: row.version as string,
  latest: row.latest === 1,
  marker: row.marker === 1,
  body: row.body as string,
  size: row.size as number,
  etag: row.etag as string,
  modified: row.modified as number,
  headers: JSON.parse(row.headers as string),
  checksum: row.checksum === null ? undefined : JSON.parse(row.checksum as string),
  lock:
    row.lock_mode === null ? undefined : { mode: row.lock_mode as LockMode, until: row.lock_until as number },
  legalHold: row.legal_hold === 1,
})

const valuesOf = (object: NewObject): SQLInputValue[] => [
  Number(object.marker),
  object.body,
  object.size,
  object.etag,
  object.modified,
  JSON.stringify(object.headers),
  object.checksum ? JSON.stringify(object.checksum) : null,
  object.lock?.mode ?? null,
  object.lock?.until ?? null,
  Number(object.legalHold),
]
