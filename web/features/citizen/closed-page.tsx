import type { Text } from '../../text/text.ts'
import styles from './public.module.css'
import { PublicPage } from './public-page.tsx'

/** Of a county that takes no reports online: the telephone is always there. */
export function ClosedPage({ text }: { text: Text['citizen'] }) {
  return (
    <PublicPage title={text.closed.title}>
      <p>{text.closed.advice}</p>
      <p>
        <a className={styles.outlined} href={`tel:${text.hotline}`}>
          {text.home.call}
        </a>
      </p>
    </PublicPage>
  )
}
