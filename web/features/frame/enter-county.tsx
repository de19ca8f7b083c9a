import type { ReactNode } from 'react'
import { type Post, postWording } from '#shared/lifecycle/posts'
import { readLanguage, readText } from '../../lib/language.ts'
import { readSession, type Session } from '../../lib/session.ts'
import { SignInPage } from '../../ui/sign-in-page.tsx'
import { WrongPostPage } from '../../ui/wrong-post-page.tsx'

interface Wanted {
  title: string
  /** The page's own address. */
  path: string
  /** Of whom one must be. */
  posts: readonly Post[]
}

/** Who comes in to a page of the county's, or the page that tells them which posts have it. The API asks again. */
export async function enterCounty({
  title,
  path,
  posts,
}: Wanted): Promise<{ session: Session } | { turnedAway: ReactNode }> {
  const { frame } = await readText()
  const session = await readSession()
  if (!session) return { turnedAway: <SignInPage text={frame} path={path} /> }
  if (posts.some((post) => session.posts.includes(post))) return { session }
  const language = await readLanguage()
  const { who, between, advice } = frame.wrongPost
  const names = posts.map((post) => postWording[post][language]).join(between)
  return { turnedAway: <WrongPostPage title={title} who={who(names)} advice={advice} /> }
}
