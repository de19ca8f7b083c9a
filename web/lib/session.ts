import { cookies } from 'next/headers'
import { type CommissionPost, isCommissionPost, isPost, type Post } from '#shared/lifecycle/posts'

/** Set by whoever signs people in; never by the portal. */
const sessionCookie = '__Host-session'

export interface Session {
  /** Sent to the API as it came. */
  token: string
  /** Read without verification, to choose what to show: only the API decides what the token allows. */
  posts: readonly Post[]
  /** Who they are, by their id. */
  person: string
}

/** The reader's session, or nothing when there is none that could be read. */
export async function readSession(): Promise<Session | undefined> {
  const token = (await cookies()).get(sessionCookie)?.value
  if (!token) return undefined
  const claims = claimsOf(token)
  const posts = claims && 'posts' in claims && Array.isArray(claims.posts) ? claims.posts : []
  const person = claims && 'person' in claims ? String(claims.person) : ''
  return { token, person, posts: posts.filter((post) => typeof post === 'string' && isPost(post)) }
}

/** The session of somebody of a city's commission. */
export interface CommissionSession {
  city: string
  posts: readonly CommissionPost[]
}

/** The reader's session with a commission; nothing for a county's people, who are signed in all the same. */
export async function readCommissionSession(): Promise<CommissionSession | undefined> {
  const claims = claimsOf((await cookies()).get(sessionCookie)?.value ?? '')
  if (!claims || !('city' in claims) || typeof claims.city !== 'string') return undefined
  const posts = 'posts' in claims && Array.isArray(claims.posts) ? claims.posts : []
  return {
    city: claims.city,
    posts: posts.filter((post) => typeof post === 'string' && isCommissionPost(post)),
  }
}

function claimsOf(token: string): object | undefined {
  const payload = token.split('.')[1] ?? ''
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
    return typeof claims === 'object' && claims !== null ? claims : undefined
  } catch {
    return undefined
  }
}
