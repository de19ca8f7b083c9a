import { createECDH, createHash, hkdfSync } from 'node:crypto'
import type { JWK } from 'jose'

const bytes = (seed: string, purpose: string, length: number) =>
  Buffer.from(hkdfSync('sha256', seed, 'chengyun issuer', purpose, length))

/** Order of the curve P-256. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

/**
 * The signing key of a seed: every container derives the same one, so that none has to be agreed upon. ES256, which every
 * library verifies. 64 bits more than the order are reduced to it (FIPS 186-5, A.2.1).
 */
export function signingKey(seed: string): JWK & { kid: string } {
  const wide = BigInt(`0x${bytes(seed, 'signing key', 40).toString('hex')}`)
  const scalar = Buffer.from(((wide % (ORDER - 1n)) + 1n).toString(16).padStart(64, '0'), 'hex')
  const curve = createECDH('prime256v1')
  curve.setPrivateKey(scalar)
  const point = curve.getPublicKey()
  const x = point.subarray(1, 33).toString('base64url')
  const y = point.subarray(33).toString('base64url')
  const kid = createHash('sha256')
    .update(JSON.stringify({ crv: 'P-256', kty: 'EC', x, y }))
    .digest('base64url')
  return { kty: 'EC', crv: 'P-256', x, y, d: scalar.toString('base64url'), alg: 'ES256', use: 'sig', kid }
}

/** What verifies the key's signatures, without what makes them. */
export function publicHalf({ kty, crv, x, y, alg, use, kid }: JWK): JWK {
  return { kty, crv, x, y, alg, use, kid } as JWK
}

/** Signs the issuer's cookies. */
export const cookieKey = (seed: string) => bytes(seed, 'cookies', 32).toString('base64url')

/** Seals the portal's cookies (A256GCM). */
export const portalCookieKey = (portalSeed: string): Uint8Array => bytes(portalSeed, 'portal cookies', 32)

/** The portal's secret as a client of the issuer, from the portal's own seed. */
export const clientSecret = (portalSeed: string) =>
  bytes(portalSeed, 'client secret', 32).toString('base64url')
