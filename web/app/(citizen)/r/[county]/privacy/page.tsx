import styles from '../../../../../features/citizen/public.module.css'
import { PublicPage } from '../../../../../features/citizen/public-page.tsx'
import { readText } from '../../../../../lib/language.ts'

/** What becomes of what citizens tell us, before they tell it. */
export default async function PrivacyScreen() {
  const { privacy } = (await readText()).citizen
  return (
    <PublicPage title={privacy.title}>
      <ul className={styles.points}>
        {privacy.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </PublicPage>
  )
}
