import type { ReactNode } from 'react'
import styles from './public.module.css'

/** One column, as wide as a telephone's and no wider than one reads well. */
export function PublicPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main id="content" tabIndex={-1} className={styles.main}>
      <title>{title}</title>
      <h1 className={styles.title}>{title}</h1>
      {children}
    </main>
  )
}
