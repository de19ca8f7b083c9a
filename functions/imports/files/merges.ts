import { columnOf } from './cell-address.ts'

/** Cells of one column that were merged over several rows. */
export interface Merge {
  /** From 0. */
  readonly column: number
  readonly first: number
  readonly last: number
}

const MARK = 'mergeCells'
/** Some 20,000 merges. */
const MOST_CHARACTERS = 1024 * 1024

/** The merges of a sheet. They stand behind its rows, so that they are looked for in a run of their own. */
export async function mergesOf(pieces: AsyncIterable<Buffer>): Promise<readonly Merge[]> {
  let text = ''
  let found = false
  for await (const piece of pieces) {
    text = (found ? text : text.slice(-MARK.length)) + piece.toString('latin1')
    if (!found) {
      const at = text.indexOf(MARK)
      if (at < 0) continue
      found = true
      text = text.slice(at)
    }
    if (text.indexOf(MARK, 1) > 0 || text.length > MOST_CHARACTERS) break
  }
  return [...text.matchAll(/ref="([A-Z]+)(\d+):[A-Z]+(\d+)"/g)]
    .map(([, letters = '', first, last]) => ({
      column: columnOf(letters),
      first: Number(first),
      last: Number(last),
    }))
    .filter(({ first, last }) => last > first)
    .toSorted((a, b) => a.first - b.first)
}
