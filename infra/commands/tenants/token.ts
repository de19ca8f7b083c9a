import { importJWK, SignJWT } from 'jose'
import { type CommissionPost, commissionPosts } from '#shared/lifecycle/posts'
import { identityParameters } from '../demonstration-key.ts'

const HOUR_SECONDS = 3_600

/**
 * A token of the commission's administrator, signed with the key of a data folder on this machine. It opens the instance
 * that runs on that folder and no other: an installation that deploys does not trust the key.
 */
export async function localToken(folder: string, city: string): Promise<string> {
  const { DemonstrationKey, IdentityIssuer } = await identityParameters(folder)
  const jwk = JSON.parse(DemonstrationKey) as { alg: string; kid: string }
  const post: CommissionPost = 'commission-administrator'
  const now = Math.floor(Date.now() / 1000)
  return new SignJWT({ city, person: `demo-${post}`, posts: commissionPosts.filter((one) => one === post) })
    .setProtectedHeader({ alg: jwk.alg, kid: jwk.kid })
    .setSubject(`demo-${post}`)
    .setIssuer(IdentityIssuer)
    .setAudience('chengyun')
    .setIssuedAt(now)
    .setExpirationTime(now + HOUR_SECONDS)
    .sign(await importJWK(jwk as never, jwk.alg))
}
