import { surveyWork } from '#shared/cases/work-survey'
import { actionWording } from '#shared/lifecycle/wording'
import { ApprovalBoard } from '../../../../../features/approvals/approval-board.tsx'
import { ApprovalCard } from '../../../../../features/approvals/approval-card.tsx'
import styles from '../../../../../features/approvals/approvals.module.css'
import { rulingTabs } from '../../../../../features/approvals/ruling-tabs.ts'
import { doneOf } from '../../../../../features/cases/done-of.ts'
import { inApprovals } from '../../../../../features/queues/batch-actions.ts'
import { boardText } from '../../../../../features/queues/board-text.ts'
import { offeredBatches } from '../../../../../features/queues/offered-batches.ts'
import { countsOf, sumOf } from '../../../../../features/queues/tabs.ts'
import { ask } from '../../../../../lib/api.ts'
import { readLanguage, readText } from '../../../../../lib/language.ts'
import { staffPaths } from '../../../../../lib/paths.ts'
import { readSession } from '../../../../../lib/session.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { Page } from '../../../../../ui/page.tsx'
import { ProblemPage } from '../../../../../ui/problem-page.tsx'
import { SignInPage } from '../../../../../ui/sign-in-page.tsx'

interface ApprovalsRequest {
  params: Promise<{ county: string }>
  searchParams: Promise<{ done?: string | string[] }>
}

/** Requests shown one under the other; the next follow once these are decided. */
const SHOWN = 20

/** 审核箱: what is asked of the reader beside the stage of a case, each with who asks and why, decided on the spot. */
export default async function ApprovalsScreen({ params, searchParams }: ApprovalsRequest) {
  const { county } = await params
  const [text, language, session] = [await readText(), await readLanguage(), await readSession()]
  const { approvals, frame, cases } = text
  const path = staffPaths.approvals(county)
  if (!session) return <SignInPage text={frame} path={path} />
  const told = await ask(surveyWork, { params: { county } })
  if (!told.ok) return <ProblemPage title={approvals.title} problem={told.problem} text={frame} path={path} />
  const done = doneOf((await searchParams).done)
  const { asked } = told.value
  const rulings = rulingTabs(session.posts)
    .map((tab) => ({ tab, count: sumOf(countsOf(told.value, tab)) }))
    .filter(({ count }) => count > 0)
  return (
    <Page title={approvals.title} narrow>
      {done && <Notice tone="good" title={cases.act.done(actionWording[done][language])} />}
      {rulings.map(({ tab, count }) => (
        <p key={tab.stage} className={styles.rulings}>
          <a href={staffPaths.queueOf(county, tab.stage)}>{approvals.rulings(count)}</a>
        </p>
      ))}
      {asked.length === 0 && <p className={styles.card}>{approvals.empty}</p>}
      {asked.length > 0 && (
        <ApprovalBoard
          county={county}
          requests={asked.slice(0, SHOWN).map((line) => ({
            id: line.id,
            name: line.number,
            card: <ApprovalCard county={county} line={line} />,
          }))}
          batch={await offeredBatches(county, inApprovals, language, text.queues)}
          text={boardText(text.queues)}
        />
      )}
      {asked.length > SHOWN && <p>{approvals.more(asked.length - SHOWN)}</p>}
    </Page>
  )
}
