import type { CaseView } from '#shared/cases/case'
import type { Language } from '#shared/kernel/language'
import { requests } from '#shared/lifecycle/requests'
import { stageName } from '#shared/lifecycle/wording'
import { dateAndTime } from '../../lib/moments.ts'
import type { Names } from '../../lib/names.ts'
import { staffPaths } from '../../lib/paths.ts'
import type { Text } from '../../text/text.ts'
import styles from './case-file.module.css'

interface CaseFactsProps {
  county: string
  file: CaseView
  names: Names
  language: Language
  text: Text['cases']['file']
}

/** What is known of the case, by names; what nobody told is left out. */
export function CaseFacts({ county, file, names, language, text }: CaseFactsProps) {
  const { position, due, request } = file
  const facts: [string, string | undefined][] = [
    [text.place, file.place],
    [text.words, file.words],
    [text.kind, file.kind && names.kind(file.kind)],
    [text.area, file.area && names.area(file.area)],
    [text.position, position && `${position.longitude}, ${position.latitude}`],
    [text.channel, text.channels[file.channel]],
    [text.stage, stageName(file.stage, language)],
    [text.unit, file.unit && names.unit(file.unit)],
    [text.assignee, file.assignee && names.person(file.assignee)],
    [text.parts, file.parts?.map((part) => names.unit(part.unit)).join('、')],
    [text.request, request && `${requests[request.kind].name[language]} · ${dateAndTime(request.at)}`],
    [text.reportedAt, dateAndTime(file.reportedAt)],
    [text.due, due && dateAndTime(due)],
    [text.grave, file.grave ? text.yes : undefined],
    [text.round, file.round && file.round > 1 ? text.rounds(file.round) : undefined],
    [text.transferredTo, file.transferredTo],
    [text.takenIn, file.takenIn > 0 ? text.cases(file.takenIn) : undefined],
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
      <RelatedCases county={county} file={file} text={text} />
      {file.unpublishedYears.length > 0 && (
        <p className={styles.hint}>{text.noHoliday(file.unpublishedYears.join('、'))}</p>
      )}
    </section>
  )
}

/** The case in the lead, and those that were merged into this one. */
function RelatedCases({ county, file, text }: Pick<CaseFactsProps, 'county' | 'file' | 'text'>) {
  const taken = new Set<string>()
  for (const { action, evidence } of file.history) {
    if (action === 'take-in' && evidence.case) taken.add(evidence.case)
    if (action === 'let-go' && evidence.case) taken.delete(evidence.case)
  }
  if (!file.mergedInto && taken.size === 0) return null
  return (
    <ul aria-label={text.related}>
      {file.mergedInto && (
        <li>
          <a href={staffPaths.case(county, file.mergedInto)}>{text.lead}</a>
        </li>
      )}
      {[...taken].map((id, index) => (
        <li key={id}>
          <a href={staffPaths.case(county, id)}>{text.merged(index + 1)}</a>
        </li>
      ))}
    </ul>
  )
}
