import type { Language } from '#shared/kernel/language'
import type { Text } from '../../text/text.ts'
import { LanguageSwitch } from '../../ui/language-switch.tsx'
import styles from '../citizen/public-header.module.css'
import { readPlaceName } from '../citizen/read-place-name.ts'

interface LinkHeaderProps {
  county: string
  language: Language
  frame: Text['frame']
}

/** Whose task it is. */
export async function LinkHeader({ county, language, frame }: LinkHeaderProps) {
  return (
    <>
      <a className="skip-link" href="#content">
        {frame.skip}
      </a>
      <header className={styles.header}>
        <span className={styles.place}>{(await readPlaceName(county)) ?? frame.product}</span>
        <div className={styles.language}>
          <LanguageSwitch language={language} label={frame.otherLanguage} />
        </div>
      </header>
    </>
  )
}
