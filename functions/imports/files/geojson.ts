import { textOf } from './encoding.ts'
import { FileRefused } from './refused.ts'
import type { Cell, Position, Reading, Shape, SourceRow } from './row.ts'
import type { SourceFile } from './source-file.ts'

const HEAD_BYTES = 64 * 1024
const TAIL_BYTES = 16 * 1024
/** A border of some 50,000 corners. */
const MOST_CHARACTERS_PER_FEATURE = 4 * 1024 * 1024

/** Whether a text begins as GeoJSON does. */
export const looksLikeGeoJson = (head: string) => /^\uFEFF?\s*\{/.test(head)

export async function readGeoJson(file: SourceFile): Promise<Reading> {
  const head = (await file.read(0, HEAD_BYTES)).toString()
  const tail = (await file.read(Math.max(0, file.size - TAIL_BYTES), file.size)).toString()
  const coordinates = crsOf(head) ?? crsOf(tail)
  const rows = featuresOf(textOf(file.pieces(), 'utf-8'))
  const first = await rows.next()
  if (first.done) throw new FileRefused('no-rows')
  return {
    format: 'geojson',
    headings: Object.keys(first.value.cells),
    ...(coordinates && { coordinates }),
    rows: resumed(first.value, rows),
  }
}

async function* resumed(first: SourceRow, rows: AsyncGenerator<SourceRow>) {
  yield first
  yield* rows
}

/** The older member `crs`, which most programs still write. */
const crsOf = (text: string) => /"crs"\s*:\s*\{[^}]*"name"\s*:\s*"([^"]{1,200})"/.exec(text)?.[1]

/** One feature after another, cut out of the text by its braces: the document is never held as a whole. */
async function* featuresOf(pieces: AsyncIterable<string>): AsyncGenerator<SourceRow> {
  let text = ''
  let inList = false
  let row = 0
  for await (const piece of pieces) {
    text += piece
    if (!inList) {
      const list = /"features"\s*:\s*\[/.exec(text)
      if (!list) {
        if (text.length > MOST_CHARACTERS_PER_FEATURE) break
        continue
      }
      inList = true
      text = text.slice(list.index + list[0].length)
    }
    for (;;) {
      const cut = cutObject(text)
      if (cut.kind === 'more') break
      if (cut.kind === 'end') return
      if (cut.kind === 'broken') throw new FileRefused('geojson-broken', { row: row + 1 })
      row++
      yield rowOf(cut.object, row)
      text = text.slice(cut.next)
    }
    if (text.length > MOST_CHARACTERS_PER_FEATURE) throw new FileRefused('geojson-broken', { row: row + 1 })
  }
  throw new FileRefused('geojson-broken', inList ? { row: row + 1 } : {})
}

type Cut =
  | { readonly kind: 'object'; readonly object: string; readonly next: number }
  | { readonly kind: 'more' }
  | { readonly kind: 'end' }
  | { readonly kind: 'broken' }

/** The first whole object of a list. */
function cutObject(text: string): Cut {
  let start = 0
  while (start < text.length && /[\s,]/.test(text[start]!)) start++
  if (start === text.length) return { kind: 'more' }
  if (text[start] === ']') return { kind: 'end' }
  if (text[start] !== '{') return { kind: 'broken' }
  let depth = 0
  for (let at = start; at < text.length; at++) {
    const character = text.charCodeAt(at)
    if (character === 0x22) {
      at = endOfString(text, at)
      if (at < 0) return { kind: 'more' }
    } else if (character === 0x7b) depth++
    else if (character === 0x7d && --depth === 0)
      return { kind: 'object', object: text.slice(start, at + 1), next: at + 1 }
  }
  return { kind: 'more' }
}

function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text.charCodeAt(at) === 0x5c) at++
    else if (text.charCodeAt(at) === 0x22) return at
  }
  return -1
}

interface Feature {
  readonly properties?: Record<string, unknown> | null
  readonly geometry?: { readonly type?: unknown; readonly coordinates?: unknown } | null
}

function rowOf(text: string, row: number): SourceRow {
  let feature: Feature
  try {
    feature = JSON.parse(text)
  } catch {
    throw new FileRefused('geojson-broken', { row })
  }
  const cells: Record<string, Cell> = {}
  for (const [name, value] of Object.entries(feature.properties ?? {})) {
    if (typeof value === 'number') cells[name] = { text: String(value), typed: 'number' }
    else if (typeof value === 'string' && value.trim()) cells[name] = { text: value.trim() }
  }
  const shape = shapeOf(feature.geometry)
  return { row, cells, ...(shape && { shape }) }
}

/** As GeoJSON writes it; undefined where there is none or it is not well-formed. */
export function shapeOf(geometry: Feature['geometry']): Shape | undefined {
  const { type, coordinates } = geometry ?? {}
  if (type === 'Point') {
    const position = positionOf(coordinates)
    return position && { type: 'point', position }
  }
  if (type !== 'Polygon' && type !== 'MultiPolygon') return type ? { type: 'other' } : undefined
  const parts = type === 'Polygon' ? [coordinates] : coordinates
  if (!Array.isArray(parts)) return undefined
  const polygons = parts.map((rings) =>
    (Array.isArray(rings) ? rings : []).map((ring) =>
      (Array.isArray(ring) ? ring : []).map(positionOf).filter((position) => position !== undefined),
    ),
  )
  return { type: 'polygons', polygons }
}

function positionOf(value: unknown): Position | undefined {
  if (!Array.isArray(value)) return undefined
  const [x, y] = value as unknown[]
  return typeof x === 'number' && typeof y === 'number' ? [x, y] : undefined
}
