import type { Units } from '../capacity.ts'
import type { Table } from '../tables/schema.ts'
import type { Item } from '../values/value.ts'
import type { Version } from './version.ts'

/** Capacity units a table has consumed since start, indexes included, refused conditional writes too. */
export interface Consumption {
  readUnits: number
  writeUnits: number
}

/** One write as it was billed, a refused one too. */
export interface BilledWrite {
  table: string
  /** What is there after it; the key alone when nothing is. */
  item: Item
  /** Size of the item after it. */
  bytes: number
  units: Units
}

export interface Meter {
  countWrite(table: Table, keyItem: Item, after: Version | undefined, units: Units): void
  countRead(table: Table, units: Units): void
  report(): Record<string, Consumption>
}

/** AWS bills by this sum, but tells it to no client; in memory only. */
export function createMeter(onWrite: (write: BilledWrite) => void = () => undefined): Meter {
  const tables = new Map<string, Consumption>()
  function count(table: Table, kind: keyof Consumption, units: Units) {
    const sum = tables.get(table.name) ?? { readUnits: 0, writeUnits: 0 }
    sum[kind] += Object.values(units.indexes).reduce((total, amount) => total + amount, units.table)
    tables.set(table.name, sum)
  }
  return {
    countRead: (table, units) => count(table, 'readUnits', units),
    countWrite(table, keyItem, after, units) {
      count(table, 'writeUnits', units)
      onWrite({ table: table.name, item: after?.item ?? keyItem, bytes: after?.size ?? 0, units })
    },
    report: () => Object.fromEntries([...tables].map(([name, sum]) => [name, { ...sum }])),
  }
}
