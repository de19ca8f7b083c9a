import type { ReactNode } from 'react'
import type { WorkSurvey } from '#shared/cases/work-survey'
import { waitingName } from '#shared/lifecycle/wording'
import { readLanguage, readText } from '../../lib/language.ts'
import { staffPaths } from '../../lib/paths.ts'
import type { Session } from '../../lib/session.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { ProblemPage } from '../../ui/problem-page.tsx'
import { type AskedQueue, readRows } from './asked-queue.ts'
import { batchActionsOf } from './batch-actions.ts'
import { boardText } from './board-text.ts'
import { FilterBar } from './filter-bar.tsx'
import { filterChoices } from './filters.ts'
import { offeredBatches } from './offered-batches.ts'
import { QueueBoard } from './queue-board.tsx'
import { QueueMap } from './queue-map.tsx'
import styles from './queue-page.module.css'
import { SavedViews } from './saved-views.tsx'
import { countsOf, sumOf } from './tabs.ts'
import { ViewSwitch } from './view-switch.tsx'

interface QueuePageProps {
  county: string
  session: Session
  asked: AskedQueue
  survey: WorkSurvey | undefined
  /** The tabs. */
  children: ReactNode
}

export async function QueuePage({ county, session, asked, survey, children }: QueuePageProps) {
  const { tab, filters, unit, view } = asked
  const [language, { queues: text, map, frame }] = [await readLanguage(), await readText()]
  const waiting = waitingName(tab.stage, language)
  const address = addressOf(asked)
  const path = `${staffPaths.queues(county)}?${address}`
  const reply = await readRows(county, asked)
  if (!reply.ok) return <ProblemPage title={waiting} problem={reply.problem} text={frame} path={path} />
  const { rows, lines, shown, names, whole, at } = reply.value
  const units = unitChoices(asked, survey, names.unit)
  return (
    <Page title={waiting} aside={<SavedViews here={path} suggested={waiting} text={text.views} />}>
      {children}
      {!whole && <Notice tone="plain" title={text.someOnly(lines.length)} />}
      <div className={view === 'split' ? styles.split : undefined}>
        <QueueBoard
          county={county}
          rows={rows}
          listed={view !== 'map'}
          at={at}
          pulsePath={`${staffPaths.queues(county)}/pulse?${address}`}
          batch={await offeredBatches(county, batchActionsOf(tab.stage, session.posts), language, text)}
          text={boardText(text)}
        >
          <FilterBar
            {...{ county, stage: tab.stage, filters, units, unit, view, text }}
            choices={filterChoices(lines, names, text.channels)}
          />
          <ViewSwitch current={view} address={address} path={staffPaths.queues(county)} text={map} />
        </QueueBoard>
        {view !== 'list' && rows.length > 0 && <QueueMap {...{ county, names }} lines={shown} text={map} />}
      </div>
      {rows.length === 0 && (
        <p className={styles.empty}>
          {lines.length > 0 ? (
            <>
              {text.filteredEmpty} <a href={staffPaths.queueOf(county, tab.stage)}>{text.filters.clear}</a>
            </>
          ) : unit ? (
            text.emptyOfUnit(waiting, names.unit(unit))
          ) : (
            text.empty(waiting)
          )}
        </p>
      )}
    </Page>
  )
}

/** The address of what is shown, the unit that was chosen for the reader included. */
function addressOf({ tab, filters, unit, view }: AskedQueue): URLSearchParams {
  const shown = view === 'list' ? {} : { view }
  return new URLSearchParams({ stage: tab.stage, ...(unit && { unit }), ...filters, ...shown })
}

/** Units with work of this tab, those with the most first; none for who sees their own unit alone. */
function unitChoices(
  { tab, unit }: AskedQueue,
  survey: WorkSurvey | undefined,
  named: (id: string) => string,
) {
  const units =
    survey?.lists.flatMap((list) => (list.post === tab.post && list.unit ? [list.unit] : [])) ?? []
  if (!tab.ofUnits || !survey || units.length < 2) return []
  return units
    .map((id) => ({ id, count: sumOf(countsOf(survey, tab, id)) }))
    .filter(({ id, count }) => count > 0 || id === unit)
    .toSorted((a, b) => b.count - a.count)
    .map(({ id, count }) => ({ value: id, words: `${named(id)} ${count}` }))
}
