import type { ReactNode } from 'react'
import type { CaseView } from '#shared/cases/case'
import type { Language } from '#shared/kernel/language'
import { postWording } from '#shared/lifecycle/posts'
import { dateAndTime } from '../../lib/moments.ts'
import { staffPaths } from '../../lib/paths.ts'
import type { Text } from '../../text/text.ts'
import { Lamp } from '../../ui/lamp.tsx'
import { Page } from '../../ui/page.tsx'
import { ActionPanel } from './action-panel.tsx'
import { CaseFacts } from './case-facts.tsx'
import styles from './case-file.module.css'
import { CaseHistory } from './case-history.tsx'
import { offeredActions } from './offered-actions.ts'
import type { Choices } from './offered-choices.ts'

interface CaseFileProps {
  county: string
  file: CaseView
  language: Language
  text: Text
  /** What the county's lists offer for the fields of the actions. */
  choices: Choices
  /** What was just done, if anything. */
  children: ReactNode
}

export function CaseFile({ county, file, language, text, choices, children }: CaseFileProps) {
  const { id, version, lamp, due } = file
  const offered = offeredActions(file, language, text.cases.act, choices)
  return (
    <Page title={file.number} aside={lamp && <Lamp lamp={lamp} due={due && dateAndTime(due)} />}>
      {children}
      <div className={styles.columns}>
        <div className={styles.stack}>
          <CaseFacts county={county} file={file} language={language} text={text.cases.file} />
          <section className={styles.sheet} aria-labelledby="act">
            <h2 id="act">{text.cases.act.title}</h2>
            {offered.length === 0 && <NothingToDo file={file} language={language} text={text.cases.act} />}
            <ActionPanel {...{ county, caseId: id, version, offered }} text={panelText(text.cases)} />
          </section>
        </div>
        <CaseHistory county={county} history={file.history} language={language} text={text} />
      </div>
      <p className={styles.back}>
        <a href={staffPaths.queues(county)}>{text.cases.file.back}</a>
      </p>
    </Page>
  )
}

const panelText = ({ act, problem }: Text['cases']) => ({ sending: act.sending, typed: problem.typed })

/** Who has the case instead, so that nobody wonders. */
function NothingToDo({
  file,
  language,
  text,
}: {
  file: CaseView
  language: Language
  text: Text['cases']['act']
}) {
  const { holder, unit = '' } = file
  if (!holder) return <p>{text.ended}</p>
  const name = holder === 'unit' ? unit : postWording[holder][language]
  return <p>{`${text.none}${text.holderIs(name)}`}</p>
}
