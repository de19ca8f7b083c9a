import type { WorkSurvey } from '#shared/cases/work-survey'
import { readLanguage, readText } from '../../lib/language.ts'
import { shortMoment } from '../../lib/moments.ts'
import { readNames } from '../../lib/names.ts'
import type { Session } from '../../lib/session.ts'
import { type Filters, filtersOf, one, passes, type Search } from './filters.ts'
import { rowOf } from './queue-row.ts'
import { namesOfRows, readQueue } from './read-queue.ts'
import { countsOf, sumOf, type Tab, tabsOf } from './tabs.ts'

export interface AskedQueue {
  readonly tabs: readonly Tab[]
  readonly tab: Tab
  readonly filters: Filters
  /** Whose list, where it is a unit's that the reader does not belong to. */
  readonly unit?: string
  readonly view: QueueView
}

/** How a queue is shown: as rows, on the ground, or both beside each other. */
export const queueViews = ['list', 'split', 'map'] as const
export type QueueView = (typeof queueViews)[number]

/** What an address asks for: its tab if the reader has it, otherwise the first that has work. */
export function askedQueue(session: Session, search: Search, survey?: WorkSurvey): AskedQueue | undefined {
  const tabs = tabsOf(session.posts)
  const named = tabs.find(({ stage }) => stage === one(search, 'stage'))
  const tab = named ?? tabs.find((each) => survey && sumOf(countsOf(survey, each)) > 0) ?? tabs[0]
  if (!tab) return undefined
  const unit = tab.ofUnits ? (one(search, 'unit') ?? busiestUnit(tab, survey)) : undefined
  const view = queueViews.find((each) => each === one(search, 'view')) ?? 'list'
  return { tabs, tab, filters: filtersOf(search), view, ...(unit && { unit }) }
}

/** Of whoever watches over all units, the one with the most overdue is looked at first. */
function busiestUnit(tab: Tab, survey: WorkSurvey | undefined): string | undefined {
  const units = survey?.lists.flatMap(({ post, unit }) => (post === tab.post && unit ? [unit] : [])) ?? []
  if (!survey || units.length < 2) return undefined
  const weight = (unit: string) => {
    const counts = countsOf(survey, tab, unit)
    return counts.red * 10_000 + sumOf(counts)
  }
  return units.toSorted((a, b) => weight(b) - weight(a))[0]
}

/** The rows of the queue as the address narrows it, in words; of the page and of what tells it anew alike. */
export async function readRows(county: string, { tab, unit, filters }: Omit<AskedQueue, 'view'>) {
  const [reply, names, language, { queues: text }] = await Promise.all([
    readQueue(county, tab.post, tab.stage, unit),
    readNames(county, namesOfRows),
    readLanguage(),
    readText(),
  ])
  if (!reply.ok) return reply
  const { lines, whole, serverTime: now } = reply.value
  const shown = lines.filter((line) => passes(line, filters))
  return {
    ok: true as const,
    value: {
      lines,
      shown,
      whole,
      names,
      rows: shown.map((line) => rowOf(line, { county, now, names, language, text })),
      at: shortMoment(now, now),
    },
  }
}

/** Begins to read what the address names while the counts are still on their way: the page asks for it soon after. */
export function beginToRead(county: string, session: Session, search: Search): void {
  const asked = askedQueue(session, search)
  const begun: Promise<unknown>[] = [readNames(county, namesOfRows)]
  if (asked && one(search, 'stage') === asked.tab.stage && (asked.unit || !asked.tab.ofUnits))
    begun.push(readQueue(county, asked.tab.post, asked.tab.stage, asked.unit))
  // whoever asks for it meets the failure
  for (const reading of begun) reading.catch(() => undefined)
}
