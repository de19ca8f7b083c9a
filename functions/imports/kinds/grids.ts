import * as z from 'zod'
import { canonical } from '#shared/kernel/canonical'
import { checkGrids, type GridFeature, grid } from '#shared/organisation/grids'
import type { Destination, OrganisationBook, ReadRow } from '../ports.ts'
import { allGrids } from './all-grids.ts'
import { cellProblemOf, collect } from './whole-sheet.ts'

const newGrid = z.strictObject(grid.omit({ version: true }).shape)
const BATCH = 1_000

/** Features are judged together: none may lie upon another. */
export const gridRows = (tenant: string, book: OrganisationBook): Destination => ({
  batch: BATCH,
  async *judge(rows) {
    const all = await collect(rows)
    const [areas, grids] = await Promise.all([book.areas(), allGrids(book)])
    const checked = checkGrids(all.map(featureOf), {
      tenant,
      areas: new Map(areas.map((one) => [one.code, one.class])),
      grids,
    })
    const byRow = new Map(all.map((one) => [one.row, one]))
    for (const problem of checked.problems)
      yield { row: problem.row, problems: [cellProblemOf(byRow.get(problem.row)!, problem)] }
    const wrong = new Set(checked.problems.map(({ row }) => row))
    const right = all.filter(({ row }) => !wrong.has(row))
    const known = new Map(grids.map(({ version: _, ...one }) => [one.code, canonical(one)]))
    for (const [at, one] of checked.grids.entries()) {
      const there = known.get(one.code)
      const outcome = there === undefined ? 'added' : there === canonical(one) ? 'same' : 'changed'
      yield { row: right[at]!.row, outcome, item: one }
    }
  },
  apply: (items, by) =>
    book.putGrids(
      items.map((item) => newGrid.parse(item)),
      by,
    ),
})

/** A grid in several parts has no one border: it is found to be no border at all. */
function featureOf({ row, fields, polygons = [] }: ReadRow): GridFeature {
  const { code = '', name, class: areaClass } = fields
  return {
    row,
    code,
    ...(name !== undefined && { name }),
    ...(areaClass !== undefined && { class: areaClass }),
    rings: polygons.length === 1 ? polygons[0]! : [],
  }
}
