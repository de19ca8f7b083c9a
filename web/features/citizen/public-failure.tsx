'use client'
import { failed as english } from '../../text/en/failed.ts'
import { failed as chinese } from '../../text/zh-CN/failed.ts'
import styles from './public.module.css'

interface PublicFailureProps {
  error: Error & { digest?: string }
  reset: () => void
}

/** A fault of ours while a page was made: in both languages, for the reader's may be what failed. */
export function PublicFailure({ error: { digest }, reset }: PublicFailureProps) {
  return (
    <main className={styles.main}>
      {[chinese, english].map(({ title, advice, number, retry }) => (
        <div key={title} className={styles.stack}>
          <h1>{title}</h1>
          <p>
            {advice} {digest && number(digest)}
          </p>
          <button type="button" className={styles.outlined} onClick={reset}>
            {retry}
          </button>
        </div>
      ))}
    </main>
  )
}
