import { FileRefused } from './refused.ts'
import type { Cell } from './row.ts'

interface Field {
  readonly name: string
  readonly type: string
  readonly start: number
  readonly length: number
}

export interface Dbf {
  readonly headings: readonly string[]
  readonly count: number
  record(at: number): Readonly<Record<string, Cell>>
}

const HEADER_BYTES = 32
const FIELD_BYTES = 32
const END_OF_FIELDS = 0x0d
/** dBASE's number for the code page 936. */
const DRIVER_936 = 0x4d

/**
 * The table beside the shapes. Its encoding is what the cpg file says, or its own header; where neither does, UTF-8 when
 * all of it is, else GB18030, which holds GBK and GB 2312.
 */
export function readDbf(bytes: Buffer, cpg: string | undefined): Dbf {
  if (bytes.length < HEADER_BYTES + 1) throw new FileRefused('shapefile-broken', { part: 'dbf' })
  const count = bytes.readUInt32LE(4)
  const headerLength = bytes.readUInt16LE(8)
  const recordLength = bytes.readUInt16LE(10)
  if (recordLength === 0 || headerLength + count * recordLength > bytes.length)
    throw new FileRefused('shapefile-broken', { part: 'dbf' })
  const decoder = decoderOf(bytes, headerLength, cpg)
  const text = (part: Buffer) => decoder.decode(part).replaceAll('\0', '').trim()
  const fields = fieldsOf(bytes, headerLength, text)
  return {
    headings: fields.map(({ name }) => name),
    count,
    record(at) {
      const start = headerLength + at * recordLength
      const cells: Record<string, Cell> = {}
      for (const field of fields) {
        const value = text(bytes.subarray(start + field.start, start + field.start + field.length))
        const cell = cellOf(field.type, value)
        if (cell) cells[field.name] = cell
      }
      return cells
    },
  }
}

function fieldsOf(bytes: Buffer, headerLength: number, text: (part: Buffer) => string): Field[] {
  const fields: Field[] = []
  // the first byte of a record tells whether it is deleted
  let start = 1
  for (
    let at = HEADER_BYTES;
    at + FIELD_BYTES <= headerLength && bytes[at] !== END_OF_FIELDS;
    at += FIELD_BYTES
  ) {
    const ended = bytes.indexOf(0, at)
    const name = bytes.subarray(at, ended < 0 || ended > at + 11 ? at + 11 : ended)
    const length = bytes[at + 16]!
    fields.push({ name: text(name), type: String.fromCharCode(bytes[at + 11]!), start, length })
    start += length
  }
  return fields
}

function cellOf(type: string, value: string): Cell | undefined {
  if (value === '' || /^\*+$/.test(value)) return undefined
  if (type === 'N' || type === 'F') {
    const number = Number(value)
    // digits as they are written: a code kept as a number has lost none here
    return Number.isFinite(number) ? { text: /^\d+$/.test(value) ? value : String(number) } : { text: value }
  }
  if (type === 'D' && /^\d{8}$/.test(value))
    return { text: `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6)}`, typed: 'date' }
  return { text: value }
}

function decoderOf(
  bytes: Buffer,
  headerLength: number,
  cpg: string | undefined,
): InstanceType<typeof TextDecoder> {
  const said = cpg?.trim().toUpperCase() ?? ''
  if (/^(UTF-?8|65001)$/.test(said)) return new TextDecoder('utf-8')
  if (/^(GB.*|.*936)$/.test(said) || bytes[29] === DRIVER_936) return new TextDecoder('gb18030')
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(headerLength))
    return new TextDecoder('utf-8')
  } catch {
    return new TextDecoder('gb18030')
  }
}
