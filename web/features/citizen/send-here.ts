import { leadingZeroBits, provenText } from '#shared/intake/proven-text'
import type { Problem } from '#shared/kernel/problem'

/** Runs in the browser: what a network sends is counted by where it comes from, so the report goes from here itself. */

interface Proof {
  challenge: string
  nonce: string
}

export interface Receipt {
  number: string
  queryCode: string
  nextBy?: string
}

export type Sent = { ok: true; receipt: Receipt } | { ok: false; problem: Problem | undefined }

/** Longer than the API takes, shorter than anybody waits. */
const PATIENCE_MS = 25_000

/** Sends a report, doing the work first that is asked for; `problem` undefined when no answer came. */
export async function sendReport(
  county: string,
  body: object,
  { key, onProving }: { key: string; onProving: () => void },
): Promise<Sent> {
  const first = await post(county, body, key)
  if (first.ok || first.problem?.code !== 'proof-needed') return first
  onProving()
  const reply = await fetch(`/api/t/${county}/public/challenge?for=report`).catch(() => undefined)
  if (!reply?.ok) return first
  const { challenge, bits } = (await reply.json()) as { challenge?: string; bits: number }
  const proof = challenge && (await prove(challenge, bits))
  return proof ? post(county, { ...body, proof }, key) : post(county, body, key)
}

async function post(county: string, body: object, key: string): Promise<Sent> {
  try {
    const answer = await fetch(`/api/t/${county}/public/reports`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': document.documentElement.lang,
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const json: unknown = await answer.json()
    return answer.ok ? { ok: true, receipt: json as Receipt } : { ok: false, problem: json as Problem }
  } catch {
    return { ok: false, problem: undefined }
  }
}

/** The page stays alive meanwhile: hashing gives way after every step. */
async function prove(challenge: string, bits: number): Promise<Proof> {
  const encoder = new TextEncoder()
  for (let nonce = 0; ; nonce++) {
    const proof = { challenge, nonce: String(nonce) }
    const hash = await crypto.subtle.digest('SHA-256', encoder.encode(provenText(proof)))
    if (leadingZeroBits(new Uint8Array(hash)) >= bits) return proof
  }
}
