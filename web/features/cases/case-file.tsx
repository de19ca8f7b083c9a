import type { ReactNode } from 'react'
import type { CaseView } from '#shared/cases/case'
import type { Language } from '#shared/kernel/language'
import { actionWording } from '#shared/lifecycle/wording'
import type { Phrases } from '#shared/phrases/phrases'
import { dateAndTime } from '../../lib/moments.ts'
import type { Names } from '../../lib/names.ts'
import { staffPaths } from '../../lib/paths.ts'
import type { Text } from '../../text/text.ts'
import { Lamp } from '../../ui/lamp.tsx'
import { Page } from '../../ui/page.tsx'
import { LinkOffer } from '../handling-link/link-offer.tsx'
import { ActionBar } from './action-bar.tsx'
import { CaseFacts } from './case-facts.tsx'
import styles from './case-file.module.css'
import { CaseHistory } from './case-history.tsx'
import { CaseMap } from './case-map.tsx'
import { CasePhotos } from './case-photos.tsx'
import { holderName } from './holder-name.ts'
import { offeredActions } from './offered-actions.ts'
import type { Choices } from './offered-choices.ts'
import { whoActed } from './who-acted.ts'

interface CaseFileProps {
  county: string
  file: CaseView
  names: Names
  language: Language
  text: Text
  /** The county's own phrases. */
  phrases: Phrases
  /** What the county's lists offer for the fields of the actions. */
  choices: Choices
  /** Several acts in one form, where the reader may. */
  series?: { name: string; form: ReactNode } | undefined
  /** Who reported, as far as the reader may know. */
  contact?: ReactNode
  /** What was just done, if anything. */
  children: ReactNode
}

/** Facts and proof on the left; what may be done and what was done on the right. */
export function CaseFile(props: CaseFileProps) {
  const { county, file, names, language, text, phrases, choices, series, contact, children } = props
  const { id, version, lamp, due } = file
  const offered = offeredActions(file, language, text, phrases, choices)
  const holder = holderName(file, names, language)
  return (
    <Page
      title={file.number}
      aside={
        <span className={styles.aside}>
          {lamp && <Lamp lamp={lamp} due={due && dateAndTime(due)} />}
          {holder && <span className={styles.hint}>{text.cases.act.with(holder)}</span>}
        </span>
      }
    >
      {children}
      <div className={styles.columns}>
        <div className={styles.stack}>
          <CaseFacts {...{ county, file, names, language }} text={text.cases.file} />
          <CasePhotos county={county} file={file} text={text.cases.file} />
          <CaseMap {...{ county, file, names }} text={text.map} />
          {contact}
          <LinkOffer county={county} file={file} text={text.handling.make} />
          <p className={styles.links}>
            <a href={staffPaths.queues(county)}>{text.cases.file.back}</a>
            <a href={staffPaths.print(county, 'case', [id])}>{text.print.print}</a>
          </p>
        </div>
        <div className={styles.stack}>
          <ActionBar
            {...{ county, caseId: id, version, offered, series }}
            last={lastAct(file, names, language, text.cases)}
            text={barText(text.cases)}
          >
            {offered.length === 0 && <p>{nothingToDo(file, holder, text.cases.act)}</p>}
          </ActionBar>
          <CaseHistory {...{ county, file, names, language, text }} />
        </div>
      </div>
    </Page>
  )
}

const barText = ({ act, problem }: Text['cases']) => ({
  title: act.title,
  sending: act.sending,
  typed: problem.typed,
  more: act.more,
})

/** Who has the case instead, so that nobody wonders. */
const nothingToDo = ({ holder }: CaseView, name: string | undefined, text: Text['cases']['act']): string =>
  holder && name ? `${text.none}${text.holderIs(name)}` : text.ended

/** Told to whoever came second. */
function lastAct({ history }: CaseView, names: Names, language: Language, text: Text['cases']): string {
  const entry = history.at(-1)
  if (!entry) return ''
  const who = whoActed(entry, names, language, text.file)
  return text.problem.changedBy(who, dateAndTime(entry.at), actionWording[entry.action][language])
}
