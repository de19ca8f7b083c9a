import { randomBytes } from 'node:crypto'

/** What a task token says: which execution and frame it belongs to, and the secret only its holder knows. */
export interface TokenParts {
  execution: number
  frame: number
  nonce: string
}

const FORM = /^1\.(\d+)\.(\d+)\.([\w-]{22})$/

export const newNonce = () => randomBytes(16).toString('base64url')

export const writeToken = ({ execution, frame, nonce }: TokenParts) =>
  Buffer.from(`1.${execution}.${frame}.${nonce}`).toString('base64')

/** Undefined for a text that never was a token of ours. */
export function readToken(token: string): TokenParts | undefined {
  const parts = FORM.exec(Buffer.from(token, 'base64').toString('latin1'))
  if (!parts) return undefined
  return { execution: Number(parts[1]), frame: Number(parts[2]), nonce: parts[3]! }
}
