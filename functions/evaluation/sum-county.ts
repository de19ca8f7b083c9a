import type { Counts } from '#shared/evaluation/counters'
import type { LineFigures } from '#shared/evaluation/overview'
import { addDays, daysOf, periodOf } from '#shared/evaluation/period'
import { dimensions, type figuresOf, happenedOver, sheetOf, standingAfter } from '#shared/evaluation/sheet'
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
    const first = [next, ...changed].toSorted()[0]!
    const confirmed = await store.confirmed()
    for (const day of daysOf({ from: first, until: yesterday }))
      await closeDay(store, confirmed, day, yesterday)
    return lineOf(store, confirmed, today, instantOf(nowMs))
  }

type Confirmed = (kind: string) => boolean

/** A day without acts needs no sheet of its own, but the last one: it tells that all before it are closed. */
async function closeDay(store: FiguresStore, confirmed: Confirmed, day: string, last: string) {
  const facts = await store.factsOn(day)
  const there = await store.sheets('county', { from: day, until: day })
  if (facts.length === 0 && there.length === 0 && day !== last) return
  const { acts, by } = sheetOf(facts, confirmed)
  const quiet = facts.length === 0 && there.length === 0
  // the county's last: it tells that the others are there
  for (const dimension of quiet ? (['county'] as const) : dimensions.toReversed()) {
    const before = (await store.sheetUpTo(dimension, addDays(day, -1))) ?? nothing
    const county = dimension === 'county' ? before : await store.sheetUpTo('county', addDays(day, -1))
    const sheet = by[dimension]
    await store.keepSheet(dimension, {
      day,
      ...sheet,
      standing: standingAfter(before.standing, [sheet.values]),
      ever: (county?.ever ?? 0) + acts,
    })
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

const ofCounty = (values: ReturnType<typeof figuresOf>): Counts => values[''] ?? {}
