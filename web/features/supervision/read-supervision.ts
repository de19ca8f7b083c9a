import { type OverdueLine, surveyWork, type WorkSurvey } from '#shared/cases/work-survey'
import { ask } from '../../lib/api.ts'
import { readLanguage, readText } from '../../lib/language.ts'
import { shortMoment } from '../../lib/moments.ts'
import { readNames } from '../../lib/names.ts'
import { type QueueRow, rowOf } from '../queues/queue-row.ts'
import { namesOfRows } from '../queues/read-queue.ts'

/** What the list may be narrowed to. */
export const supervisionViews = ['all', 'thrice', 'supervised'] as const
export type SupervisionView = (typeof supervisionViews)[number]

/** 长期超期: what the trade publishes by name. */
const THRICE = 3
/** From this step of the ladder on somebody above is asking. */
const SUPERVISED_FROM = 2

const views: Readonly<Record<SupervisionView, (line: SupervisedLine) => boolean>> = {
  all: ({ isOverdue }) => isOverdue,
  thrice: ({ termsUsed }) => termsUsed >= THRICE,
  supervised: ({ steps, supervised }) => supervised || steps >= SUPERVISED_FROM,
}

/** A case that is overdue, or that somebody supervises before it is. */
type SupervisedLine = OverdueLine & { readonly isOverdue: boolean }

export const viewOf = (asked: unknown): SupervisionView =>
  supervisionViews.find((view) => view === asked) ?? 'all'

export const supervisedIn = (lines: readonly SupervisedLine[], view: SupervisionView): SupervisedLine[] =>
  lines.filter(views[view])

/** What anybody asks about, by the ladder or by hand: the overdue first, then what is supervised in time. */
export function watchedIn({ overdue, supervised }: WorkSurvey): SupervisedLine[] {
  const late = new Set(overdue.map(({ id }) => id))
  const inTime = supervised.filter(({ id }) => !late.has(id))
  return [
    ...overdue.map((line) => ({ ...line, isOverdue: true })),
    ...inTime.map((line) => ({ ...line, termsUsed: 0, steps: 0, isOverdue: false })),
  ]
}

/** The watched cases of every list that the reader may read, those that used the most of their term first. */
export async function readSupervision(county: string) {
  const [reply, names, language, { queues, supervision }] = await Promise.all([
    ask(surveyWork, { params: { county } }),
    readNames(county, namesOfRows),
    readLanguage(),
    readText(),
  ])
  if (!reply.ok) return reply
  const { serverTime: now } = reply.value
  const marked = (line: SupervisedLine): QueueRow => {
    const row = rowOf(line, { county, now, names, language, text: queues })
    const times = line.termsUsed >= THRICE ? [supervision.times(line.termsUsed.toFixed(1))] : []
    const step = line.steps > 0 ? [supervision.steps[Math.min(line.steps, 4) as 1 | 2 | 3 | 4]] : []
    return { ...row, marks: [...new Set([...times, ...step, ...row.marks])] }
  }
  return { ok: true as const, value: { watched: watchedIn(reply.value), marked, at: shortMoment(now, now) } }
}
