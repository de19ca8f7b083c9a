import { type FileHandle, open } from 'node:fs/promises'

/** A file on disk, read where it is needed: nothing of it is held in memory. */
export interface SourceFile extends AsyncDisposable {
  readonly size: number
  /** Bytes from `start` to `end` (exclusive), fewer at the end of the file. */
  read(start: number, end: number): Promise<Buffer>
  pieces(start?: number, end?: number): AsyncIterable<Buffer>
}

const PIECE_BYTES = 64 * 1024

export async function openSourceFile(path: string): Promise<SourceFile> {
  const file = await open(path, 'r')
  const { size } = await file.stat()
  const read = (start: number, end: number) => readPart(file, start, Math.min(end, size))
  return {
    size,
    read,
    async *pieces(start = 0, end = size) {
      for (let at = start; at < end; at += PIECE_BYTES) yield await read(at, Math.min(at + PIECE_BYTES, end))
    },
    [Symbol.asyncDispose]: () => file.close(),
  }
}

async function readPart(file: FileHandle, start: number, end: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(Math.max(0, end - start))
  let filled = 0
  while (filled < buffer.length) {
    const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, start + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
}
