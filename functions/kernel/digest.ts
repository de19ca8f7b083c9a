import { createHash } from 'node:crypto'
import type { Digest } from '#shared/audit/chain'

/** SHA-256 in base64url: what links every chain of the audit. */
export const sha256: Digest = (text) => createHash('sha256').update(text).digest('base64url')

/** The same in hexadecimal, as `sha256sum` prints it. */
export const sha256Hex = (text: string) => createHash('sha256').update(text).digest('hex')

/** Of a file. */
export const sha256Bytes = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64url')
