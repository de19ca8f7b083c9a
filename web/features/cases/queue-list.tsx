import type { QueuePage } from '#shared/cases/case'
import type { Language } from '#shared/kernel/language'
import { postWording } from '#shared/lifecycle/posts'
import { staffPaths } from '../../lib/paths.ts'
import type { Text } from '../../text/text.ts'
import buttons from '../../ui/button.module.css'
import styles from './queue-list.module.css'
import { QueueTable } from './queue-table.tsx'

interface QueueListProps {
  county: string
  page: QueuePage
  /** Where this page begins; undefined on the first. */
  after: string | undefined
  language: Language
  text: Text['cases']['queue']
}

/** The table with its pages, or the reason why there is none and what to do next. */
export function QueueList({ county, page, after, language, text }: QueueListProps) {
  const first = `${staffPaths.queue(county)}?post=${page.post}`
  return (
    <>
      {page.cases.length > 0 ? (
        <QueueTable county={county} page={page} language={language} text={text} />
      ) : (
        <p className={styles.empty}>
          {text.empty(postWording[page.post][language])}{' '}
          <a href={staffPaths.report(county)}>{text.emptyLink}</a>
        </p>
      )}
      <nav className={styles.pages} aria-label={text.pages}>
        {after && (
          <a className={buttons.plain} href={first}>
            {text.first}
          </a>
        )}
        {page.next && (
          <a className={buttons.plain} href={`${first}&after=${page.next}`}>
            {text.more}
          </a>
        )}
      </nav>
    </>
  )
}
