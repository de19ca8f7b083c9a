import type { CoordinateSystem } from '#shared/imports/coordinates'
import type { CellProblem } from '#shared/imports/problems'
import { cellProblem, readFields } from '#shared/imports/read-fields'
import { type Column, matchHeadings, type Sheet } from '#shared/imports/sheet'
import { type Extent, isPlacing, type Placing, placingOf } from './coordinates.ts'
import { FileRefused } from './files/refused.ts'
import type { Position, Reading, SourceRow } from './files/row.ts'
import type { ReadRow } from './ports.ts'

interface Asked {
  readonly sheet: Sheet
  readonly said: CoordinateSystem | undefined
  readonly extent: Extent | undefined
  readonly mostRows: number
  /** Hears of every row that cannot be read. */
  readonly bad: (source: SourceRow, problems: readonly CellProblem[]) => Promise<void>
  /** Hears of every row before it is read. */
  readonly seen: (source: SourceRow) => void
}

/** Rows whose coordinates tell the system. */
const SAMPLE_ROWS = 200

/** Reads cells and places of an opened file, row by row. Throws FileRefused for what is wrong with all of it. */
export async function readRows(reading: Reading, asked: Asked) {
  const { sheet } = asked
  const columns = columnsOf(reading, sheet)
  const rows = reading.rows[Symbol.asyncIterator]()
  const sample = await take(rows, SAMPLE_ROWS)
  if (sample.length === 0) throw new FileRefused('no-rows')
  const headings = new Map([...columns].map(([heading, { code }]) => [code, heading]))
  const placing = sheet.geometry ? placingFor(reading, sample, headings, asked) : undefined
  const read = rowReader({ sheet, columns, headings, placing })
  return {
    system: placing?.system,
    rows: wellFormed(resumed(sample, rows), read, asked),
  }
}

function columnsOf({ format, headings }: Reading, sheet: Sheet): ReadonlyMap<string, Column> {
  const drawn = format === 'geojson' || format === 'shapefile'
  if (sheet.geometry === 'border' && !drawn) throw new FileRefused('drawing-needed')
  const { columns, repeated, missing } = matchHeadings(sheet, headings)
  if (columns.size === 0)
    throw new FileRefused('wrong-sheet', {
      expected: sheet.name.zh,
      found: headings.slice(0, 6).join('、').slice(0, 80) || '—',
    })
  if (repeated.length > 0) throw new FileRefused('repeated-columns', { columns: repeated.join('、') })
  const codes = new Set([...columns.values()].map(({ code }) => code))
  const unplaced =
    sheet.geometry === 'point' && !drawn
      ? sheet.columns.filter(({ code }) => ['longitude', 'latitude'].includes(code) && !codes.has(code))
      : []
  const lacking = [...missing, ...unplaced].map(({ name }) => name.zh)
  if (lacking.length > 0) throw new FileRefused('missing-columns', { columns: lacking.join('、') })
  return columns
}

async function take(rows: AsyncIterator<SourceRow>, count: number): Promise<SourceRow[]> {
  const taken: SourceRow[] = []
  while (taken.length < count) {
    const next = await rows.next()
    if (next.done) break
    taken.push(next.value)
  }
  return taken
}

async function* resumed(first: readonly SourceRow[], rest: AsyncIterator<SourceRow>) {
  yield* first
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

function placingFor(
  { coordinates }: Reading,
  sample: readonly SourceRow[],
  headings: ReadonlyMap<string, string>,
  { said, extent }: Asked,
): Placing {
  const positions = sample.flatMap((row) => positionsOf(row, headings).slice(0, 4))
  const placing = placingOf({ said, stated: coordinates, sample: positions, extent })
  if (!isPlacing(placing)) throw new FileRefused(placing.code, placing.values)
  return placing
}

/** The positions of a row: of its shape, or in two of its columns. */
function positionsOf({ cells, shape }: SourceRow, headings: ReadonlyMap<string, string>): Position[] {
  if (shape?.type === 'point') return [shape.position]
  if (shape?.type === 'polygons') return shape.polygons.flat(2)
  const [x, y] = ['longitude', 'latitude'].map((code) => Number(cells[headings.get(code) ?? '']?.text || NaN))
  return Number.isFinite(x) && Number.isFinite(y) ? [[x!, y!]] : []
}

interface RowReader {
  readonly sheet: Sheet
  readonly columns: ReadonlyMap<string, Column>
  readonly headings: ReadonlyMap<string, string>
  readonly placing: Placing | undefined
}

type Read = (source: SourceRow) => ReadRow | { readonly problems: readonly CellProblem[] }

function rowReader({ sheet, columns, headings, placing }: RowReader): Read {
  const names = new Map(sheet.columns.map(({ code, name }) => [code, name.zh]))
  const headingOf = (code: string) => headings.get(code) ?? names.get(code) ?? code
  return (source) => {
    const { row } = source
    const { fields, problems } = readFields(columns, row, source.cells)
    const placed = placing ? placeOf(source, headings, placing, sheet) : {}
    if ('wrong' in placed) {
      const { text = '' } = source.cells[headingOf('longitude')] ?? {}
      const at = { row, column: sheet.geometry === 'point' ? headingOf('longitude') : '图形', value: text }
      return { problems: [...problems, cellProblem(at, placed.wrong)] }
    }
    return problems.length > 0 ? { problems } : { row, fields, headingOf, ...placed }
  }
}

type Placed = Pick<ReadRow, 'point' | 'polygons'> | { readonly wrong: 'bad-coordinate' | 'no-geometry' }

function placeOf(
  source: SourceRow,
  headings: ReadonlyMap<string, string>,
  { place }: Placing,
  { geometry }: Sheet,
): Placed {
  const { shape } = source
  if (geometry === 'border') {
    if (shape?.type !== 'polygons') return { wrong: 'no-geometry' }
    const polygons = shape.polygons.map((rings) => rings.map((ring) => ring.map(place)))
    if (polygons.flat(2).includes(undefined)) return { wrong: 'bad-coordinate' }
    return { polygons: polygons as [number, number][][][] }
  }
  const [position] = shape && shape.type !== 'point' ? [] : positionsOf(source, headings)
  const point = position && place(position)
  if (point) return { point }
  return { wrong: shape ? 'no-geometry' : 'bad-coordinate' }
}

async function* wellFormed(rows: AsyncIterable<SourceRow>, read: Read, asked: Asked): AsyncIterable<ReadRow> {
  let count = 0
  for await (const source of rows) {
    if (++count > asked.mostRows) throw new FileRefused('too-many-rows', { most: asked.mostRows })
    asked.seen(source)
    const one = read(source)
    if ('problems' in one) await asked.bad(source, one.problems)
    else yield one
  }
}
