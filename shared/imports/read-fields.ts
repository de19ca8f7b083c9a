import type { Language } from '../kernel/language.ts'
import { type CellProblem, type CellProblemCode, cellAdvice } from './problems.ts'
import type { Column } from './sheet.ts'

/** A cell as a reader of files gives it. */
export interface GivenCell {
  readonly text: string
  readonly typed?: 'number' | 'date'
  readonly problem?: 'formula' | 'cell-error'
}

/** A row whose cells have the form that their columns ask for, by the columns' codes. */
export type Fields = Readonly<Record<string, string>>

/** Errors are handed back to whoever made the file, in the language of the trade. */
const LANGUAGE: Language = 'zh'

export function cellProblem(
  at: { readonly row: number; readonly column: string; readonly value: string },
  code: CellProblemCode,
  values: Readonly<Record<string, string | number>> = {},
): CellProblem {
  const { row, column, value } = at
  return { row, column, value: value.slice(0, 200), advice: cellAdvice(code, values, LANGUAGE) }
}

/** Digits beyond which a number of a spreadsheet is not what was typed. */
const SAFE_DIGITS = 15
const LONGEST_OFFER = 120

/** The fields of a row, or what is wrong with its cells; the columns are those that the file has, by heading. */
export function readFields(
  columns: ReadonlyMap<string, Column>,
  row: number,
  cells: Readonly<Record<string, GivenCell>>,
): { readonly fields: Fields; readonly problems: readonly CellProblem[] } {
  const fields: Record<string, string> = {}
  const problems: CellProblem[] = []
  for (const [heading, column] of columns) {
    const cell = cells[heading]
    const found = cell ? wrongWith(column, cell) : column.required ? (['missing'] as const) : undefined
    if (found) {
      const value = cell?.problem ? '' : (cell?.text ?? '')
      problems.push(cellProblem({ row, column: heading, value }, ...found))
    } else if (cell) fields[column.code] = meaningOf(column, cell.text)
  }
  return { fields, problems }
}

const meaningOf = ({ offered, day }: Column, text: string) => (day ? dayOf(text)! : (offered?.[text] ?? text))

/** `2026/1/5`, `2026年1月5日` and `20260105` are 2026-01-05; what no calendar has is none. */
function dayOf(text: string): string | undefined {
  const parts =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text)
  if (!parts) return undefined
  const day = [parts[1], parts[2]!.padStart(2, '0'), parts[3]!.padStart(2, '0')].join('-')
  const at = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day) ? day : undefined
}

type Wrong = readonly [code: CellProblemCode, values?: Readonly<Record<string, string | number>>]

function wrongWith(column: Column, { text, typed, problem }: GivenCell): Wrong | undefined {
  if (problem) return [problem, { cell: text }]
  if (!text.isWellFormed() || BROKEN.test(text)) return ['broken-text']
  if (column.longDigits) {
    if (typed === 'number' && text.length > SAFE_DIGITS) return ['lost-digits']
    if (/^\d(\.\d+)?E\+?\d+$/i.test(text)) return ['rounded-code']
  }
  if (text.length > column.most) return ['too-long', { most: column.most }]
  if (column.offered && !(text in column.offered)) {
    const offered = Object.keys(column.offered).filter((name) => /\p{Script=Han}/u.test(name))
    return ['not-offered', { offered: offered.join('、').slice(0, LONGEST_OFFER) }]
  }
  if (column.day && !dayOf(text)) return ['wrong-format', { example: column.example }]
  if (column.form && !column.form.test(text)) return ['wrong-format', { example: column.example }]
  return undefined
}

/** Control characters other than tab and line ends, and what stands for bytes that could not be read. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const BROKEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/
