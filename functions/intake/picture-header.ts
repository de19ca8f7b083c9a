import { Buffer } from 'node:buffer'
import type { PictureType } from './ports.ts'

/** What a picture says of itself, read without unpacking any of it. */
export interface PictureHeader {
  readonly type: PictureType
  readonly width: number
  readonly height: number
}

/** A progressive photo has about ten; each takes as long to unpack as a whole photo. */
const MOST_SCANS = 32

/** By the bytes, whatever the file is called. `undefined`: none of ours, or no whole header. */
export function pictureHeader(bytes: Uint8Array): PictureHeader | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const found = jpegHeader(view) ?? pngHeader(view) ?? webpHeader(view)
    return found && found.width > 0 && found.height > 0 ? found : undefined
  } catch (error) {
    // cut off within its header
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const START_OF_IMAGE = 0xffd8
const START_OF_SCAN = Buffer.from([0xff, 0xda])
/** Frames, by marker: 0xc4, 0xc8 and 0xcc are tables. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function jpegHeader(view: Buffer): PictureHeader | undefined {
  if (view.length < 4 || view.readUInt16BE(0) !== START_OF_IMAGE) return undefined
  if (scansOf(view) > MOST_SCANS) return undefined
  for (let at = 2; ; ) {
    if (view.readUInt8(at) !== 0xff) return undefined
    const marker = view.readUInt8(at + 1)
    // a filler before a marker
    if (marker === 0xff) at += 1
    else if (isFrame(marker))
      return { type: 'jpeg', height: view.readUInt16BE(at + 5), width: view.readUInt16BE(at + 7) }
    else at += 2 + view.readUInt16BE(at + 2)
  }
}

function scansOf(view: Buffer): number {
  let scans = 0
  for (let at = view.indexOf(START_OF_SCAN); at !== -1; at = view.indexOf(START_OF_SCAN, at + 2)) scans++
  return scans
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function pngHeader(view: Buffer): PictureHeader | undefined {
  if (!view.subarray(0, 8).equals(PNG_SIGNATURE) || view.toString('latin1', 12, 16) !== 'IHDR')
    return undefined
  return { type: 'png', width: view.readUInt32BE(16), height: view.readUInt32BE(20) }
}

function webpHeader(view: Buffer): PictureHeader | undefined {
  if (view.toString('latin1', 0, 4) !== 'RIFF' || view.toString('latin1', 8, 12) !== 'WEBP') return undefined
  const size = webpSize(view)
  return size && { type: 'webp', ...size }
}

/** By the form of its first part: lossy, lossless, or with a header of its own. */
function webpSize(view: Buffer): { width: number; height: number } | undefined {
  switch (view.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { width: view.readUInt16LE(26) & 0x3fff, height: view.readUInt16LE(28) & 0x3fff }
    case 'VP8L': {
      const bits = view.readUInt32LE(21)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8X':
      return { width: view.readUIntLE(24, 3) + 1, height: view.readUIntLE(27, 3) + 1 }
    default:
      return undefined
  }
}
