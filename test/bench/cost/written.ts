import type { BilledWrite } from '../../../infra/local/main.ts'

/** Write units by line: table, what was written, and where: the table itself or one of its indexes. */
export type Lines = Readonly<Record<string, number>>

/** Listens to what the database bills while it is told to. */
export function createWriteCount() {
  let lines: Record<string, number> = {}
  let hotBytes: number[] = []
  let counting = false
  const add = (line: string, units: number) => {
    if (units > 0) lines[line] = (lines[line] ?? 0) + units
  }
  return {
    onWrite({ table, item, bytes, units }: BilledWrite) {
      if (!counting) return
      const what = `${nameOf(table)} ${kindOf(item)}`
      add(what, units.table)
      for (const [index, amount] of Object.entries(units.indexes)) add(`${what} · ${index}`, amount)
      if (kindOf(item) === HOT) hotBytes.push(bytes)
    },
    begin() {
      lines = {}
      hotBytes = []
      counting = true
    },
    /** What was written since it began. */
    end() {
      counting = false
      return { lines: lines as Lines, hotBytes }
    },
  }
}

/** The item that every act on a case reads and writes. */
export const HOT = 'Case'

/** `Product-TenantTable3F…` → `TenantTable` */
const nameOf = (table: string) => table.replace(/^.*?-(\w+?)[0-9A-F]{8}.*$/, '$1')

/** The entity that wrote it, or the beginning of its sort key. */
function kindOf(item: BilledWrite['item']): string {
  const text = (name: string) => (item[name] as { S?: string } | undefined)?.S
  return (
    text('_et') ??
    `${text('pk')?.split('#')[1]?.replace(/\d+/g, '…')} ${text('sk')?.split('#')[0]?.replace(/\d+/g, '…')}`
  )
}
