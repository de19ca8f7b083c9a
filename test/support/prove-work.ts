import { createHash } from 'node:crypto'
import { leadingZeroBits, provenText } from '../../shared/intake/proven-text.ts'

/** The work that a challenge asks for, as a phone would do it. */
export function proveWork(challenge: string, bits: number) {
  for (let nonce = 0; ; nonce++) {
    const proof = { challenge, nonce: String(nonce) }
    const hash = createHash('sha256').update(provenText(proof)).digest()
    if (leadingZeroBits(hash) >= bits) return proof
  }
}
