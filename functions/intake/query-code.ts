import { Buffer } from 'node:buffer'
import type { CountyDigests } from './ports.ts'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Forty bits: nobody guesses one by the tries that a network has. */
const LETTERS = 8

/** What a case is followed by beside its number: made of its id, so that nothing need be kept. */
export async function queryCodeOf(digests: CountyDigests, caseId: string): Promise<string> {
  const bytes = Buffer.from(await digests('query', caseId), 'base64url').subarray(0, LETTERS)
  return [...bytes].map((byte) => CROCKFORD[byte % 32]).join('')
}
