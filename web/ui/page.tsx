import type { ReactNode } from 'react'
import styles from './page.module.css'

interface PageProps {
  /** Heading, and name of the browser's tab. */
  title: string
  /** Stands right of the title. */
  aside?: ReactNode
  /** Narrow pages are for reading and filling in, wide ones for lists. */
  narrow?: boolean
  children: ReactNode
}

/** The main landmark with its title row. */
export function Page({ title, aside, narrow = false, children }: PageProps) {
  return (
    <main id="content" tabIndex={-1} className={narrow ? styles.narrow : styles.wide}>
      <title>{title}</title>
      <div className={styles.head}>
        <h1 className="figures">{title}</h1>
        {aside}
      </div>
      {children}
    </main>
  )
}
