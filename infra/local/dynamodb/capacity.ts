import type { Version } from './store/version.ts'
import { encodeIndexKey, equalKeys, type Key, keyOf } from './tables/keys.ts'
import { type Index, keyNames, type Table } from './tables/schema.ts'
import { equalItems } from './values/compare.ts'
import { itemSize } from './values/size.ts'
import type { Item } from './values/value.ts'
import { attribute } from './values/value.ts'

/** Capacity units one request consumed of a table and of its indexes. */
export interface Units {
  table: number
  indexes: Record<string, number>
}

export const noUnits = (): Units => ({ table: 0, indexes: {} })

export function addUnits(sum: Units, units: Units) {
  sum.table += units.table
  for (const [name, amount] of Object.entries(units.indexes))
    sum.indexes[name] = (sum.indexes[name] ?? 0) + amount
}

const WRITE_UNIT_BYTES = 1024
const READ_UNIT_BYTES = 4096

/** A write costs by the larger of what was and what will be there, and at least one unit. */
export const writeUnits = (before: number, after: number) =>
  Math.max(1, Math.ceil(Math.max(before, after) / WRITE_UNIT_BYTES))

/** Factor of a read: eventually consistent, strongly consistent, in a transaction. */
export type Consistency = 0.5 | 1 | 2

export const readUnits = (bytes: number, consistency: Consistency) =>
  Math.max(1, Math.ceil(bytes / READ_UNIT_BYTES)) * consistency

/** What an index keeps of an item. */
export function entryOf(table: Table, index: Index, item: Item): Item {
  if (index.projection === 'ALL') return item
  const names = new Set([...keyNames(table.keys), ...keyNames(index.keys), ...index.include])
  return keyOf(
    [...names].filter((name) => attribute(item, name)),
    item,
  )
}

const entrySize = (table: Table, index: Index, version: Version) =>
  index.projection === 'ALL' ? version.size : itemSize(entryOf(table, index, version.item))

/** How a write changes one index, and what that costs. */
export interface IndexChange {
  index: Index
  oldKey: Key | undefined
  newKey: Key | undefined
  units: number
}

/** A moved key is a delete and a put, a changed projection one write, anything else is free. */
export function indexChange(
  table: Table,
  index: Index,
  before: Version | undefined,
  after: Version | undefined,
): IndexChange {
  const oldKey = before && encodeIndexKey(index, before.item)
  const newKey = after && encodeIndexKey(index, after.item)
  const oldSize = oldKey ? entrySize(table, index, before) : 0
  const newSize = newKey ? entrySize(table, index, after) : 0
  const change = (units: number) => ({ index, oldKey, newKey, units })
  if (!oldKey || !newKey) return change(oldKey || newKey ? writeUnits(oldSize, newSize) : 0)
  if (!equalKeys(oldKey, newKey)) return change(writeUnits(oldSize, 0) + writeUnits(0, newSize))
  const unchanged = equalItems(entryOf(table, index, before.item), entryOf(table, index, after.item))
  return change(unchanged ? 0 : writeUnits(oldSize, newSize))
}

export type CapacityMode = 'NONE' | 'TOTAL' | 'INDEXES'
export type CapacityKind = 'ReadCapacityUnits' | 'WriteCapacityUnits'

/**
 * ConsumedCapacity as AWS reports it; `undefined` when the request did not ask.
 * Transactions name the `kind` of their units as well.
 */
export function consumedCapacity(mode: CapacityMode, name: string, units: Units, kind?: CapacityKind) {
  if (mode === 'NONE') return undefined
  const indexes = Object.entries(units.indexes).filter(([, amount]) => amount > 0)
  const total = indexes.reduce((sum, [, amount]) => sum + amount, units.table)
  const figure = (amount: number) => ({ CapacityUnits: amount, ...(kind && { [kind]: amount }) })
  if (mode === 'TOTAL') return { TableName: name, ...figure(total) }
  return {
    TableName: name,
    ...figure(total),
    Table: figure(units.table),
    ...(indexes.length > 0 && {
      GlobalSecondaryIndexes: Object.fromEntries(indexes.map(([index, amount]) => [index, figure(amount)])),
    }),
  }
}
