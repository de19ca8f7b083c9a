import type { ReactNode } from 'react'
import type { Language } from '#shared/kernel/language'
import type { Text } from '../../text/text.ts'
import { LanguageSwitch } from '../../ui/language-switch.tsx'
import frame from '../citizen/public-header.module.css'
import styles from './field.module.css'
import { gapped } from './gapped.ts'
import { TabBar } from './later.ts'
import { fieldPaths } from './paths.ts'

interface FieldFrameProps {
  county: string
  placeName: string
  signedIn: boolean
  language: Language
  text: Text
  children: ReactNode
}

/** The county's name above, four tabs at the thumb. */
export function FieldFrame({ county, placeName, signedIn, language, text, children }: FieldFrameProps) {
  const { tabs, tabsLabel, offline, me } = text.collector
  return (
    <>
      <a className="skip-link" href="#content">
        {text.frame.skip}
      </a>
      <header className={frame.header}>
        <span className={frame.place}>{placeName}</span>
        <div className={frame.language}>
          <LanguageSwitch language={language} label={text.frame.otherLanguage} />
        </div>
      </header>
      <div className={styles.content}>{children}</div>
      <TabBar
        county={county}
        signedIn={signedIn}
        tabs={[
          { path: fieldPaths.report(county), name: tabs.report },
          { path: fieldPaths.tasks(county), name: tabs.tasks },
          { path: fieldPaths.map(county), name: tabs.map },
          { path: fieldPaths.me(county), name: tabs.me },
        ]}
        text={gapped({
          label: tabsLabel,
          offline,
          unsent: text.collector.unsent,
          signInAgain: me.signInAgain,
          tooLarge: me.tooLarge,
          noAnswer: me.noAnswer,
        })}
      />
    </>
  )
}
