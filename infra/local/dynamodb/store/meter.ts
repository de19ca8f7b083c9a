import type { Units } from '../capacity.ts'
import type { Table } from '../tables/schema.ts'

/** Capacity units a table has consumed since start, indexes included, refused conditional writes too. */
export interface Consumption {
  readUnits: number
  writeUnits: number
}

export interface Meter {
  count(table: Table, kind: keyof Consumption, units: Units): void
  report(): Record<string, Consumption>
}

/** AWS bills by this sum, but tells it to no client; in memory only. */
export function createMeter(): Meter {
  const tables = new Map<string, Consumption>()
  return {
    count(table, kind, units) {
      const sum = tables.get(table.name) ?? { readUnits: 0, writeUnits: 0 }
      sum[kind] += Object.values(units.indexes).reduce((total, amount) => total + amount, units.table)
      tables.set(table.name, sum)
    },
    report: () => Object.fromEntries([...tables].map(([name, sum]) => [name, { ...sum }])),
  }
}
