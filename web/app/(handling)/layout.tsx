import '../../ui/base.css'
import type { ReactNode } from 'react'
import styles from '../../features/citizen/public-document.module.css'
import { readLanguage } from '../../lib/language.ts'
import { languageTag } from '../../text/text.ts'

/** The outermost element of the page of a link: made for a telephone in the street. */
export default async function HandlingLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={languageTag[await readLanguage()]} className={styles.root}>
      <body className={styles.body}>{children}</body>
    </html>
  )
}
