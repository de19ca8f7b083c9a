import type { Text } from '../../text/text.ts'
import styles from './bulletin-links.module.css'
import { bulletinNames } from './bulletins.ts'

interface BulletinLinksProps {
  /** The page of figures, below which they lie. */
  path: string
  day: string | undefined
  text: Text['bulletins']
}

/** The bulletins of the periods that the day lies in, as Word. */
export function BulletinLinks({ path, day, text }: BulletinLinksProps) {
  const query = day ? `?day=${day}` : ''
  return (
    <nav className={styles.links} aria-label={text.label}>
      <span>{text.label}</span>
      {bulletinNames.map((bulletin) => (
        <a key={bulletin} href={`${path}/bulletins/${bulletin}${query}`}>
          {text.names[bulletin]}
        </a>
      ))}
    </nav>
  )
}
