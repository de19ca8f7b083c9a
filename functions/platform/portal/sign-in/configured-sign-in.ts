import { realNow } from '../../clock.ts'
import { config } from '../../config.ts'
import { clientSecret, portalCookieKey } from '../../identity/issuer/derived-keys.ts'
import { readSeed } from '../../identity/issuer/seeds.ts'
import { createIssuerClient } from './issuer-client.ts'
import { createSessions, type Sessions } from './portal-sessions.ts'
import { createSeal } from './seal.ts'
import { signInRoutes } from './sign-in.ts'

/** How people sign in to this deployment's portal. */
export interface SignIn {
  readonly routes: ReturnType<typeof signInRoutes>
  readonly enter: Sessions['enter']
}

/** Reads the portal's seed once per container. */
export async function configuredSignIn(): Promise<SignIn> {
  const seed = await readSeed(config('PORTAL_SECRET'))
  const seal = createSeal(portalCookieKey(seed), realNow)
  const issuer = createIssuerClient(async () => clientSecret(seed))
  const sessions = createSessions({ issuer, seal, now: realNow })
  return { routes: signInRoutes({ issuer, seal, sessions }), enter: sessions.enter }
}
