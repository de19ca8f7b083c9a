/// <reference path="./shpjs.d.ts" />
import { parseShp } from 'shpjs'
import { type Dbf, readDbf } from './dbf.ts'
import { shapeOf } from './geojson.ts'
import { FileRefused } from './refused.ts'
import type { Reading, SourceRow } from './row.ts'
import { unpackWhole, type Zip, type ZipEntry } from './zip.ts'

const isPart = (name: string, ending: string) => name.toLowerCase().endsWith(`.${ending}`)
/** What Apple's archiver adds beside each file. */
const isShadow = (name: string) => name.startsWith('__MACOSX/')

export const holdsShapes = ({ entries }: Zip) =>
  entries.some(({ name }) => !isShadow(name) && isPart(name, 'shp'))

/** Shapes and their table are held as bytes; records are made of them some at a time. */
const MOST_PART_BYTES = 150 * 1024 * 1024
const RECORDS_AT_ONCE = 200

export async function readShapefile(zip: Zip): Promise<Reading> {
  const shapes = zip.entries.find(({ name }) => !isShadow(name) && isPart(name, 'shp'))!
  const base = shapes.name.slice(0, -4)
  const part = (ending: string) =>
    zip.entries.find(({ name }) => name.slice(0, -4) === base && isPart(name, ending))
  const table = part('dbf')
  if (!table) throw new FileRefused('shapefile-incomplete', { part: 'dbf' })
  const small = async (entry: ZipEntry | undefined) =>
    entry && entry.size < 100_000 ? (await unpackWhole(zip, entry)).toString() : undefined
  const coordinates = (await small(part('prj')))?.trim()
  const dbf = readDbf(await held(zip, table), await small(part('cpg')))
  return {
    format: 'shapefile',
    headings: dbf.headings,
    ...(coordinates && { coordinates }),
    rows: recordsOf(await held(zip, shapes), dbf),
  }
}

async function held(zip: Zip, entry: ZipEntry): Promise<Buffer> {
  if (entry.size > MOST_PART_BYTES) throw new FileRefused('zip-too-big-inside', { entry: entry.name })
  return unpackWhole(zip, entry)
}

const HEADER_BYTES = 100
const FILE_CODE = 9994

async function* recordsOf(shp: Buffer, dbf: Dbf): AsyncIterable<SourceRow> {
  const broken = () => new FileRefused('shapefile-broken', { part: 'shp' })
  if (shp.length < HEADER_BYTES || shp.readInt32BE(0) !== FILE_CODE) throw broken()
  let row = 0
  for (let at = HEADER_BYTES; at < shp.length; ) {
    const start = at
    let count = 0
    for (; count < RECORDS_AT_ONCE && at < shp.length; count++) {
      if (at + 8 > shp.length) throw broken()
      at += 8 + shp.readInt32BE(at + 4) * 2
      if (at > shp.length || at <= start) throw broken()
    }
    const geometries = geometriesOf(shp, start, at, broken)
    if (geometries.length !== count || row + count > dbf.count) throw broken()
    for (const geometry of geometries) {
      const shape = shapeOf(geometry)
      yield { row: row + 1, cells: dbf.record(row), ...(shape && { shape }) }
      row++
    }
  }
  if (row !== dbf.count) throw broken()
}

/** A small file of the records alone, under the header of the whole. */
function geometriesOf(shp: Buffer, start: number, end: number, broken: () => Error) {
  try {
    const part = Buffer.concat([shp.subarray(0, HEADER_BYTES), shp.subarray(start, end)])
    return parseShp(part) as { type: string; coordinates: unknown }[]
  } catch {
    throw broken()
  }
}
