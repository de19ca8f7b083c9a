import type { ReactNode } from 'react'
import { readText } from '../../lib/language.ts'
import { signInPath } from '../../lib/paths.ts'
import { readSession, type Session } from '../../lib/session.ts'
import styles from '../citizen/public.module.css'
import { PublicPage } from '../citizen/public-page.tsx'

interface SignedInPageProps {
  title: string
  path: string
  children(session: Session): ReactNode | Promise<ReactNode>
}

/** A page of the street for whoever is signed in; the way to it for whoever is not. */
export async function SignedInPage({ title, path, children }: SignedInPageProps) {
  const session = await readSession()
  if (session) return <PublicPage title={title}>{await children(session)}</PublicPage>
  const { signIn } = (await readText()).frame
  return (
    <PublicPage title={signIn.title}>
      <p>{signIn.advice}</p>
      <a className={styles.primary} href={signInPath(path)}>
        {signIn.enter}
      </a>
    </PublicPage>
  )
}
