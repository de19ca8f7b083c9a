import type { ReactNode } from 'react'
import styles from './notice.module.css'

interface NoticeProps {
  tone: 'good' | 'bad' | 'late' | 'plain'
  title: string
  children?: ReactNode
}

/** What just happened, above what it concerns. Bad news interrupts a screen reader, good news waits its turn. */
export function Notice({ tone, title, children }: NoticeProps) {
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <p className={styles.title}>{title}</p>
      {children}
    </div>
  )
}
