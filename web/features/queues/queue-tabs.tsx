import type { WorkSurvey } from '#shared/cases/work-survey'
import type { Language } from '#shared/kernel/language'
import { waitingName } from '#shared/lifecycle/wording'
import { staffPaths } from '../../lib/paths.ts'
import type { Text } from '../../text/text.ts'
import { ColourCounts } from './colour-counts.tsx'
import styles from './queue-tabs.module.css'
import { countsOf, type Tab } from './tabs.ts'

interface QueueTabsProps {
  county: string
  tabs: readonly Tab[]
  current: Tab
  /** Undefined where the counts could not be had: the lists are there all the same. */
  survey: WorkSurvey | undefined
  language: Language
  text: Text['queues']
}

export function QueueTabs({ county, tabs, current, survey, language, text }: QueueTabsProps) {
  return (
    <nav className={styles.tabs} aria-label={text.tabs}>
      {tabs.map((tab) => (
        <a
          key={tab.stage}
          href={staffPaths.queueOf(county, tab.stage)}
          {...(tab === current && { 'aria-current': 'page' as const })}
        >
          {waitingName(tab.stage, language)}
          {survey && <ColourCounts counts={countsOf(survey, tab)} text={text.colours} />}
        </a>
      ))}
    </nav>
  )
}
