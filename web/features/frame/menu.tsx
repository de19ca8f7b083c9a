import styles from './menu.module.css'
import type { ShownGroup } from './navigation.ts'
import { NavigationLinks } from './navigation-links.tsx'

interface MenuProps {
  groups: readonly ShownGroup[]
  text: Record<'navigation' | 'menu', string>
}

/** The same navigation on a phone, folded into the bar; it opens without JavaScript. */
export function Menu({ groups, text }: MenuProps) {
  return (
    <details className={styles.menu}>
      <summary>{text.menu}</summary>
      <nav className={styles.sheet} aria-label={text.navigation}>
        <NavigationLinks groups={groups} />
      </nav>
    </details>
  )
}
