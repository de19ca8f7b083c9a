import type { CaseView, HistoryEntry } from '#shared/cases/case'
import type { Language } from '#shared/kernel/language'
import { type Evidence, evidenceFields } from '#shared/lifecycle/evidence'
import { actionWording, evidenceWording } from '#shared/lifecycle/wording'
import { dateAndTime, span } from '../../lib/moments.ts'
import type { Names } from '../../lib/names.ts'
import type { Text } from '../../text/text.ts'
import styles from './case-file.module.css'
import { PhotoStrip } from './photo-strip.tsx'
import { readableEvidence } from './readable-evidence.ts'
import { whoActed } from './who-acted.ts'

interface CaseHistoryProps {
  county: string
  file: CaseView
  names: Names
  language: Language
  text: Text
}

/** 办理经过: who did what, when, on what grounds; how much of its time each stage and round took, and how long it stood still. */
export function CaseHistory({ county, file: { history }, names, language, text }: CaseHistoryProps) {
  return (
    <section className={styles.sheet} aria-labelledby="history">
      <h2 id="history">{text.cases.file.history}</h2>
      <ol className={styles.history}>
        {history.map((entry, index) => (
          <li key={entry.version}>
            <p>
              <strong>{actionWording[entry.action][language]}</strong>{' '}
              <span className={styles.who}>{whoActed(entry, names, language, text.cases.file)}</span>
            </p>
            {evidenceFields.map(
              (field) =>
                entry.evidence[field] && (
                  <Given key={field} {...{ county, entry, field, names, language, text }} />
                ),
            )}
            <p className={styles.hint}>
              <time dateTime={entry.at}>{dateAndTime(entry.at)}</time>
              <Took entry={entry} previous={history[index - 1]} text={text} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

interface GivenProps extends Omit<CaseHistoryProps, 'file'> {
  entry: HistoryEntry
  field: Evidence
}

function Given({ county, entry, field, names, language, text }: GivenProps) {
  const name = evidenceWording[field][language]
  const photos = field === 'photos' || field === 'photosBefore' ? entry.evidence[field] : undefined
  if (photos) return <PhotoStrip county={county} photos={photos} label={name} />
  return (
    <p>
      {name}：{readableEvidence(field, entry.evidence[field], names, text.cases.act)}
    </p>
  )
}

interface TookProps {
  entry: HistoryEntry
  previous: HistoryEntry | undefined
  text: Text
}

/** On its own clock where the act ended one; otherwise since the act before. */
function Took({ entry: { at, clock, handlingClock }, previous, text }: TookProps) {
  const { file } = text.cases
  const ended = handlingClock ?? clock
  if (!ended) return previous && ` · ${file.took(span(previous.at, at, text.frame.span))}`
  const time = (seconds: number) => span(at, plus(at, seconds), text.frame.span)
  return (
    <>
      {` · ${file.took(time(ended.used))} · `}
      <span className={ended.overdue ? styles.late : undefined}>
        {ended.overdue ? file.late(dateAndTime(ended.due)) : file.inTime(dateAndTime(ended.due))}
      </span>
      {ended.paused > 0 && ` · ${file.paused(time(ended.paused))}`}
      {ended.extensions ? ` · ${file.extended(ended.extensions)}` : ''}
    </>
  )
}

const plus = (instant: string, seconds: number) =>
  new Date(Date.parse(instant) + seconds * 1000).toISOString()
