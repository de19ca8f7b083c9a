import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Key } from '../tables/keys.ts'
import type { Index, Table } from '../tables/schema.ts'
import { storedVersion, type Version } from './version.ts'

/** A stretch of sort keys of one partition; `undefined` is open, `exclusive` leaves the bound itself out. */
export interface SortRange {
  low?: Bound
  high?: Bound
}
interface Bound {
  sort: Buffer
  exclusive: boolean
}

/** Where a page starts: behind this item (and, in an index, behind this entry). */
export interface Start {
  /** Place in the index, or in the table itself. */
  at: Key
  /** Place in the table, when `at` is one in an index. */
  item?: Key
}

export interface Rows {
  /** Items of one partition in the order of their sort keys, lazily. */
  partition(options: {
    table: Table
    index: Index | undefined
    key: Pick<Key, 'hash' | 'partition'>
    range: SortRange
    start: Start | undefined
    forward: boolean
  }): Iterable<Version>
  /** Items whose hash lies in `from` ≤ hash < `to`, in the order of hashes, lazily. */
  hashes(options: {
    table: Table
    index: Index | undefined
    from: number
    to: number
    start: Start | undefined
  }): Iterable<Version>
}

const TABLE_SOURCE = 'SELECT x.item, x.size FROM ddb_item x WHERE x.t = ?'
const INDEX_SOURCE =
  'SELECT d.item, d.size FROM ddb_entry x CROSS JOIN ddb_item d ON d.t = ? AND d.h = x.th AND d.pk = x.tpk AND d.sk = x.tsk WHERE x.i = ?'

type Parameter = number | Buffer

export function createRows(sqlite: DatabaseSync): Rows {
  const statements = new Map<string, StatementSync>()

  function* run(sql: string, parameters: Parameter[]): Iterable<Version> {
    const statement = statements.get(sql) ?? sqlite.prepare(sql)
    statements.set(sql, statement)
    for (const row of statement.iterate(...parameters))
      yield storedVersion(row.item as string, row.size as number)
  }

  const source = (table: Table, index: Index | undefined) =>
    index
      ? { sql: INDEX_SOURCE, parameters: [table.id, index.id] as Parameter[] }
      : { sql: TABLE_SOURCE, parameters: [table.id] as Parameter[] }

  return {
    partition({ table, index, key, range, start, forward }) {
      const { sql, parameters } = source(table, index)
      let where = `${sql} AND x.h = ? AND x.pk = ?`
      parameters.push(key.hash, key.partition)
      if (range.low) {
        where += range.low.exclusive ? ' AND x.sk > ?' : ' AND x.sk >= ?'
        parameters.push(range.low.sort)
      }
      if (range.high) {
        where += range.high.exclusive ? ' AND x.sk < ?' : ' AND x.sk <= ?'
        parameters.push(range.high.sort)
      }
      const columns = index ? ['sk', 'th', 'tpk', 'tsk'] : ['sk']
      if (start) {
        where += ` AND ${beyond(columns, forward)}`
        parameters.push(start.at.sort, ...(start.item ? placeOf(start.item) : []))
      }
      return run(`${where} ORDER BY ${ordered(columns, forward)}`, parameters)
    },
    hashes({ table, index, from, to, start }) {
      const { sql, parameters } = source(table, index)
      let where = `${sql} AND x.h >= ? AND x.h < ?`
      parameters.push(from, to)
      const columns = index ? ['h', 'pk', 'sk', 'th', 'tpk', 'tsk'] : ['h', 'pk', 'sk']
      if (start) {
        where += ` AND ${beyond(columns, true)}`
        parameters.push(...placeOf(start.at), ...(start.item ? placeOf(start.item) : []))
      }
      return run(`${where} ORDER BY ${ordered(columns, true)}`, parameters)
    },
  }
}

const placeOf = ({ hash, partition, sort }: Key): Parameter[] => [hash, partition, sort]

const beyond = (columns: string[], forward: boolean) =>
  `(${columns.map((column) => `x.${column}`).join(', ')}) ${forward ? '>' : '<'} (${columns.map(() => '?').join(', ')})`

const ordered = (columns: string[], forward: boolean) =>
  columns.map((column) => `x.${column} ${forward ? 'ASC' : 'DESC'}`).join(', ')
