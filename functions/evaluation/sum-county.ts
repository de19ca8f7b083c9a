import type { Counts } from '#shared/evaluation/counters'
import type { LineFigures } from '#shared/evaluation/overview'
import { addDays, daysOf, type Period, periodOf } from '#shared/evaluation/period'
import {
  type ByValue,
  type Dimension,
  dimensions,
  happenedOver,
  sheetOf,
  standingAfter,
} from '#shared/evaluation/sheet'
import { chinaDate, instantOf } from '#shared/kernel/instant'
import type { Clock } from '../kernel/clock.ts'
import type { ClosedSheet, FiguresStore } from './ports.ts'

interface Needs {
  readonly store: FiguresStore
  readonly clock: Clock
}

const nothing = { standing: {}, ever: 0 } as const

/**
 * Sums a county after facts of some days changed: closes every day that is over, sums a closed day anew when something
 * came late (and those after it, which stand on it), and says what the county comes to now. All is made from the facts.
 */
export const sumCounty =
  ({ store, clock }: Needs) =>
  async (changed: readonly string[]): Promise<LineFigures> => {
    const nowMs = clock.now()
    const today = [chinaDate(nowMs), ...changed].toSorted().at(-1)!
    const yesterday = addDays(today, -1)
    const newest = await store.sheetUpTo('county', yesterday)
    const next = newest ? addDays(newest.day, 1) : yesterday
    const from = [next, ...changed].toSorted()[0]!
    const confirmed = await store.confirmed()
    if (from <= yesterday) await closeDays(store, confirmed, { from, until: yesterday })
    return lineOf(store, confirmed, today, instantOf(nowMs))
  }

type Confirmed = (kind: string) => boolean

/**
 * Each day stands on the one before it. A day without acts needs no sheet of its own, but the last one: it tells that all
 * before it are closed.
 */
async function closeDays(store: FiguresStore, confirmed: Confirmed, period: Period) {
  const before = addDays(period.from, -1)
  const [there, ...last] = await Promise.all([
    store.sheets('county', period),
    ...dimensions.map((dimension) => store.sheetUpTo(dimension, before)),
  ])
  const standing = new Map(dimensions.map((dimension, at) => [dimension, last[at]?.standing ?? {}]))
  let ever = last[dimensions.indexOf('county')]?.ever ?? 0
  const written = new Set(there.map(({ day }) => day))
  for (const day of daysOf(period)) {
    const facts = await store.factsOn(day)
    const happened = facts.length > 0 || written.has(day)
    if (!happened && day !== period.until) continue
    const { acts, by } = sheetOf(facts, confirmed)
    ever += acts
    const keep = (dimension: Dimension) => {
      const now = standingAfter(standing.get(dimension) ?? {}, [by[dimension].values])
      standing.set(dimension, now)
      return store.keepSheet(dimension, { day, ...by[dimension], standing: now, ever })
    }
    if (happened) await Promise.all(dimensions.filter((one) => one !== 'county').map(keep))
    // the county's last: it tells that the others are there
    await keep('county')
  }
}

async function lineOf(
  store: FiguresStore,
  confirmed: Confirmed,
  today: string,
  summedAt: string,
): Promise<LineFigures> {
  const { from } = periodOf('month', today)
  const yesterday = addDays(today, -1)
  const [facts, closed, before = nothing] = await Promise.all([
    store.factsOn(today),
    from <= yesterday ? store.sheets('county', { from, until: yesterday }) : ([] as readonly ClosedSheet[]),
    store.sheetUpTo('county', yesterday),
  ])
  const { acts, by } = sheetOf(facts, confirmed)
  const now = by.county
  const days = [...closed, now]
  const month = happenedOver(days.map(({ values }) => values))
  const doubtful = happenedOver(days.map(({ unconfirmed }) => unconfirmed))
  return {
    day: today,
    today: ofCounty(happenedOver([now.values])),
    month: ofCounty(month),
    standing: ofCounty(standingAfter(before.standing, [now.values])),
    unconfirmed: ofCounty(doubtful).filings ?? 0,
    ever: before.ever + acts,
    summedAt,
  }
}

const ofCounty = (values: ByValue): Counts => values[''] ?? {}
