import type { demonstrationContracts } from '#shared/demonstration/contract'
import type { Routes } from '#shared/routes'
import { bearerOf, faces } from './faces.ts'
import type { TokenMaker } from './ports.ts'

/** A working day and an evening: a demonstration does not ask anyone to sign in again. */
const SESSION_SECONDS = 12 * 3_600

export const demonstrationRoutes = (
  makeToken: TokenMaker,
): Routes<(typeof demonstrationContracts)[number]> => ({
  'list-faces': async () => ({ faces: [...faces] }),
  'wear-face': async ({ params }) => {
    const { signedIn, home } = bearerOf(params.post)
    const token = await makeToken(signedIn, SESSION_SECONDS)
    return {
      location: home,
      cookies: [
        `__Host-session=${token}; Path=/; Max-Age=${SESSION_SECONDS}; HttpOnly; Secure; SameSite=Lax`,
      ],
    }
  },
})
