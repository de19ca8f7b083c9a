import type { Contract } from '#shared/kernel/contract'
import type { CommissionSignedIn, SignedIn } from '#shared/routes'
import { Refused } from '../http/refused.ts'

/**
 * Whether this person may come through this door: only into their own county or city, and only with a post that the
 * contract names, if it names any. What they may then do with a case is the lifecycle's to say.
 * Throws Refused `other-county`, `other-city` or `post-not-held`.
 */
export function authorize(
  { access, posts }: Contract,
  { county, city }: { county?: string; city?: string },
  signedIn: SignedIn | CommissionSignedIn,
): void {
  if (access === 'county' && !('tenant' in signedIn && signedIn.tenant === county))
    throw new Refused('other-county')
  if (access === 'city' && !('city' in signedIn && signedIn.city === city)) throw new Refused('other-city')
  if (posts && !signedIn.posts.some((held) => posts.includes(held))) throw new Refused('post-not-held')
}
