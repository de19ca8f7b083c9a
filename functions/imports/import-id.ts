import { createHash } from 'node:crypto'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const TIME_LENGTH = 10
const REST_LENGTH = 16

/** Of an import: sorts by when it began, and is the same for the same submission at the same moment. */
export function importIdOf(at: number, tenant: string, key: string): string {
  const bytes = createHash('sha256').update(`import ${tenant} ${key}`).digest()
  const rest = [...bytes.subarray(0, REST_LENGTH)].map((byte) => CROCKFORD[byte % 32])
  const time = Array.from(
    { length: TIME_LENGTH },
    (_, index) => CROCKFORD[Math.floor(at / 32 ** (TIME_LENGTH - 1 - index)) % 32],
  )
  return [...time, ...rest].join('')
}
