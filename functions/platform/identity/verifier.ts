import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose'
import { JOSEError, JWTExpired } from 'jose/errors'
import * as z from 'zod'
import { cityCode, personId, tenantCode, unitId } from '#shared/kernel/ids'
import { isCommissionPost, isPost } from '#shared/lifecycle/posts'
import type { CommissionSignedIn, SignedIn } from '#shared/routes'
import { Refused } from '../http/refused.ts'

export const AUDIENCE = 'chengyun'
const ALGORITHMS = ['EdDSA', 'ES256', 'RS256']
/** Clocks of issuer and verifier may differ by this much. */
const TOLERANCE_SECONDS = 5

const person = {
  sub: z.string().min(1),
  person: personId,
  posts: z.array(z.string()).max(32),
  unit: unitId.optional(),
  /** Given by the built-in issuer: the session that the token was given out in. */
  sid: z.string().min(1).max(128).optional(),
}
/** Of a county or of a city's commission; a token that claims both is none of ours. */
const claims = z.union([
  z.object({ ...person, tenant: tenantCode, city: z.undefined().optional() }),
  z.object({ ...person, city: cityCode, tenant: z.undefined().optional() }),
])

/** Whom a token names, as it says itself. */
export type Bearer = (SignedIn | CommissionSignedIn) & {
  /** Absent in tokens of an outside issuer: they hold until they expire. */
  readonly session?: string
}

export type Verify = (token: string) => Promise<Bearer>

export interface Trust {
  readonly jwks: JSONWebKeySet
  readonly issuer: string
  /** Real time, epoch milliseconds. */
  readonly now: () => number
}

/** Verifies a token and maps its claims; the only reader of claims. Posts that this version does not know are dropped. */
export function createVerifier({ jwks, issuer, now }: Trust): Verify {
  const keys = createLocalJWKSet(jwks)
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience: AUDIENCE,
        algorithms: ALGORITHMS,
        requiredClaims: ['exp'],
        clockTolerance: TOLERANCE_SECONDS,
        currentDate: new Date(now()),
      })
      const { tenant, city, person, posts, unit, sid } = claims.parse(payload)
      const session = sid === undefined ? {} : { session: sid }
      return tenant === undefined
        ? { city, person, posts: posts.filter(isCommissionPost), ...session }
        : { tenant, person, posts: posts.filter(isPost), ...(unit && { unit }), ...session }
    } catch (error) {
      if (error instanceof JWTExpired) throw new Refused('sign-in-expired')
      if (error instanceof JOSEError || error instanceof z.ZodError) throw new Refused('sign-in-invalid')
      throw error
    }
  }
}
