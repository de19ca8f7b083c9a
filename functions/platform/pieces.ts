import { gunzipSync, gzipSync } from 'node:zlib'

/** Fits an item of 400 KB with room for its keys. */
const PIECE_BYTES = 300 * 1024

/** A document as compressed pieces, each small enough for one item. */
export function piecesOf(document: unknown): Uint8Array[] {
  const bytes = gzipSync(JSON.stringify(document))
  return Array.from({ length: Math.ceil(bytes.length / PIECE_BYTES) }, (_, index) =>
    bytes.subarray(index * PIECE_BYTES, (index + 1) * PIECE_BYTES),
  )
}

/** The document of pieces that {@link piecesOf} cut, all of them and in order. */
export const documentOf = (pieces: readonly Uint8Array[]): unknown =>
  JSON.parse(gunzipSync(Buffer.concat(pieces)).toString('utf8'))
