import type { Wording } from '../kernel/language.ts'

/** One column of a sheet, as data: the template, the reading and the list of errors are made from it. */
export interface Column {
  /** How the code calls it. */
  readonly code: string
  readonly name: Wording
  /** Other headings under which it comes, such as those of a survey's export. Compared without case and spaces. */
  readonly aliases: readonly string[]
  readonly required: boolean
  /** What the template shows. */
  readonly example: string
  /** Longest text. */
  readonly most: number
  readonly form?: RegExp
  /** Offered values: what stands in the cell, and what it means. */
  readonly offered?: Readonly<Record<string, string>>
  /** A day, however it is written. */
  readonly day?: boolean
  /** More than 15 digits: a spreadsheet has lost the last ones unless the cell is text. */
  readonly longDigits?: boolean
}

export interface Sheet {
  readonly name: Wording
  readonly columns: readonly Column[]
  /** Comes as a point: in two columns of the sheet, or drawn. `border`: as a closed line, and only drawn. */
  readonly geometry?: 'point' | 'border'
}

const plain = (heading: string) =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*＊_（）()“”"'：:]/g, '')

const namesOf = ({ code, name, aliases }: Column) => [code, name.zh, name.en, ...aliases].map(plain)

/** Column by heading; headings of no column are left out. `repeated`: headings that mean a column taken already. */
export function matchHeadings(sheet: Sheet, headings: readonly string[]) {
  const byName = new Map(sheet.columns.flatMap((column) => namesOf(column).map((name) => [name, column])))
  const columns = new Map<string, Column>()
  const taken = new Map<string, string>()
  const repeated: string[] = []
  for (const heading of headings) {
    const column = byName.get(plain(heading))
    if (!column) continue
    if (taken.has(column.code)) repeated.push(heading)
    else {
      taken.set(column.code, heading)
      columns.set(heading, column)
    }
  }
  const missing = sheet.columns.filter(({ code, required }) => required && !taken.has(code))
  return { columns, repeated, missing }
}
