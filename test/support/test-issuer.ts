import { exportJWK, generateKeyPair, type JSONWebKeySet, type JWTPayload, SignJWT } from 'jose'
import { AUDIENCE } from '../../functions/platform/identity/verifier.ts'

/** An issuer for tests: its keys sign what the real one will, claim by claim. */
export interface TestIssuer {
  issuer: string
  jwks: JSONWebKeySet
  /** A token that is in order but for what `changes` says; `undefined` leaves a claim out. */
  token(changes?: Record<string, unknown>): Promise<string>
}

export async function createTestIssuer(
  options: { issuer?: string; alg?: string; kid?: string; now?: () => number } = {},
): Promise<TestIssuer> {
  const { issuer = 'https://issuer.test', alg = 'ES256', kid = 'test-key', now = Date.now } = options
  const { privateKey, publicKey } = await generateKeyPair(alg)
  const jwk = { ...(await exportJWK(publicKey)), alg, use: 'sig', kid }
  return {
    issuer,
    jwks: { keys: [jwk] },
    token(changes = {}) {
      const seconds = Math.floor(now() / 1000)
      const claims: Record<string, unknown> = {
        iss: issuer,
        aud: AUDIENCE,
        sub: 'p1',
        iat: seconds,
        exp: seconds + 600,
        tenant: '500235',
        person: 'p1',
        posts: ['acceptor', 'shift-leader'],
        ...changes,
      }
      for (const [claim, value] of Object.entries(claims)) if (value === undefined) delete claims[claim]
      return new SignJWT(claims as JWTPayload).setProtectedHeader({ alg, kid }).sign(privateKey)
    },
  }
}
