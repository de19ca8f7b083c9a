import type { BatchAction } from '../../../../../features/queues/batch-actions.ts'
import { boardText } from '../../../../../features/queues/board-text.ts'
import { offeredBatches } from '../../../../../features/queues/offered-batches.ts'
import { QueueBoard } from '../../../../../features/queues/queue-board.tsx'
import tabs from '../../../../../features/queues/queue-tabs.module.css'
import {
  readSupervision,
  supervisedIn,
  supervisionViews,
  viewOf,
} from '../../../../../features/supervision/read-supervision.ts'
import { readLanguage, readText } from '../../../../../lib/language.ts'
import { staffPaths } from '../../../../../lib/paths.ts'
import { readSession, type Session } from '../../../../../lib/session.ts'
import { Page } from '../../../../../ui/page.tsx'
import { ProblemPage } from '../../../../../ui/problem-page.tsx'
import { SignInPage } from '../../../../../ui/sign-in-page.tsx'

interface SupervisionRequest {
  params: Promise<{ county: string }>
  searchParams: Promise<{ only?: string | string[] }>
}

/** 督办: what is watched anywhere that the reader may look, whoever has it, and what can be done about it. */
export default async function SupervisionScreen({ params, searchParams }: SupervisionRequest) {
  const { county } = await params
  const view = viewOf((await searchParams).only)
  const [text, language, session] = [await readText(), await readLanguage(), await readSession()]
  const { supervision, frame, queues } = text
  const path = staffPaths.supervision(county)
  if (!session) return <SignInPage text={frame} path={path} />
  const reply = await readSupervision(county)
  if (!reply.ok)
    return <ProblemPage title={supervision.title} problem={reply.problem} text={frame} path={path} />
  const { watched, marked, at } = reply.value
  const rows = supervisedIn(watched, view).map(marked)
  return (
    <Page title={supervision.title}>
      <nav className={tabs.tabs} aria-label={supervision.views}>
        {supervisionViews.map((each) => (
          <a
            key={each}
            href={each === 'all' ? path : `${path}?only=${each}`}
            {...(each === view && { 'aria-current': 'page' as const })}
          >
            {supervision[each]} <span className={tabs.none}>{supervisedIn(watched, each).length}</span>
          </a>
        ))}
      </nav>
      {rows.length === 0 && <p>{supervision.empty}</p>}
      <QueueBoard
        county={county}
        rows={rows}
        at={at}
        pulsePath={`${path}/pulse?only=${view}`}
        batch={await offeredBatches(county, mayAsk(session), language, queues)}
        text={boardText(queues)}
      />
    </Page>
  )
}

/** Who may remind and supervise by the lifecycle's table; case by case the API judges. */
function mayAsk({ posts }: Session): BatchAction[] {
  const holds = (...some: string[]) => posts.some((post) => some.includes(post))
  return [
    ...(holds('shift-leader', 'dispatcher') ? ['remind' as const] : []),
    ...(holds('leader', 'shift-leader') ? ['supervise' as const] : []),
  ]
}
