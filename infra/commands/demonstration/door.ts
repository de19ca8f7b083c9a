import { importJWK, type JWK, SignJWT } from 'jose'
import type { IdentityParameters } from '../demonstration-key.ts'

const AUDIENCE = 'chengyun'

/** Whoever asks: somebody of a county or of a commission. */
export interface Signed {
  readonly tenant?: string
  readonly city?: string
  readonly person: string
  readonly posts: readonly string[]
  readonly unit?: string
}

export interface Told {
  readonly status: number
  readonly body: Record<string, unknown>
}

/** Asks the product over HTTP as one of the demonstration's people. */
export type Ask = (
  method: 'GET' | 'POST',
  path: string,
  who: Signed,
  body?: object,
  idempotencyKey?: string,
) => Promise<Told>

export async function openDoor(baseUrl: string, identity: IdentityParameters): Promise<Ask> {
  const jwk = JSON.parse(identity.DemonstrationKey) as JWK
  const key = await importJWK(jwk, 'ES256')
  return async (method, path, { person, ...claims }, body, idempotencyKey) => {
    const token = await new SignJWT({ person, ...claims })
      .setProtectedHeader({ alg: 'ES256', ...(jwk.kid && { kid: jwk.kid }) })
      .setSubject(person)
      .setIssuer(identity.IdentityIssuer)
      .setAudience(AUDIENCE)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(key)
    const headers = new Headers({ authorization: `Bearer ${token}` })
    if (body) {
      headers.set('content-type', 'application/json')
      headers.set('idempotency-key', idempotencyKey ?? crypto.randomUUID())
    }
    const answer = await fetch(new URL(path, baseUrl), {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    })
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }
}
