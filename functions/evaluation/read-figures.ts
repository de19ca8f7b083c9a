import type { FiguresQuery, FiguresView } from '#shared/evaluation/contract'
import {
  addDays,
  daysOf,
  type Period,
  periodBefore,
  periodLastYear,
  periodOf,
} from '#shared/evaluation/period'
import {
  type ByValue,
  type Dimension,
  type DimensionSheet,
  figuresOf,
  publishedOf,
  sheetOf,
  standingAfter,
} from '#shared/evaluation/sheet'
import { figuresViewOf } from '#shared/evaluation/view'
import { chinaDate } from '#shared/kernel/instant'
import type { Clock } from '../kernel/clock.ts'
import type { FiguresStore } from './ports.ts'

interface Needs {
  readonly store: FiguresStore
  readonly clock: Clock
}

/** Figures of a period by one dimension, beside those of the period before and of a year ago. Days that run are counted as they are. */
export const readFigures =
  ({ store, clock }: Needs) =>
  async ({ period: length, day, by, counted }: FiguresQuery): Promise<FiguresView> => {
    const today = chinaDate(clock.now())
    const at = day ?? today
    const open = await openDays(store, by, today)
    const figures = async (period: Period) => {
      const { sheets, standing } = await sheetsOf(store, by, period, open)
      const values = counted === 'published' ? sheets.map(publishedOf) : sheets.map((sheet) => sheet.values)
      return { period, values: figuresOf(values, standing) }
    }
    const [now, before, lastYear] = await Promise.all(
      [periodOf(length, at), periodBefore(length, at), periodLastYear(length, at)].map(figures),
    )
    return figuresViewOf({ by, counted, now: now!, before: before!, lastYear: lastYear! })
  }

type OpenDays = ReadonlyMap<string, DimensionSheet>

/** Days that are not closed yet: summed from their facts. */
async function openDays(store: FiguresStore, by: Dimension, today: string): Promise<OpenDays> {
  const [newest, confirmed] = await Promise.all([store.sheetUpTo('county', today), store.confirmed()])
  const days = newest ? daysOf({ from: addDays(newest.day, 1), until: today }) : [today]
  return new Map(
    await Promise.all(
      days.map(async (day) => [day, sheetOf(await store.factsOn(day), confirmed).by[by]] as const),
    ),
  )
}

async function sheetsOf(store: FiguresStore, by: Dimension, period: Period, open: OpenDays) {
  const [closed, last] = await Promise.all([store.sheets(by, period), store.sheetUpTo(by, period.until)])
  const upTo = [...open].filter(([day]) => day <= period.until)
  const standing: ByValue = standingAfter(
    last?.standing ?? {},
    upTo.map(([, { values }]) => values),
  )
  const sheets: DimensionSheet[] = [
    ...closed,
    ...upTo.filter(([day]) => day >= period.from).map(([, sheet]) => sheet),
  ]
  return { sheets, standing }
}
