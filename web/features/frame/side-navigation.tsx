'use client'
import { useState } from 'react'
import { narrowCookie } from './narrow-cookie.ts'
import type { ShownGroup } from './navigation.ts'
import { NavigationLinks } from './navigation-links.tsx'
import styles from './side-navigation.module.css'

interface SideNavigationProps {
  groups: readonly ShownGroup[]
  /** As the reader left it. */
  narrow: boolean
  text: Record<'navigation' | 'narrow' | 'wide', string>
}

const YEAR_SECONDS = 31_536_000

/** Left of every page on a desk; folded away it leaves its width to the list. On a phone the menu of the bar stands for it. */
export function SideNavigation({ groups, narrow: left, text }: SideNavigationProps) {
  const [narrow, setNarrow] = useState(left)
  const fold = () => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not there on plain http
    document.cookie = `${narrowCookie}=${narrow ? '' : '1'}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
    setNarrow(!narrow)
  }
  return (
    <div className={narrow ? `${styles.side} ${styles.narrow}` : styles.side} data-narrow={narrow}>
      <nav aria-label={text.navigation}>
        <NavigationLinks groups={groups} />
      </nav>
      <button className={styles.fold} type="button" aria-expanded={!narrow} onClick={fold}>
        <span aria-hidden="true">{narrow ? '»' : '«'}</span>
        <span className={styles.name}>{narrow ? text.wide : text.narrow}</span>
      </button>
    </div>
  )
}
