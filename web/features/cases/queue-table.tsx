import type { CaseLine, QueuePage } from '#shared/cases/case'
import type { Language } from '#shared/kernel/language'
import { waitingName } from '#shared/lifecycle/wording'
import { dateAndTime, shortMoment } from '../../lib/moments.ts'
import { staffPaths } from '../../lib/paths.ts'
import type { Text } from '../../text/text.ts'
import { Lamp } from '../../ui/lamp.tsx'
import { ShortCaseNumber } from './case-number.tsx'
import styles from './queue-table.module.css'

interface QueueTableProps {
  county: string
  page: QueuePage
  language: Language
  text: Text['cases']['queue']
}

/** Open work as the API orders it, by deadline. Below 768 px each row becomes a card. */
export function QueueTable({ county, page, language, text }: QueueTableProps) {
  const { columns } = text
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{columns.lamp}</th>
          <th scope="col">{columns.number}</th>
          <th scope="col">{columns.place}</th>
          <th scope="col">{columns.stage}</th>
          <th scope="col">{columns.reported}</th>
          <th scope="col">{columns.due}</th>
        </tr>
      </thead>
      <tbody>
        {page.cases.map((line) => (
          <QueueRow key={line.id} county={county} line={line} now={page.serverTime} language={language} />
        ))}
      </tbody>
    </table>
  )
}

interface QueueRowProps {
  county: string
  line: CaseLine
  now: string
  language: Language
}

function QueueRow({ county, line, now, language }: QueueRowProps) {
  const due = line.due && dateAndTime(line.due)
  return (
    <tr className={line.lamp?.colour === 'red' ? `${styles.row} ${styles.overdue}` : styles.row}>
      <td>{line.lamp && <Lamp lamp={line.lamp} due={due} />}</td>
      <td>
        <ShortCaseNumber number={line.number} />
      </td>
      <td className={styles.what} title={line.place}>
        <a className={styles.link} href={staffPaths.case(county, line.id)}>
          {line.place}
        </a>
      </td>
      <td className={styles.quiet}>{waitingName(line.stage, language)}</td>
      <td className={styles.reported}>
        <Moment instant={line.reportedAt} now={now} />
      </td>
      <td className={styles.moment}>{line.due && <Moment instant={line.due} now={now} />}</td>
    </tr>
  )
}

function Moment({ instant, now }: { instant: string; now: string }) {
  return (
    <time dateTime={instant} title={dateAndTime(instant)}>
      {shortMoment(instant, now)}
    </time>
  )
}
