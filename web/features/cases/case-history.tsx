import type { HistoryEntry } from '#shared/cases/case'
import type { Language } from '#shared/kernel/language'
import { type Evidence, evidenceFields } from '#shared/lifecycle/evidence'
import { postWording } from '#shared/lifecycle/posts'
import { actionWording, evidenceWording } from '#shared/lifecycle/wording'
import { dateAndTime, span } from '../../lib/moments.ts'
import type { Text } from '../../text/text.ts'
import styles from './case-file.module.css'
import { PhotoStrip } from './photo-strip.tsx'

interface CaseHistoryProps {
  county: string
  history: HistoryEntry[]
  language: Language
  text: Text
}

/** 办理经过: who did what, when, on what grounds, and how long it took since the act before. */
export function CaseHistory({ county, history, language, text }: CaseHistoryProps) {
  return (
    <section className={styles.sheet} aria-labelledby="history">
      <h2 id="history">{text.cases.file.history}</h2>
      <ol className={styles.history}>
        {history.map((entry, index) => (
          <li key={entry.version}>
            <p>
              <strong>{actionWording[entry.action][language]}</strong> <Who {...{ entry, language, text }} />
            </p>
            {evidenceFields.map(
              (field) =>
                entry.evidence[field] && <Given key={field} {...{ county, entry, field, language, text }} />,
            )}
            <p className={styles.hint}>
              <time dateTime={entry.at}>{dateAndTime(entry.at)}</time>
              <Took {...{ entry, previous: history[index - 1], language, text }} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Given({ county, entry, field, language, text }: EntryProps & { county: string; field: Evidence }) {
  const name = evidenceWording[field][language]
  const photos = field === 'photos' || field === 'photosBefore' ? entry.evidence[field] : undefined
  if (photos) return <PhotoStrip county={county} photos={photos} label={name} />
  return (
    <p>
      {name}：{said(entry.evidence[field], text)}
    </p>
  )
}

/** As people read it: lists with a comma between, the ways of looking by their names. */
function said(given: string | readonly string[] | undefined, text: Text): string {
  const { ways } = text.cases.act
  const words = [given ?? []].flat()
  return words.map((word) => (word in ways ? ways[word as keyof typeof ways] : word)).join('、')
}

interface EntryProps {
  entry: HistoryEntry
  language: Language
  text: Text
}

function Who({ entry: { post, person }, language, text }: EntryProps) {
  const names = text.cases.file
  const name = post === 'system' || post === 'reporter' ? names[post] : postWording[post][language]
  return (
    <span className={styles.who}>
      {name}
      {person && ` ${person}`}
    </span>
  )
}

function Took({ entry, previous, text }: EntryProps & { previous: HistoryEntry | undefined }) {
  return previous && ` · ${text.cases.file.took(span(previous.at, entry.at, text.frame.span))}`
}
