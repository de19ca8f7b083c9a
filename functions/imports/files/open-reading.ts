import { readCsv } from './csv.ts'
import { looksLikeGeoJson, readGeoJson } from './geojson.ts'
import type { Wanted } from './headings.ts'
import { FileRefused } from './refused.ts'
import type { Reading } from './row.ts'
import { holdsShapes, readShapefile } from './shapefile.ts'
import type { SourceFile } from './source-file.ts'
import { readXlsx } from './xlsx.ts'
import { openZip } from './zip.ts'

export const MOST_MEGABYTES = 100
const MOST_BYTES = MOST_MEGABYTES * 1024 * 1024

const ZIP = 0x504b
/** What Excel wrote before 2007, and what it wraps a workbook with a password in. */
const COMPOUND = 0xd0cf

/** Opens a file by what stands in it; its name says nothing that can be relied on. */
export async function openReading(file: SourceFile, wanted: Wanted): Promise<Reading> {
  if (file.size === 0) throw new FileRefused('file-empty')
  if (file.size > MOST_BYTES) throw new FileRefused('file-too-large', { megabytes: MOST_MEGABYTES })
  const head = await file.read(0, 512)
  const mark = head.length > 1 ? head.readUInt16BE(0) : 0
  if (mark === COMPOUND) throw new FileRefused('old-or-locked-workbook')
  if (mark !== ZIP) return looksLikeGeoJson(head.toString()) ? readGeoJson(file) : readCsv(file, wanted)
  const zip = await openZip(file)
  if (zip.entries.some(({ name }) => name.toLowerCase() === 'xl/workbook.xml')) return readXlsx(zip, wanted)
  if (holdsShapes(zip)) return readShapefile(zip)
  throw new FileRefused('unknown-format')
}
