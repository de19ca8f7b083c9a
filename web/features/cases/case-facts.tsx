import type { CaseView } from '#shared/cases/case'
import type { Language } from '#shared/kernel/language'
import { postWording } from '#shared/lifecycle/posts'
import { stageName } from '#shared/lifecycle/wording'
import { dateAndTime } from '../../lib/moments.ts'
import type { Text } from '../../text/text.ts'
import styles from './case-file.module.css'
import { PhotoStrip } from './photo-strip.tsx'

interface CaseFactsProps {
  county: string
  file: CaseView
  language: Language
  text: Text['cases']['file']
}

/** What is known of the case; what nobody told is left out. */
export function CaseFacts({ county, file, language, text }: CaseFactsProps) {
  const { position, due, holder } = file
  const facts: [string, string | undefined][] = [
    [text.place, file.place],
    [text.words, file.words],
    [text.kind, file.kind],
    [text.position, position && `${position.longitude}, ${position.latitude}`],
    [text.stage, stageName(file.stage, language)],
    [text.holder, holder && (holder === 'unit' ? file.unit : postWording[holder][language])],
    [text.unit, holder === 'unit' ? undefined : file.unit],
    [text.suggestion, suggestionWords(file)],
    [text.reportedAt, dateAndTime(file.reportedAt)],
    [text.due, due && dateAndTime(due)],
  ]
  return (
    <section className={styles.sheet} aria-label={text.facts}>
      <dl className={styles.facts}>
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {file.photos && <PhotoStrip county={county} photos={file.photos} label={text.photos} />}
      {file.unpublishedYears.length > 0 && (
        <p className={styles.hint}>{text.noHoliday(file.unpublishedYears.join('、'))}</p>
      )}
    </section>
  )
}

/** The unit that the rules name, with their ground and what keeps them from acting. */
const suggestionWords = ({ suggestion }: CaseView) =>
  suggestion && [suggestion.unit, suggestion.words].filter(Boolean).join(' · ')
