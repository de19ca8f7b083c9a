import { wearFace } from '#shared/demonstration/contract'
import type { CommissionPost, Post } from '#shared/lifecycle/posts'
import { apiOrigin } from '../../lib/config.ts'

/** The session that the demonstration gives to a face; undefined where there are no faces. */
export async function faceCookie(post: Post | CommissionPost): Promise<string | undefined> {
  const address = new URL(wearFace.path.replace('{post}', post), apiOrigin())
  const answer = await fetch(address, {
    method: wearFace.method,
    redirect: 'manual',
    cache: 'no-store',
  }).catch(() => undefined)
  return answer?.headers.getSetCookie()[0]
}

/** The token alone, to ask in that face's name. */
export async function faceToken(post: Post): Promise<string | undefined> {
  return /=([^;]+)/.exec((await faceCookie(post)) ?? '')?.[1]
}
