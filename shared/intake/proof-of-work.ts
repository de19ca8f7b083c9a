import * as z from 'zod'

/** What a challenge looks like: until when it holds, bits of work, salt and our mark. */
export const challengeForm = z.string().regex(/^\d{13}\.\d{1,2}\.[\w-]{22}\.[\w-]{22}$/)

/** A number that makes the hash of `<challenge>:<nonce>` begin with so many zero bits. */
export const proof = z.strictObject({ challenge: challengeForm, nonce: z.string().regex(/^\d{1,15}$/) })
export type Proof = z.output<typeof proof>

/** What is hashed with SHA-256. */
export const provenText = ({ challenge, nonce }: Proof) => `${challenge}:${nonce}`

/** How many bits a hash begins with that are zero. */
export function leadingZeroBits(hash: Uint8Array): number {
  const first = hash.findIndex((byte) => byte !== 0)
  return first === -1 ? hash.length * 8 : first * 8 + Math.clz32(hash[first]!) - 24
}
