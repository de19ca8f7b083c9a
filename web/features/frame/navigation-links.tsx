'use client'
import { usePathname } from 'next/navigation'
import type { ShownGroup } from './navigation.ts'
import styles from './side-navigation.module.css'

/** The groups with their entries; the one that leads to this page, or nearest above it, is marked. */
export function NavigationLinks({ groups }: { groups: readonly ShownGroup[] }) {
  const current = nearest(
    groups.flatMap(({ entries }) => entries.map(({ path }) => path)),
    usePathname(),
  )
  return groups.map(({ name, entries }) => (
    <div key={name} className={styles.group}>
      <p className={styles.heading}>{name}</p>
      <ul>
        {entries.map((entry) => (
          <li key={entry.path}>
            <a
              href={entry.path}
              title={entry.name}
              {...(entry.path === current && { 'aria-current': 'page' as const })}
            >
              <span className={styles.mark} aria-hidden="true">
                {[...entry.name][0]}
              </span>
              <span className={styles.name}>{entry.name}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  ))
}

const nearest = (paths: readonly string[], at: string): string | undefined =>
  paths
    .filter((path) => at === path || (!isFace(path) && at.startsWith(`${path}/`)))
    .toSorted((a, b) => b.length - a.length)[0]

/** The first page of a face, `/t/500235`, stands above every other and leads to none of them. */
const isFace = (path: string) => path.split('/').length <= FACE_PARTS
const FACE_PARTS = 3
