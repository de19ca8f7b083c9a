import { Refused } from '../http/refused.ts'
import type { PublishedIssuer } from './published-issuer.ts'
import { unverified } from './unverified.ts'
import { createVerifier, type Verify } from './verifier.ts'

/** Keys taken out of service are refused after this long. */
const KEPT_MS = 60_000
/** Tokens of unknown keys make us look again at most this often. */
const LOOK_AGAIN_MS = 1_000

interface Known {
  readonly kids: readonly unknown[]
  readonly verify: Verify
  readonly readAt: number
}

interface Needs {
  readonly read: () => Promise<PublishedIssuer | undefined>
  /** Real time, epoch milliseconds. */
  readonly now: () => number
}

const refuse: Verify = async () => {
  throw new Refused('sign-in-invalid')
}

/** Verifies tokens of the built-in issuer by what it has published; a key that has just come into force is found. */
export function createBuiltInVerifier({ read, now }: Needs): Verify {
  let known: Known | undefined

  async function look(): Promise<Known> {
    const readAt = now()
    const published = await read()
    known = published
      ? {
          kids: published.jwks.keys.map(({ kid }) => kid),
          verify: createVerifier({ ...published, now }),
          readAt,
        }
      : { kids: [], verify: refuse, readAt }
    return known
  }

  return async (token) => {
    const age = known ? now() - known.readAt : Number.POSITIVE_INFINITY
    const stale =
      age > KEPT_MS || (age > LOOK_AGAIN_MS && !known?.kids.includes(unverified(token, 'header').kid))
    const { verify } = known && !stale ? known : await look()
    return verify(token)
  }
}
