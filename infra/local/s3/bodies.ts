import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { type FileHandle, open, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** A body that stays on disk until it is let go, whether or not a row names it yet. */
export interface Held extends AsyncDisposable {
  /** SHA-256 in hex: the body's name. */
  hash: string
  size: number
}

/** Bodies of objects: files named by their content, each kept once, durable before a row may name them. */
export interface Bodies {
  /** Writes, syncs and renames one body made of `pieces` in order. */
  keep(pieces: Iterable<Buffer> | AsyncIterable<Buffer>): Promise<Held>
  /** Holds a body that is stored already. */
  hold(hash: string, size: number): Held
  /** Bytes `start` to `end` (exclusive). */
  read(hash: string, start: number, end: number): Promise<Buffer>
  /** After rows were removed: deletes the file when nothing names or holds it. */
  release(hash: string): void
}

/** `isNamed` tells whether any row names the body. Files nobody names are removed at once: remains of a kill. */
export function createBodies(folder: string, isNamed: (hash: string) => boolean): Bodies {
  mkdirSync(folder, { recursive: true })
  for (const file of readdirSync(folder)) if (!isNamed(file)) rmSync(join(folder, file))
  const holds = new Map<string, number>()

  function release(hash: string) {
    if (!holds.has(hash) && !isNamed(hash)) rmSync(join(folder, hash), { force: true })
  }

  function hold(hash: string, size: number): Held {
    holds.set(hash, (holds.get(hash) ?? 0) + 1)
    return {
      hash,
      size,
      async [Symbol.asyncDispose]() {
        const left = holds.get(hash)! - 1
        if (left > 0) holds.set(hash, left)
        else holds.delete(hash)
        release(hash)
      },
    }
  }

  return {
    async keep(pieces) {
      const temporary = join(folder, `new-${randomUUID()}`)
      try {
        const { hash, size } = await writeSynced(temporary, pieces)
        const held = hold(hash, size)
        const known = await stat(join(folder, hash)).catch(() => undefined)
        if (known) rmSync(temporary)
        else await rename(temporary, join(folder, hash))
        await syncFolder(folder)
        return held
      } catch (error) {
        rmSync(temporary, { force: true })
        throw error
      }
    },
    hold,
    async read(hash, start, end) {
      await using _held = hold(hash, 0)
      const file = await open(join(folder, hash), 'r')
      try {
        const buffer = Buffer.alloc(end - start)
        let filled = 0
        while (filled < buffer.length) {
          const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, start + filled)
          if (bytesRead === 0) throw new Error(`the stored body ${hash} is shorter than its row says`)
          filled += bytesRead
        }
        return buffer
      } finally {
        await file.close()
      }
    },
    release,
  }
}

async function writeSynced(path: string, pieces: Iterable<Buffer> | AsyncIterable<Buffer>) {
  const digest = createHash('sha256')
  let size = 0
  const file = await open(path, 'wx')
  try {
    for await (const piece of pieces) {
      digest.update(piece)
      size += piece.length
      await writeAll(file, piece)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { hash: digest.digest('hex'), size }
}

async function writeAll(file: FileHandle, piece: Buffer) {
  for (let at = 0; at < piece.length; ) at += (await file.write(piece, at)).bytesWritten
}

// a renamed file survives a power cut only once its folder is synced too
async function syncFolder(folder: string) {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
