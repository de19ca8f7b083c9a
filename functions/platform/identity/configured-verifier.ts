import { realNow } from '../clock.ts'
import { config } from '../config.ts'
import { openPlatformTable } from '../dynamo/platform-tables.ts'
import { createBuiltInVerifier } from './built-in-verifier.ts'
import { readPublishedIssuer } from './published-issuer.ts'
import { unverified } from './unverified.ts'
import { createVerifier, type Verify } from './verifier.ts'

/**
 * The verifier of this deployment: the outside issuer of its stack parameters, and the built-in one unless it is left out.
 * Whom a token names says only whose keys it is held against; each issuer's keys verify its own tokens and no other's.
 */
export function configuredVerifier(): Verify {
  const issuer = config('IDENTITY_ISSUER')
  const outside = createVerifier({ jwks: JSON.parse(config('IDENTITY_JWKS')), issuer, now: realNow })
  if (config('BUILT_IN_ISSUER') !== 'trusted') return outside
  const table = openPlatformTable()
  const builtIn = createBuiltInVerifier({ read: () => readPublishedIssuer(table), now: realNow })
  return (token) => (unverified(token, 'claims').iss === issuer ? outside(token) : builtIn(token))
}
