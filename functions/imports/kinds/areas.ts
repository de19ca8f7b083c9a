import * as z from 'zod'
import { canonical } from '#shared/kernel/canonical'
import { area, checkAreas } from '#shared/organisation/areas'
import type { Destination, OrganisationBook } from '../ports.ts'
import { cellProblemOf, collect } from './whole-sheet.ts'

const newArea = z.strictObject(area.omit({ version: true }).shape)
const BATCH = 1_000

/** Rows are judged together: whoever stands above may come further down in the same sheet. */
export const areaRows = (tenant: string, book: OrganisationBook): Destination => ({
  batch: BATCH,
  async *judge(rows) {
    const all = await collect(rows)
    const known = new Map((await book.areas()).map(({ version: _, ...one }) => [one.code, one]))
    const { areas, problems } = checkAreas(
      all.map(({ row, fields: { code = '', name = '', ...rest } }) => ({ row, code, name, ...rest })),
      { tenant, known: new Set(known.keys()) },
    )
    const byRow = new Map(all.map((one) => [one.row, one]))
    for (const problem of problems)
      yield { row: problem.row, problems: [cellProblemOf(byRow.get(problem.row)!, problem)] }
    const wrong = new Set(problems.map(({ row }) => row))
    const right = all.filter(({ row }) => !wrong.has(row))
    for (const [at, one] of areas.entries()) {
      const there = known.get(one.code)
      const same = there && canonical(there) === canonical(one)
      yield { row: right[at]!.row, outcome: there ? (same ? 'same' : 'changed') : 'added', item: one }
    }
  },
  apply: (items, by) =>
    book.putAreas(
      items.map((item) => newArea.parse(item)),
      by,
    ),
})
