import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { openSourceFile, type SourceFile } from '../../functions/imports/files/source-file.ts'

/** Opens bytes as a file on disk, which goes when the file is closed. */
export async function fileOf(bytes: Uint8Array | string): Promise<SourceFile> {
  const folder = mkdtempSync(join(tmpdir(), 'import-'))
  const path = join(folder, 'file')
  writeFileSync(path, bytes)
  const file = await openSourceFile(path)
  return {
    size: file.size,
    read: (start, end) => file.read(start, end),
    pieces: (start, end) => file.pieces(start, end),
    async [Symbol.asyncDispose]() {
      await file[Symbol.asyncDispose]()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A workbook made by exceljs: another hand than the reader's. */
export async function workbookOf(fill: (workbook: ExcelJS.Workbook) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  fill(workbook)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** A workbook of one sheet with these rows. */
export const sheetOf = (rows: readonly (readonly unknown[])[], name = '数据') =>
  workbookOf((workbook) => {
    const sheet = workbook.addWorksheet(name)
    for (const row of rows) sheet.addRow([...row])
  })

export interface Packed {
  readonly name: string
  readonly content: Uint8Array | string
  /** What the directory claims instead of the truth. */
  readonly claims?: { readonly size?: number; readonly crc?: number }
}

/** A zip archive, byte by byte, so that it may lie. */
export function zipOf(files: readonly Packed[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, claims = {} } of files) {
    const raw = Buffer.from(content as Uint8Array)
    const packed = deflateRawSync(raw)
    const names = Buffer.from(name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(claims.crc ?? crc32(raw), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(claims.size ?? raw.length, 18)
    fields.writeUInt16LE(names.length, 22)
    bodies.push(Buffer.from('PK\x03\x04', 'latin1'), fields, names, packed)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, rest, names)
    at += 4 + fields.length + names.length + packed.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...bodies, listed, Buffer.from('PK\x05\x06', 'latin1'), end])
}

interface ShapeOfFile {
  readonly type: 0 | 1 | 5
  /** Rings of positions; a point is one ring of one position. */
  readonly rings: readonly (readonly (readonly [number, number])[])[]
}

/** A .shp file. */
export function shpOf(type: 1 | 5, shapes: readonly ShapeOfFile[]): Buffer {
  const records = shapes.map((shape, at) => {
    const content = shape.type === 0 ? int32(0) : shape.type === 1 ? pointOf(shape) : polygonOf(shape)
    const head = Buffer.alloc(8)
    head.writeInt32BE(at + 1, 0)
    head.writeInt32BE(content.length / 2, 4)
    return Buffer.concat([head, content])
  })
  const body = Buffer.concat(records)
  const header = Buffer.alloc(100)
  header.writeInt32BE(9994, 0)
  header.writeInt32BE((100 + body.length) / 2, 24)
  header.writeInt32LE(1000, 28)
  header.writeInt32LE(type, 32)
  return Buffer.concat([header, body])
}

const int32 = (value: number) => {
  const buffer = Buffer.alloc(4)
  buffer.writeInt32LE(value)
  return buffer
}
const doubles = (values: readonly number[]) => {
  const buffer = Buffer.alloc(values.length * 8)
  for (const [at, value] of values.entries()) buffer.writeDoubleLE(value, at * 8)
  return buffer
}
const pointOf = ({ rings }: ShapeOfFile) => Buffer.concat([int32(1), doubles(rings[0]![0]!)])
function polygonOf({ rings }: ShapeOfFile) {
  const points = rings.flat()
  let from = 0
  const parts = rings.map((ring) => {
    const start = int32(from)
    from += ring.length
    return start
  })
  return Buffer.concat([
    int32(5),
    doubles([0, 0, 0, 0]),
    int32(rings.length),
    int32(points.length),
    ...parts,
    doubles(points.flat()),
  ])
}

/** A .dbf file; `encode` writes its texts. */
export function dbfOf(
  fields: readonly { readonly name: string; readonly type: 'C' | 'N' | 'D'; readonly length: number }[],
  records: readonly (readonly string[])[],
  encode: (text: string) => Buffer = (text) => Buffer.from(text),
): Buffer {
  const headerLength = 32 + fields.length * 32 + 1
  const recordLength = 1 + fields.reduce((sum, { length }) => sum + length, 0)
  const header = Buffer.alloc(headerLength)
  header[0] = 3
  header.writeUInt32LE(records.length, 4)
  header.writeUInt16LE(headerLength, 8)
  header.writeUInt16LE(recordLength, 10)
  fields.forEach(({ name, type, length }, at) => {
    encode(name).copy(header, 32 + at * 32, 0, 11)
    header.write(type, 32 + at * 32 + 11, 'latin1')
    header[32 + at * 32 + 16] = length
  })
  header[headerLength - 1] = 0x0d
  const rows = records.map((record) =>
    Buffer.concat([
      Buffer.from(' '),
      ...record.map((value, at) => {
        const padded = Buffer.alloc(fields[at]!.length, 0x20)
        encode(value).copy(padded)
        return padded
      }),
    ]),
  )
  return Buffer.concat([header, ...rows, Buffer.from([0x1a])])
}

let codes: Map<string, Buffer> | undefined

/** Text as Chinese Windows writes it: Node decodes GB18030 but does not encode it, so its table is turned round. */
export function gbk(text: string): Buffer {
  if (!codes) {
    codes = new Map()
    const decoder = new TextDecoder('gb18030')
    for (let first = 0x81; first <= 0xfe; first++)
      for (let second = 0x40; second <= 0xfe; second++) {
        if (second === 0x7f) continue
        const bytes = Buffer.from([first, second])
        codes.set(decoder.decode(bytes), bytes)
      }
  }
  const known = codes
  return Buffer.concat([...text].map((character) => known.get(character) ?? Buffer.from(character)))
}
