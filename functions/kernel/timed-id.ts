import { createHash } from 'node:crypto'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const TIME_LENGTH = 10
const REST_LENGTH = 16

/** 26 characters: sorts by when it was made, and is the same for the same content at the same moment. */
export function timedId(at: number, content: string): string {
  const bytes = createHash('sha256').update(content).digest()
  const rest = [...bytes.subarray(0, REST_LENGTH)].map((byte) => CROCKFORD[byte % 32])
  const time = Array.from(
    { length: TIME_LENGTH },
    (_, index) => CROCKFORD[Math.floor(at / 32 ** (TIME_LENGTH - 1 - index)) % 32],
  )
  return [...time, ...rest].join('')
}

/** When a timed id was made, epoch milliseconds. */
export const timeOfId = (id: string): number =>
  [...id.slice(0, TIME_LENGTH)].reduce((time, digit) => time * 32 + CROCKFORD.indexOf(digit), 0)
