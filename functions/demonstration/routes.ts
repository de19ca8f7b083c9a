import type { demonstrationContracts } from '#shared/demonstration/contract'
import type { Routes } from '#shared/routes'
import { DEMONSTRATION_COUNTY, faceOf, faces, unitOf } from './faces.ts'
import type { TokenMaker } from './ports.ts'

/** A working day and an evening: a demonstration does not ask anyone to sign in again. */
const SESSION_SECONDS = 12 * 3_600

export const demonstrationRoutes = (
  makeToken: TokenMaker,
): Routes<(typeof demonstrationContracts)[number]> => ({
  'list-faces': async () => ({ faces: [...faces] }),
  'wear-face': async ({ params }) => {
    const { person, county, post } = faceOf(params.post)
    const unit = unitOf(post)
    const signedIn = { tenant: county, person, posts: [post], ...(unit && { unit }) }
    const token = await makeToken(signedIn, SESSION_SECONDS)
    return {
      location: `/t/${DEMONSTRATION_COUNTY}`,
      cookies: [
        `__Host-session=${token}; Path=/; Max-Age=${SESSION_SECONDS}; HttpOnly; Secure; SameSite=Lax`,
      ],
    }
  },
})
