import { Buffer } from 'node:buffer'
import { deflateSync } from 'node:zlib'
import { createPictureCodec } from '../../functions/platform/images/picture-codec.ts'

/** A picture of stripes, packed as a JPEG by the product's own codec. */
export async function jpegOf(width: number, height: number): Promise<Uint8Array> {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let at = 0; at < width * height; at++) {
    const [x, y] = [at % width, Math.floor(at / width)]
    data.set([x < width / 2 ? 250 : 10, y < height / 2 ? 250 : 10, 128, 255], at * 4)
  }
  return createPictureCodec().encode({ data, width, height })
}

const text = (words: string) => Buffer.from(`${words}\0`, 'latin1')

/** One field of a directory of EXIF: tag, type, count, and its value or where that lies. */
interface Tag {
  readonly tag: number
  readonly type: number
  readonly count: number
  readonly value: Buffer
}

/** A directory, what does not fit into its fields behind it. */
function directory(tags: readonly Tag[], at: number): Buffer {
  const head = Buffer.alloc(2 + tags.length * 12 + 4)
  head.writeUInt16BE(tags.length, 0)
  let behind = Buffer.alloc(0)
  tags.forEach(({ tag, type, count, value }, index) => {
    const field = 2 + index * 12
    head.writeUInt16BE(tag, field)
    head.writeUInt16BE(type, field + 2)
    head.writeUInt32BE(count, field + 4)
    if (value.length <= 4) value.copy(head, field + 8)
    else {
      head.writeUInt32BE(at + head.length + behind.length, field + 8)
      behind = Buffer.concat([behind, value])
    }
  })
  return Buffer.concat([head, behind])
}

const ascii = (tag: number, words: string): Tag => ({
  tag,
  type: 2,
  count: words.length + 1,
  value: text(words),
})
const short = (tag: number, value: number): Tag => {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(value)
  return { tag, type: 3, count: 1, value: bytes }
}
const long = (tag: number, value: number): Tag => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return { tag, type: 4, count: 1, value: bytes }
}
const degrees = (tag: number, value: number): Tag => {
  const bytes = Buffer.alloc(24)
  const parts = [
    Math.trunc(value),
    1,
    Math.trunc((value % 1) * 60),
    1,
    Math.round(((value * 60) % 1) * 6e6),
    1e5,
  ]
  for (const [index, part] of parts.entries()) bytes.writeUInt32BE(part, index * 4)
  return { tag, type: 5, count: 3, value: bytes }
}

export interface CameraTags {
  readonly taken?: string
  readonly offset?: string
  readonly orientation?: number
  readonly longitude?: number
  readonly latitude?: number
}

/** The JPEG with what a camera writes into it. */
export function withCameraTags(jpeg: Uint8Array, tags: CameraTags): Uint8Array {
  const { taken, offset, orientation = 1, longitude, latitude } = tags
  const exif = [...(taken ? [ascii(0x9003, taken)] : []), ...(offset ? [ascii(0x9011, offset)] : [])]
  const gps =
    longitude === undefined || latitude === undefined
      ? []
      : [ascii(1, 'N'), degrees(2, latitude), ascii(3, 'E'), degrees(4, longitude)]
  const FIRST = 8
  const main = (exifAt: number, gpsAt: number) =>
    directory([short(0x0112, orientation), long(0x8769, exifAt), long(0x8825, gpsAt)], FIRST)
  const exifAt = FIRST + main(0, 0).length
  const exifBytes = directory(exif, exifAt)
  const gpsAt = exifAt + exifBytes.length
  const tiff = Buffer.concat([
    Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, FIRST]),
    main(exifAt, gpsAt),
    exifBytes,
    directory(gps, gpsAt),
  ])
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const segment = Buffer.alloc(4)
  segment.writeUInt16BE(0xffe1, 0)
  segment.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), segment, body, jpeg.subarray(2)])
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crcOf(body))
  return Buffer.concat([length, body, check])
}

function crcOf(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1))
  }
  return (crc ^ 0xffffffff) >>> 0
}

/** A PNG that says it is so large; its pixels are black, and `rows` of them are there. */
export function pngOf(width: number, height: number, rows = height): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.alloc(rows * (1 + width * 3)))),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}
