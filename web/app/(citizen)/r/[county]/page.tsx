import { ClosedPage } from '../../../../features/citizen/closed-page.tsx'
import { NearbyList } from '../../../../features/citizen/nearby-list.tsx'
import { citizenPaths } from '../../../../features/citizen/paths.ts'
import styles from '../../../../features/citizen/public.module.css'
import { PublicPage } from '../../../../features/citizen/public-page.tsx'
import { readPlaceName } from '../../../../features/citizen/read-place-name.ts'
import { readText } from '../../../../lib/language.ts'

/** What citizens come for, in the order of how often: to report, to see what became of it, to see what others reported. */
export default async function CitizenHome({ params }: { params: Promise<{ county: string }> }) {
  const { county } = await params
  const { citizen: text } = await readText()
  const placeName = await readPlaceName(county)
  if (placeName === undefined) return <ClosedPage text={text} />
  return (
    <PublicPage title={placeName}>
      <p className={styles.lead}>{text.home.lead}</p>
      <nav className={styles.stack} aria-label={placeName}>
        <a className={styles.primary} href={citizenPaths.report(county)}>
          {text.home.report}
        </a>
        <a className={styles.outlined} href={citizenPaths.follow(county)}>
          {text.home.follow}
        </a>
        <a className={styles.outlined} href={`tel:${text.hotline}`}>
          {text.home.call}
        </a>
      </nav>
      <NearbyList county={county} text={text.home} />
      <p>
        <a className={styles.quiet} href={citizenPaths.privacy(county)}>
          {text.home.privacy}
        </a>
      </p>
    </PublicPage>
  )
}
