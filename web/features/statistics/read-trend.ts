import { type FiguresView, readFigures } from '#shared/evaluation/contract'
import { addDays, periodBefore } from '#shared/evaluation/period'
import { ask } from '../../lib/api.ts'
import { type AskedFigures, queryOf } from './statistics-query.ts'

export interface TrendRow {
  from: string
  name: string
  filings: number
  handlings: number
}

/** Each answer tells of a period and the one before it. */
const ANSWERS = 5

/**
 * 时段: the last periods up to the one that is shown, as many as half their number of questions tell. What cannot be had
 * leaves the trend out; the page stands without it.
 */
export async function readTrend(
  county: string,
  asked: AskedFigures,
  shown: Pick<FiguresView, 'now'>,
): Promise<TrendRow[]> {
  let day = shown.now.from
  const days: string[] = []
  for (let count = 0; count < ANSWERS; count++) {
    days.push(day)
    day = addDays(periodBefore(asked.period, day).from, -1)
  }
  const replies = await Promise.all(
    days.map((one) =>
      ask(readFigures, { params: { county }, query: queryOf({ ...asked, day: one, by: 'county' }) }),
    ),
  )
  const views = replies.flatMap((reply) => (reply.ok ? [reply.value] : []))
  if (views.length < ANSWERS) return []
  return views
    .flatMap(({ now, before, total }) => [
      rowOf(asked, now.from, total.now.counts),
      rowOf(asked, before.from, total.before.counts),
    ])
    .toSorted((a, b) => a.from.localeCompare(b.from))
}

type Counts = FiguresView['total']['now']['counts']

function rowOf({ period }: AskedFigures, from: string, { filings = 0, handlings = 0 }: Counts): TrendRow {
  return { from, name: nameOf(period, from), filings, handlings }
}

/** As short as the axis needs: the year where periods are years, the month where they are longer than a week. */
function nameOf(period: AskedFigures['period'], from: string): string {
  if (period === 'year') return from.slice(0, 4)
  return period === 'month' || period === 'quarter' ? from.slice(0, 7) : from.slice(5)
}
