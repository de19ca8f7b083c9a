import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { type IndexChange, indexChange, type Units } from '../capacity.ts'
import { encodeIndexKey, encodeKey, type Key } from '../tables/keys.ts'
import type { Index, Table } from '../tables/schema.ts'
import { equalItems } from '../values/compare.ts'
import { attribute, type Item } from '../values/value.ts'
import type { StreamLog } from './stream-log.ts'
import { storedVersion, type Version } from './version.ts'

/** The rows of items and what hangs on them: index entries, expiry, stream records. Call writes inside a commit only. */
export interface Items {
  read(table: Table, key: Key): Version | undefined
  /**
   * Puts `after` in the place of `before` (what {@link Items.read} gave); `undefined` deletes or creates.
   * Gives the units of the indexes. A write that changes nothing leaves no trace.
   */
  write(
    table: Table,
    key: Key,
    before: Version | undefined,
    after: Version | undefined,
    expired?: boolean,
  ): Units['indexes']
  /** Writes the entries of all items into an index that was added. */
  fillIndex(table: Table, index: Index): void
  dropIndex(index: Index): void
  /** Writes the expiry of all items, after time to live was switched on or off. */
  fillExpiry(table: Table): void
  dropAll(table: Table): void
}

export function createItems(
  sqlite: DatabaseSync,
  log: StreamLog,
  onExpiry: (table: Table, seconds: number) => void,
): Items {
  const rows = prepareRows(sqlite)

  function changeEntries({ index, oldKey, newKey }: IndexChange, key: Key) {
    const moved =
      !oldKey || !newKey || !oldKey.partition.equals(newKey.partition) || !oldKey.sort.equals(newKey.sort)
    if (!moved) return
    if (oldKey) run(rows.deleteEntry, index.id, oldKey, key)
    if (newKey) run(rows.insertEntry, index.id, newKey, key)
  }

  return {
    read(table, { hash, partition, sort }) {
      const row = rows.select.get(table.id, hash, partition, sort)
      return row && storedVersion(row.item as string, row.size as number)
    },
    write(table, key, before, after, expired = false) {
      const units: Units['indexes'] = {}
      if (before && after && isSame(before, after)) return units
      const { hash, partition, sort } = key
      if (after) {
        const expires = expiryOf(table, after.item)
        rows.upsert.run(table.id, hash, partition, sort, after.text, after.size, expires)
        if (expires !== null) onExpiry(table, expires)
      } else if (before) rows.remove.run(table.id, hash, partition, sort)
      else return units
      for (const index of table.indexes) {
        const change = indexChange(table, index, before, after)
        changeEntries(change, key)
        units[index.name] = change.units
      }
      log.append(table, key, before, after, expired)
      return units
    },
    fillIndex(table, index) {
      for (const row of rows.all.iterate(table.id)) {
        const item = JSON.parse(row.item as string) as Item
        const indexKey = encodeIndexKey(index, item)
        if (indexKey) run(rows.insertEntry, index.id, indexKey, encodeKey(table.keys, item))
      }
    },
    dropIndex: (index) => void rows.deleteEntries.run(index.id),
    fillExpiry(table) {
      for (const row of rows.all.all(table.id)) {
        const item = JSON.parse(row.item as string) as Item
        const { hash, partition, sort } = encodeKey(table.keys, item)
        const expires = expiryOf(table, item)
        rows.setExpiry.run(expires, table.id, hash, partition, sort)
        if (expires !== null) onExpiry(table, expires)
      }
    },
    dropAll(table) {
      rows.removeAll.run(table.id)
      for (const index of table.indexes) rows.deleteEntries.run(index.id)
      log.drop(table)
    },
  }
}

function prepareRows(sqlite: DatabaseSync) {
  const where = 'WHERE t = ? AND h = ? AND pk = ? AND sk = ?'
  return {
    select: sqlite.prepare(`SELECT item, size FROM ddb_item ${where}`),
    upsert: sqlite.prepare('INSERT OR REPLACE INTO ddb_item VALUES (?, ?, ?, ?, ?, ?, ?)'),
    remove: sqlite.prepare(`DELETE FROM ddb_item ${where}`),
    setExpiry: sqlite.prepare(`UPDATE ddb_item SET expires = ? ${where}`),
    all: sqlite.prepare('SELECT item FROM ddb_item WHERE t = ?'),
    removeAll: sqlite.prepare('DELETE FROM ddb_item WHERE t = ?'),
    insertEntry: sqlite.prepare('INSERT OR REPLACE INTO ddb_entry VALUES (?, ?, ?, ?, ?, ?, ?)'),
    deleteEntry: sqlite.prepare(
      'DELETE FROM ddb_entry WHERE i = ? AND h = ? AND pk = ? AND sk = ? AND th = ? AND tpk = ? AND tsk = ?',
    ),
    deleteEntries: sqlite.prepare('DELETE FROM ddb_entry WHERE i = ?'),
  }
}

const run = (statement: StatementSync, index: number, entry: Key, item: Key) =>
  statement.run(index, entry.hash, entry.partition, entry.sort, item.hash, item.partition, item.sort)

const isSame = (before: Version, after: Version) =>
  before.text === after.text || (before.size === after.size && equalItems(before.item, after.item))

/** Seconds since the epoch at which an item expires; `null` for never. */
function expiryOf(table: Table, item: Item): number | null {
  const text = table.ttlAttribute === undefined ? undefined : attribute(item, table.ttlAttribute)?.N
  if (text === undefined) return null
  const seconds = Math.floor(Number(text))
  return Number.isSafeInteger(seconds) && seconds > 0 ? seconds : null
}
