import type { DatabaseSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import type { Clock } from '../../clock/clock.ts'
import { type Key, keyOf } from '../tables/keys.ts'
import { keyNames, type Table } from '../tables/schema.ts'
import type { Version } from './version.ts'

export const SHARDS = 4
/** AWS keeps stream records for a day. */
export const RETENTION_MS = 24 * 3_600_000
const SEQUENCES_PER_MS = 1000

/** One change of an item; `seq` grows within a shard and tells the virtual instant in microseconds. */
export interface LogRecord {
  seq: number
  keys: string
  before: string | null
  after: string | null
  expired: boolean
}

/** The durable log behind the streams: its rows are written with the change they tell of. */
export interface StreamLog {
  append(
    table: Table,
    key: Key,
    before: Version | undefined,
    after: Version | undefined,
    expired: boolean,
  ): void
  /** Records of a shard behind `after`, oldest first, none older than a day. */
  read(table: Table, shard: number, after: number, limit: number): LogRecord[]
  /** Sequence number of the newest record of a shard; what is appended later lies behind it. */
  newest(table: Table, shard: number): number
  /** Sequence number in front of everything that is not yet trimmed. */
  horizon(): number
  /** Tells listeners of what was appended since; called when it is durable. */
  announce(): void
  onAppend(listener: (streamArn: string) => void): () => void
  drop(table: Table): void
}

export const instantOf = (seq: number) => Math.floor(seq / SEQUENCES_PER_MS)

export function createStreamLog(sqlite: DatabaseSync, clock: Clock): StreamLog {
  const insert = sqlite.prepare('INSERT INTO ddb_record VALUES (?, ?, ?, ?, ?, ?, ?)')
  const select = sqlite.prepare(
    'SELECT seq, keys, before, after, expired FROM ddb_record WHERE t = ? AND shard = ? AND seq > ? ORDER BY seq LIMIT ?',
  )
  const last = sqlite.prepare('SELECT max(seq) AS seq FROM ddb_record WHERE t = ? AND shard = ?')
  const trim = sqlite.prepare('DELETE FROM ddb_record WHERE t = ? AND shard = ? AND seq <= ?')
  const listeners = new Set<(streamArn: string) => void>()
  const appended = new Set<string>()
  const horizon = () => Math.floor((clock.now() - RETENTION_MS) * SEQUENCES_PER_MS)
  // virtual time only grows, so a number made of it is above every earlier one, also after a restart
  let newestEver = Number(sqlite.prepare('SELECT max(seq) AS seq FROM ddb_record').get()?.seq ?? 0)
  const nextSequence = () => {
    newestEver = Math.max(newestEver + 1, Math.floor(clock.now() * SEQUENCES_PER_MS))
    return newestEver
  }
  const trimmedAt = new Map<string, number>()

  /** Old rows go when new ones come to their shard, at most once an hour: nobody can read them meanwhile. */
  function trimSometimes(table: Table, shard: number, seq: number) {
    const name = `${table.id}/${shard}`
    const instant = instantOf(seq)
    if (instant - (trimmedAt.get(name) ?? 0) < 3_600_000) return
    trimmedAt.set(name, instant)
    trim.run(table.id, shard, horizon())
  }

  return {
    append(table, key, before, after, expired) {
      if (!table.streamView) return
      const shard = shardOf(key)
      const seq = nextSequence()
      trimSometimes(table, shard, seq)
      const keys = JSON.stringify(keyOf(keyNames(table.keys), (after ?? before)!.item))
      insert.run(table.id, shard, seq, keys, before?.text ?? null, after?.text ?? null, expired ? 1 : 0)
      appended.add(table.streamArn)
    },
    read: (table, shard, after, limit) =>
      select
        .all(table.id, shard, Math.max(after, horizon()), limit)
        .map((row) => ({ ...row, expired: row.expired === 1 }) as unknown as LogRecord),
    newest: (table, shard) => Math.max(Number(last.get(table.id, shard)?.seq ?? 0), newestEver),
    horizon,
    announce() {
      if (appended.size === 0) return
      const arns = [...appended]
      appended.clear()
      for (const arn of arns) for (const listener of listeners) listener(arn)
    },
    onAppend(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    drop: (table) => {
      for (let shard = 0; shard < SHARDS; shard++) trim.run(table.id, shard, Number.MAX_SAFE_INTEGER)
    },
  }
}

/** By the whole key: DynamoDB promises order for one item only, and here two items of a partition do lose it. */
const shardOf = (key: Key) => crc32(key.sort, key.hash) % SHARDS
