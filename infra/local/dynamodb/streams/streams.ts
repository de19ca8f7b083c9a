import type { Place } from '../../kernel/resource.ts'
import { invalid, notFound } from '../errors.ts'
import { type LogRecord, SHARDS, type StreamLog } from '../store/stream-log.ts'
import type { Registry } from '../tables/registry.ts'
import type { Table } from '../tables/schema.ts'
import { parseSequence, type StreamRecord, sequenceText, toStreamRecord } from './record.ts'

/** A sequence number (behind it), everything that is kept, or only what comes from now on. */
export type Position = string | 'TRIM_HORIZON' | 'LATEST'

/** The streams of all tables, for event source mappings. Order holds within a shard, hence for each item. */
export interface Streams {
  arns(): string[]
  shards(streamArn: string): string[]
  /** Up to `limit` records. `last` is where to read on, `undefined` only when nothing was ever there. */
  read(
    streamArn: string,
    shard: string,
    after: Position,
    limit: number,
  ): { records: StreamRecord[]; last: string | undefined }
  /** Called after records of a stream have become durable; gives the way to stop listening. */
  onAppend(listener: (streamArn: string) => void): () => void
}

const SHARD_IDS = Array.from(
  { length: SHARDS },
  (_, shard) => `shardId-00000000000000000000-${String(shard).padStart(8, '0')}`,
)

/** Several mappings read the same records within moments of each other. */
const RECORDS_KEPT = 2_000

export function createStreams(registry: Registry, log: StreamLog, place: Place): Streams {
  const kept = new Map<string, StreamRecord>()
  function recordOf(table: Table, record: LogRecord): StreamRecord {
    const name = `${table.streamArn} ${record.seq}`
    const known = kept.get(name)
    if (known) return known
    const made = toStreamRecord(table, record, place)
    kept.set(name, made)
    if (kept.size > RECORDS_KEPT) kept.delete(kept.keys().next().value!)
    return made
  }

  return {
    arns: () => streamingTables(registry).map(({ streamArn }) => streamArn),
    shards(streamArn) {
      requireStream(registry, streamArn)
      return [...SHARD_IDS]
    },
    read(streamArn, shardId, after, limit) {
      const table = requireStream(registry, streamArn)
      const shard = SHARD_IDS.indexOf(shardId)
      if (shard < 0) throw notFound(`Requested resource not found: Shard does not exist: ${shardId}`)
      if (after === 'LATEST') return { records: [], last: sequenceText(log.newest(table, shard)) }
      const position = after === 'TRIM_HORIZON' ? 0 : parseSequence(after)
      if (position === undefined) throw invalid(`Invalid sequence number: ${after}`)
      const records = log.read(table, shard, position, limit).map((record) => recordOf(table, record))
      const reached = records.at(-1)?.dynamodb.SequenceNumber
      return { records, last: reached ?? (after === 'TRIM_HORIZON' ? undefined : after) }
    },
    onAppend: log.onAppend,
  }
}

export const streamingTables = (registry: Registry) => registry.list().filter((table) => table.streamView)

export function requireStream(registry: Registry, streamArn: string): Table {
  const table = streamingTables(registry).find((candidate) => candidate.streamArn === streamArn)
  if (!table) throw notFound(`Requested resource not found: Stream: ${streamArn} not found`)
  return table
}
