import { crc32, createInflateRaw } from 'node:zlib'
import { FileRefused } from './refused.ts'
import type { SourceFile } from './source-file.ts'

// Our own reading of zip archives, by the directory at their end: it tells what an archive claims to hold before anything
// is unpacked, and what is unpacked is held to the claim. Libraries unpack first.

export interface ZipEntry {
  readonly name: string
  /** Bytes once unpacked, as the directory claims. */
  readonly size: number
  readonly packed: number
  readonly method: number
  readonly crc: number
  readonly at: number
}

export interface Zip {
  readonly entries: readonly ZipEntry[]
  /** Unpacks piece by piece; stops at the first byte beyond what the directory claims. */
  unpack(entry: ZipEntry): AsyncIterable<Buffer>
}

/** A workbook of 100 pictures has some 200. */
export const MOST_ENTRIES = 1_000
/** A sheet of 200,000 rows and 20 columns takes about 300 MB. */
const MOST_BYTES_INSIDE = 600 * 1024 * 1024
/** Sheets of repeated values shrink to a fiftieth; deflate cannot do better than 1 : 1,032, which bombs come near. */
const MOST_RATIO = 200
/** Below this a ratio says nothing. */
const RATIO_FROM_BYTES = 1024 * 1024

const END = 0x06054b50
const DIRECTORY = 0x02014b50
const LOCAL = 0x04034b50
const END_BYTES = 22
const LONGEST_COMMENT = 0xffff
const ENCRYPTED = 1
const STORED = 0
const DEFLATED = 8

export async function openZip(file: SourceFile): Promise<Zip> {
  const entries = await readDirectory(file)
  let inside = 0
  for (const { name, size, packed } of entries) {
    inside += size
    const ratio = size / Math.max(1, packed)
    if (inside > MOST_BYTES_INSIDE || (size > RATIO_FROM_BYTES && ratio > MOST_RATIO))
      throw new FileRefused('zip-too-big-inside', { entry: name })
  }
  return { entries, unpack: (entry) => unpack(file, entry) }
}

async function readDirectory(file: SourceFile): Promise<ZipEntry[]> {
  const tail = await file.read(Math.max(0, file.size - END_BYTES - LONGEST_COMMENT), file.size)
  const end = lastEnd(tail)
  if (end < 0) throw new FileRefused('zip-broken')
  const count = tail.readUInt16LE(end + 10)
  if (count > MOST_ENTRIES) throw new FileRefused('zip-too-many-entries', { most: MOST_ENTRIES })
  const from = tail.readUInt32LE(end + 16)
  const directory = await file.read(from, from + tail.readUInt32LE(end + 12))
  const entries: ZipEntry[] = []
  for (let at = 0; entries.length < count; ) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== DIRECTORY)
      throw new FileRefused('zip-broken')
    const lengths = [28, 30, 32].map((field) => directory.readUInt16LE(at + field))
    const next = at + 46 + lengths.reduce((sum, length) => sum + length, 0)
    if (next > directory.length) throw new FileRefused('zip-broken')
    const flags = directory.readUInt16LE(at + 8)
    const name = nameOf(directory.subarray(at + 46, at + 46 + lengths[0]!))
    if (flags & ENCRYPTED) throw new FileRefused('old-or-locked-workbook')
    entries.push({
      name,
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      at: directory.readUInt32LE(at + 42),
    })
    at = next
  }
  return entries
}

function lastEnd(tail: Buffer): number {
  for (let at = tail.length - END_BYTES; at >= 0; at--)
    if (tail.readUInt32LE(at) === END && at + END_BYTES + tail.readUInt16LE(at + 20) === tail.length)
      return at
  return -1
}

/** Names of files are told apart by their endings, which are ASCII; the rest is UTF-8 or what Chinese Windows writes. */
function nameOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

async function* unpack(file: SourceFile, entry: ZipEntry): AsyncIterable<Buffer> {
  const { name, at, packed, size, method, crc } = entry
  const broken = () => new FileRefused('zip-broken', { entry: name })
  const local = await file.read(at, at + 30)
  if (local.length < 30 || local.readUInt32LE(0) !== LOCAL) throw broken()
  const start = at + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
  if (start + packed > file.size || (method !== STORED && method !== DEFLATED)) throw broken()
  const raw = file.pieces(start, start + packed)
  let length = 0
  let sum = 0
  for await (const piece of method === STORED ? raw : inflated(raw, broken)) {
    length += piece.length
    if (length > size) throw new FileRefused('zip-too-big-inside', { entry: name })
    sum = crc32(piece, sum)
    yield piece
  }
  if (length !== size || sum !== crc) throw broken()
}

async function* inflated(raw: AsyncIterable<Buffer>, broken: () => Error): AsyncIterable<Buffer> {
  const inflate = createInflateRaw()
  // an error reaches whoever reads what is inflated
  feed(raw, inflate).catch((error: Error) => inflate.destroy(error))
  try {
    for await (const piece of inflate) yield piece as Buffer
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('Z_')) throw broken()
    throw error
  }
}

async function feed(raw: AsyncIterable<Buffer>, inflate: ReturnType<typeof createInflateRaw>) {
  for await (const piece of raw) {
    if (inflate.destroyed) return
    if (!inflate.write(piece))
      await new Promise<void>((resolve) => {
        inflate.once('drain', resolve)
        inflate.once('close', resolve)
      })
  }
  inflate.end()
}

/** The whole of an entry that is known to be small. */
export async function unpackWhole(zip: Zip, entry: ZipEntry): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of zip.unpack(entry)) pieces.push(piece)
  return Buffer.concat(pieces)
}
