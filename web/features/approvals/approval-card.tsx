import type { CaseLine } from '#shared/cases/case'
import { readCase } from '#shared/cases/contract'
import { requests } from '#shared/lifecycle/requests'
import { ask } from '../../lib/api.ts'
import { readLanguage, readText } from '../../lib/language.ts'
import { dateAndTime } from '../../lib/moments.ts'
import { readNames } from '../../lib/names.ts'
import { staffPaths } from '../../lib/paths.ts'
import { Lamp } from '../../ui/lamp.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ActionPanel } from '../cases/action-panel.tsx'
import { offeredActions } from '../cases/offered-actions.ts'
import { whoActed } from '../cases/who-acted.ts'
import { readPhrases } from '../phrases/read-phrases.ts'
import { inApprovals } from '../queues/batch-actions.ts'
import styles from './approvals.module.css'
import { askedIn, decisionOf } from './decision.ts'

/** One request with its reason and the two answers to it. */
export async function ApprovalCard({ county, line }: { county: string; line: CaseLine }) {
  const [reply, names, language, words, own] = await Promise.all([
    ask(readCase, { params: { county, case: line.id } }),
    readNames(county, ['unit', 'person', 'kind']),
    readLanguage(),
    readText(),
    readPhrases(county),
  ])
  const { approvals: text, cases } = words
  if (!reply.ok)
    return (
      <Notice tone="bad" title={line.place}>
        {reply.problem.detail}
      </Notice>
    )
  const file = reply.value
  const { request, lamp, due, unit, kind } = file
  const asking = request && askedIn(file)
  const answers = inApprovals.map((answer) => decisionOf(file, answer) as string)
  const offered = offeredActions(file, language, words, own).filter(({ action }) => answers.includes(action))
  return (
    <article className={styles.card} aria-label={`${line.number} ${line.place}`}>
      <p className={styles.head}>
        <strong>{request ? requests[request.kind].name[language] : ''}</strong>
        <a href={staffPaths.case(county, line.id)}>{line.place}</a>
        {lamp && <Lamp lamp={lamp} due={due && dateAndTime(due)} />}
      </p>
      <p className={styles.quiet}>
        {[kind && names.kind(kind), unit && names.unit(unit), line.number].filter(Boolean).join(' · ')}
      </p>
      {asking?.evidence.reason && <blockquote className={styles.reason}>{asking.evidence.reason}</blockquote>}
      <p className={styles.quiet}>
        {[
          asking && whoActed(asking, names, language, cases.file),
          request && text.askedAt(dateAndTime(request.at)),
          request?.until && text.until(dateAndTime(request.until)),
          request && text.decideBy(dateAndTime(request.due)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <ActionPanel
        county={county}
        caseId={file.id}
        version={file.version}
        offered={offered}
        back={staffPaths.approvals(county)}
        text={{ sending: cases.act.sending, typed: cases.problem.typed }}
      />
    </article>
  )
}
