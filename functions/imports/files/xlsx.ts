import { columnOf, lettersOf } from './cell-address.ts'
import { type RawRow, rowsBelow, takeHeadings, type Wanted, wrongSheet } from './headings.ts'
import { mergesOf } from './merges.ts'
import { FileRefused } from './refused.ts'
import { type Cell, MOST_COLUMNS, type Reading } from './row.ts'
import { eventsOf, type XmlEvent } from './sax.ts'
import { createTextCollector, readWorkbook, type Workbook } from './workbook.ts'
import type { Zip, ZipEntry } from './zip.ts'

/** Reads the first sheet whose headings are those looked for. */
export async function readXlsx(zip: Zip, wanted: Wanted): Promise<Reading> {
  const workbook = await readWorkbook(zip)
  let seen = ''
  for (const { name, entry } of workbook.sheets) {
    const rows = filled(rowsOf(zip, entry, workbook), await mergesOf(zip.unpack(entry)))
    const taken = await takeHeadings(rows, wanted)
    if ('headings' in taken)
      return { format: 'xlsx', headings: taken.headings, rows: rowsBelow(rows, taken.headings) }
    seen ||= taken.found && `${name}: ${taken.found}`
    await rows.return(undefined)
  }
  throw wrongSheet(wanted, seen)
}

/** A value that was merged over several rows stands in the first of them: the others get it too. */
async function* filled(
  rows: AsyncGenerator<RawRow>,
  merges: Awaited<ReturnType<typeof mergesOf>>,
): AsyncGenerator<RawRow> {
  const held = new Map<(typeof merges)[number], Cell | undefined>()
  let from = 0
  for await (const raw of rows) {
    const cells = [...raw.cells]
    // merges are in the order of their first rows
    while (from < merges.length && merges[from]!.first <= raw.row) {
      const merge = merges[from++]!
      if (merge.first === raw.row) held.set(merge, cells[merge.column])
    }
    for (const [merge, cell] of held) {
      if (raw.row > merge.last) held.delete(merge)
      else if (raw.row > merge.first) cells[merge.column] ??= cell
    }
    yield { row: raw.row, cells }
  }
}

interface Started {
  /** From 0. */
  readonly column: number
  readonly type: string
  readonly style: number
  formula: boolean
  value: string
}

async function* rowsOf(zip: Zip, entry: ZipEntry, workbook: Workbook): AsyncGenerator<RawRow> {
  let row = 0
  let cells: (Cell | undefined)[] = []
  let cell: Started | undefined
  let inValue = false
  const inline = createTextCollector()
  for await (const event of eventsOf(zip.unpack(entry), entry.name)) {
    if ('open' in event) {
      const { open, attributes } = event
      if (open === 'row') {
        row = Number(attributes.r ?? row + 1)
        cells = []
      } else if (open === 'c') {
        cell = startCell(attributes, cells.length)
        if (cell.column >= MOST_COLUMNS * 10) throw new FileRefused('xml-broken', { entry: entry.name })
      } else if (open === 'f' && cell) cell.formula = true
      else if (open === 'v') inValue = true
    }
    if (cell) hearInline(inline, event, cell)
    if ('text' in event && inValue && cell) cell.value += event.text
    if (!('close' in event)) continue
    if (event.close === 'v') inValue = false
    if (event.close === 'c' && cell) {
      const read = cellOf(cell, row, workbook)
      if (read) cells[cell.column] = read
      else cells.length = Math.max(cells.length, Math.min(cell.column + 1, MOST_COLUMNS))
      cell = undefined
    }
    if (event.close === 'row') yield { row, cells: withoutTail(cells) }
    if (event.close === 'sheetData') return
  }
}

/** Formats alone may reach far to the right of what is written. */
function withoutTail(cells: (Cell | undefined)[]) {
  while (cells.length > 0 && cells.at(-1) === undefined) cells.pop()
  return cells
}

function hearInline(inline: ReturnType<typeof createTextCollector>, event: XmlEvent, cell: Started) {
  if (cell.type !== 'inlineStr') return
  inline.hear(event)
  if ('close' in event && event.close === 'is') cell.value = inline.take()
}

function startCell(attributes: Readonly<Record<string, string>>, next: number): Started {
  const letters = /^[A-Z]+/.exec(attributes.r ?? '')?.[0]
  return {
    column: letters ? columnOf(letters) : next,
    type: attributes.t ?? 'n',
    style: Number(attributes.s ?? 0),
    formula: false,
    value: '',
  }
}

function cellOf({ column, type, style, formula, value }: Started, row: number, book: Workbook) {
  if (formula) return { text: `${lettersOf(column)}${row}`, problem: 'formula' } satisfies Cell
  if (type === 'e') return { text: `${lettersOf(column)}${row}`, problem: 'cell-error' } satisfies Cell
  const text = textOf(type, value, book).trim()
  if (text === '') return undefined
  if (type === 'd') return { text: text.slice(0, 10), typed: 'date' } satisfies Cell
  if (type !== 'n') return { text } satisfies Cell
  return book.dates[style] ? dateCell(text, book.since1904) : numberCell(text)
}

function textOf(type: string, value: string, { sharedStrings }: Workbook): string {
  if (type === 's') return sharedStrings[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? '是' : '否'
  return value
}

/** `4.5E1` is written out; what is no number stays as it is, and is found wrong where it is needed. */
function numberCell(text: string): Cell {
  const number = Number(text)
  return Number.isFinite(number) ? { text: plain(number), typed: 'number' } : { text }
}

const plain = (number: number) =>
  Number.isInteger(number) && Math.abs(number) < 1e21 ? BigInt(number).toString() : String(number)

const DAY_MS = 86_400_000
/** Day 0 of the two calendars of spreadsheets. */
const FROM_1900 = Date.UTC(1899, 11, 30)
const FROM_1904 = Date.UTC(1904, 0, 1)
const LAST_DAY = 2_958_465

function dateCell(text: string, since1904: boolean): Cell {
  const day = Math.floor(Number(text))
  if (!(day >= 0 && day <= LAST_DAY)) return { text }
  const at = (since1904 ? FROM_1904 : FROM_1900) + day * DAY_MS
  return { text: new Date(at).toISOString().slice(0, 10), typed: 'date' }
}
