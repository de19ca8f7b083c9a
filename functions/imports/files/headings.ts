import { FileRefused } from './refused.ts'
import { type Cell, MOST_COLUMNS, type SourceRow } from './row.ts'

/** A row before anybody knows what its columns are called. */
export interface RawRow {
  readonly row: number
  /** By place; holes where nothing stands. */
  readonly cells: readonly (Cell | undefined)[]
}

/** What is looked for: how many of the headings are understood, and what the sheet is called. */
export interface Wanted {
  understood(headings: readonly string[]): number
  readonly expected: string
}

/** Above the headings a sheet may have a title and notes. */
const ROWS_ABOVE_HEADINGS = 10
const LEAST_UNDERSTOOD = 2

/** Takes rows up to the headings; undefined when none of the first rows are headings. */
export async function takeHeadings(
  rows: AsyncIterator<RawRow>,
  wanted: Wanted,
): Promise<{ headings: string[] } | { found: string }> {
  let found = ''
  for (let seen = 0; seen <= ROWS_ABOVE_HEADINGS; seen++) {
    const next = await rows.next()
    if (next.done) break
    const headings = Array.from(next.value.cells, (cell) => cell?.text ?? '')
    if (headings.length > MOST_COLUMNS)
      throw new FileRefused('too-many-columns', { row: next.value.row, most: MOST_COLUMNS })
    if (wanted.understood(headings) >= LEAST_UNDERSTOOD) return { headings }
    if (!found) found = headings.filter(Boolean).slice(0, 6).join('、').slice(0, 80)
  }
  return { found }
}

export const wrongSheet = ({ expected }: Wanted, found: string) =>
  new FileRefused('wrong-sheet', { expected, found: found || '—' })

/** The rows below the headings; those in which nothing stands are left out. */
export async function* rowsBelow(
  rows: AsyncIterator<RawRow>,
  headings: readonly string[],
): AsyncIterable<SourceRow> {
  try {
    for (let next = await rows.next(); !next.done; next = await rows.next()) {
      const { row, cells } = next.value
      if (cells.length > MOST_COLUMNS) throw new FileRefused('too-many-columns', { row, most: MOST_COLUMNS })
      const named: Record<string, Cell> = {}
      cells.forEach((cell, at) => {
        const heading = headings[at]
        if (cell && heading && (cell.text || cell.problem)) named[heading] = cell
      })
      if (Object.keys(named).length > 0) yield { row, cells: named }
    }
  } finally {
    await rows.return?.()
  }
}
