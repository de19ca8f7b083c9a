import Papa from 'papaparse'
import { encodingOf, textOf } from './encoding.ts'
import { type RawRow, rowsBelow, takeHeadings, type Wanted, wrongSheet } from './headings.ts'
import { FileRefused } from './refused.ts'
import { type Cell, MOST_CELL_CHARACTERS, type Reading } from './row.ts'
import type { SourceFile } from './source-file.ts'

/** Text that comes without a row ever ending: a quote that nobody closed. */
const MOST_CHARACTERS_PER_ROW = 4 * 1024 * 1024

const DELIMITERS = [',', '\t', ';', '，'] as const
const FIRST_BYTES = 16 * 1024

export async function readCsv(file: SourceFile, wanted: Wanted): Promise<Reading> {
  const understood = (line: string) =>
    Math.max(...DELIMITERS.map((delimiter) => wanted.understood(line.split(delimiter))))
  const encoding = await encodingOf(file, understood)
  const delimiter = delimiterOf(new TextDecoder(encoding).decode(await file.read(0, FIRST_BYTES)))
  const rows = recordsOf(textOf(file.pieces(), encoding), delimiter)[Symbol.asyncIterator]()
  const taken = await takeHeadings(rows, wanted)
  if ('found' in taken) throw wrongSheet(wanted, taken.found)
  return { format: 'csv', headings: taken.headings, rows: rowsBelow(rows, taken.headings) }
}

/** What parts most of the line in which anything is parted. */
function delimiterOf(text: string): string {
  const line = text.split(/\r?\n/, 10).toSorted((a, b) => parts(b) - parts(a))[0] ?? ''
  return DELIMITERS.toSorted((a, b) => line.split(b).length - line.split(a).length)[0]!
}
const parts = (line: string) => Math.max(...DELIMITERS.map((delimiter) => line.split(delimiter).length))

/** Records, counted as a spreadsheet counts rows: a line break within quotes begins no new one. */
async function* recordsOf(pieces: AsyncIterable<string>, delimiter: string): AsyncGenerator<RawRow> {
  const parser = Papa.parse(Papa.NODE_STREAM_INPUT, { delimiter, header: false })
  let row = 0
  let waiting = 0
  const feed = async () => {
    for await (const piece of pieces) {
      if (parser.destroyed) return
      waiting += piece.length
      if (waiting > MOST_CHARACTERS_PER_ROW) throw new FileRefused('unclosed-quote', { row: row + 1 })
      if (!parser.write(piece)) await new Promise((resolve) => parser.once('drain', resolve))
    }
    parser.end()
  }
  feed().catch((error: Error) => parser.destroy(error))
  for await (const fields of parser as AsyncIterable<string[]>) {
    row++
    waiting = 0
    if (fields.some((field) => field.length > MOST_CELL_CHARACTERS))
      throw new FileRefused('unclosed-quote', { row })
    yield { row, cells: fields.map((field) => cellOf(field)) }
  }
}

/** `="0123"` is how spreadsheets keep digits in a csv; any other text after an equals sign would be reckoned. */
function cellOf(field: string): Cell | undefined {
  const text = field.trim()
  if (text === '') return undefined
  const kept = /^="([^"]*)"$/.exec(text)
  if (kept) return { text: kept[1]!.trim() }
  return text.startsWith('=') ? { text, problem: 'formula' } : { text }
}
