import { createHash } from 'node:crypto'
import { readChallenge } from '#shared/intake/citizen-contract'
import type { Proof } from '#shared/intake/proof-of-work'
import { leadingZeroBits, provenText } from '#shared/intake/proven-text'
import type { Purpose } from '#shared/intake/quota'
import { ask, type Reply } from '../../lib/api.ts'

/** A tenth of a second or so; whoever floods us is not spared more. */
const MOST_BITS = 18

/**
 * Sends what a citizen without scripts sends, whose browser cannot do the work: where it is asked for, this server does,
 * as long as it is little.
 */
export async function proving<T>(
  county: string,
  purpose: Purpose,
  send: (proof?: Proof) => Promise<Reply<T>>,
): Promise<Reply<T>> {
  const first = await send()
  if (first.ok || first.problem.code !== 'proof-needed') return first
  const reply = await ask(readChallenge, { params: { county }, query: { for: purpose } })
  if (!reply.ok || reply.value.challenge === undefined || reply.value.bits > MOST_BITS) return first
  return send(prove(reply.value.challenge, reply.value.bits))
}

function prove(challenge: string, bits: number): Proof {
  for (let nonce = 0; ; nonce++) {
    const proof = { challenge, nonce: String(nonce) }
    if (leadingZeroBits(createHash('sha256').update(provenText(proof)).digest()) >= bits) return proof
  }
}
