import type { ReactNode } from 'react'
import type { Language } from '#shared/kernel/language'
import type { Text } from '../text/text.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { Logo } from './logo.tsx'
import styles from './top-bar.module.css'

interface TopBarProps {
  language: Language
  text: Text['frame']
  /** What stands beside the logo: the county's name, or the product's. */
  title: string
  home: string
  /** Stands before the title: the menu of a phone. */
  first?: ReactNode
  /** Links and marks between title and language switch. */
  children?: ReactNode
  /** Stands last: the way out. */
  last?: ReactNode
  /** Of a commission's pages: their level in a tag, on a darker bar, so that nobody mistakes them for a county's. */
  level?: string
}

export function TopBar({ language, text, title, home, first, children, last, level }: TopBarProps) {
  return (
    <>
      <a className="skip-link" href="#content">
        {text.skip}
      </a>
      <header className={level ? `${styles.bar} ${styles.commission}` : styles.bar}>
        {first}
        <a className={styles.title} href={home}>
          <Logo />
          <span>{title}</span>
          {level && <span className={styles.level}>{level}</span>}
        </a>
        {children}
        <LanguageSwitch language={language} label={text.otherLanguage} />
        {last}
      </header>
    </>
  )
}
