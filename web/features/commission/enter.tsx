import type { ReactNode } from 'react'
import { type CommissionPost, commissionPostWording } from '#shared/lifecycle/posts'
import { readLanguage, readText } from '../../lib/language.ts'
import { type CommissionSession, readCommissionSession } from '../../lib/session.ts'
import { SignInPage } from '../../ui/sign-in-page.tsx'
import { WrongPostPage } from '../../ui/wrong-post-page.tsx'

interface Wanted {
  title: string
  /** The page's own address. */
  path: string
  /** Of whom one must be. */
  posts: readonly CommissionPost[]
}

/** Who comes in to a page of the commission, or the page that tells them why not. The API asks again, of every request. */
export async function enterCommission({
  title,
  path,
  posts,
}: Wanted): Promise<{ session: CommissionSession } | { turnedAway: ReactNode }> {
  const { frame } = await readText()
  const session = await readCommissionSession()
  if (!session) return { turnedAway: <SignInPage text={frame} path={path} /> }
  if (posts.some((post) => session.posts.includes(post))) return { session }
  const language = await readLanguage()
  const who = frame.wrongPost.who(
    posts.map((post) => commissionPostWording[post][language]).join(frame.wrongPost.between),
  )
  return { turnedAway: <WrongPostPage title={title} who={who} advice={frame.wrongPost.advice} /> }
}
