import type { Language } from '#shared/kernel/language'
import type { Text } from '../../text/text.ts'
import { LanguageSwitch } from '../../ui/language-switch.tsx'
import { citizenPaths } from './paths.ts'
import styles from './public-header.module.css'

interface PublicHeaderProps {
  county: string
  placeName: string | undefined
  language: Language
  elder: boolean
  text: Text['citizen']
  frame: Text['frame']
}

/** The county's name, not ours: whoever lives there knows it. */
export function PublicHeader({ county, placeName, language, elder, text, frame }: PublicHeaderProps) {
  return (
    <>
      <a className="skip-link" href="#content">
        {frame.skip}
      </a>
      <header className={styles.header}>
        <a className={styles.place} href={citizenPaths.home(county)}>
          {placeName ?? frame.product}
        </a>
        <form action="/elder" method="post">
          <button className={styles.switch} type="submit" name="to" value={elder ? 'off' : 'on'}>
            {elder ? text.elderOff : text.elder}
          </button>
        </form>
        <div className={styles.language}>
          <LanguageSwitch language={language} label={frame.otherLanguage} />
        </div>
      </header>
    </>
  )
}
