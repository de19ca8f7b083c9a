import type { CellProblem } from '#shared/imports/problems'
import { problemSentence, type RowProblem } from '#shared/organisation/row-problems'
import type { ReadRow } from '../ports.ts'

/** All rows of a sheet that is judged as a whole: thousands at most, where components come in hundreds of thousands. */
export async function collect(rows: AsyncIterable<ReadRow>): Promise<ReadRow[]> {
  const all: ReadRow[] = []
  for await (const row of rows) all.push(row)
  return all
}

/** What the rules of the organisation say of a row, as an entry of the list of errors. */
export function cellProblemOf(one: ReadRow, problem: RowProblem): CellProblem {
  const { row, field } = problem
  const sentence = problemSentence(problem, 'zh')
  // every sentence says what is wrong, then what to do
  const cut = sentence.lastIndexOf('，请')
  const advice =
    cut < 0
      ? { reason: sentence, remedy: '请改正后重新导入。' }
      : { reason: `${sentence.slice(0, cut)}。`, remedy: sentence.slice(cut + 1) }
  const column = field === 'geometry' ? '图形' : one.headingOf(field)
  return { row, column, value: one.fields[field] ?? '', advice }
}
