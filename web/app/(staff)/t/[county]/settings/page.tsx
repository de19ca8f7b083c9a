import { enterCounty } from '../../../../../features/frame/enter-county.tsx'
import { readGuide } from '../../../../../features/settings/read-guide.ts'
import styles from '../../../../../features/settings/settings.module.css'
import { readLanguage, readText } from '../../../../../lib/language.ts'
import { settingsPaths } from '../../../../../lib/paths.ts'
import { Page } from '../../../../../ui/page.tsx'

/** What the county still lacks, each with the page where it is mended. */
export default async function GuideScreen({ params }: { params: Promise<{ county: string }> }) {
  const { county } = await params
  const { settings } = await readText()
  const text = settings.guide
  const language = await readLanguage()
  const path = settingsPaths.guide(county)
  const entered = await enterCounty({ title: text.title, path, posts: ['administrator', 'leader'] })
  if ('turnedAway' in entered) return entered.turnedAway
  const steps = await readGuide(county, language, text)
  const open = steps.filter(({ missing }) => missing.length > 0).length
  return (
    <Page title={text.title}>
      <p className={styles.hint}>{open === 0 ? text.complete : text.open(open)}</p>
      <ol className={styles.steps}>
        {steps.map(({ name, path: to, there, missing }) => (
          <li key={name}>
            <span className={missing.length > 0 ? styles.lacking : styles.done} aria-hidden="true">
              {missing.length > 0 ? '▲' : '●'}
            </span>
            <strong>{name}</strong>
            <div>
              <p className={styles.hint}>{there}</p>
              {missing.map((words) => (
                <p key={words} className={styles.missing}>
                  {words}
                </p>
              ))}
            </div>
            <a href={to}>{missing.length > 0 ? text.mend : text.look}</a>
          </li>
        ))}
      </ol>
    </Page>
  )
}
