import { staffPaths } from '../lib/paths.ts'
import type { Text } from '../text/text.ts'
import styles from './staff-links.module.css'

interface StaffLinksProps {
  county: string
  text: Text['frame']
  /** Names of the reader's posts; empty when nobody is signed in. */
  posts: string
}

export function StaffLinks({ county, text, posts }: StaffLinksProps) {
  return (
    <>
      <nav className={styles.links} aria-label={text.navigation}>
        <a href={staffPaths.queue(county)}>{text.queue}</a>
        <a href={staffPaths.report(county)}>{text.report}</a>
      </nav>
      {posts && <span className={styles.posts}>{posts}</span>}
    </>
  )
}
