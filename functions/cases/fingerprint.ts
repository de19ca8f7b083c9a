import { createHash } from 'node:crypto'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const ID_LENGTH = 26
const DIGEST_LENGTH = 10

/** A case's id, made from county and idempotency key: the same submission finds the same case. */
export const caseIdOf = (tenant: string, key: string) => base32(`case ${tenant} ${key}`, ID_LENGTH)

/** Short digest of an idempotency key, to recognize it; the history row holds the key itself. */
export const keyDigest = (key: string) => base32(`key ${key}`, DIGEST_LENGTH)

function base32(text: string, length: number): string {
  const bytes = createHash('sha256').update(text).digest()
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return Array.from(
    { length },
    (_, index) => CROCKFORD[Number.parseInt(bits.slice(index * 5, index * 5 + 5), 2)],
  ).join('')
}
