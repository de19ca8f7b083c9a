import * as z from 'zod'

/** What a challenge looks like: until when it holds, bits of work, salt and our mark. */
export const challengeForm = z.string().regex(/^\d{13}\.\d{1,2}\.[\w-]{22}\.[\w-]{22}$/)

/** A number that makes the hash of `<challenge>:<nonce>` begin with so many zero bits. */
export const proof = z.strictObject({ challenge: challengeForm, nonce: z.string().regex(/^\d{1,15}$/) })
export type Proof = z.output<typeof proof>
