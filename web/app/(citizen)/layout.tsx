import '../../ui/base.css'
import type { ReactNode } from 'react'
import styles from '../../features/citizen/public-document.module.css'
import { readElder } from '../../lib/elder.ts'
import { readLanguage } from '../../lib/language.ts'
import { languageTag } from '../../text/text.ts'

/** The outermost element of the pages for citizens: larger type than at a desk, larger still in 长者模式. */
export default async function CitizenLayout({ children }: { children: ReactNode }) {
  const size = (await readElder()) ? styles.elder : styles.root
  return (
    <html lang={languageTag[await readLanguage()]} className={size}>
      <body className={styles.body}>{children}</body>
    </html>
  )
}
