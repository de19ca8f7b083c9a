import type { ClosedSheet, FiguresStore, OverviewStore } from '../../functions/evaluation/ports.ts'
import type { CountedRow } from '../../shared/evaluation/count.ts'
import type { DayFacts } from '../../shared/evaluation/facts.ts'
import type { CityOverview } from '../../shared/evaluation/overview.ts'
import type { Dimension } from '../../shared/evaluation/sheet.ts'

/** A county's figures in memory, with the conditions that the real store writes under. */
export function memoryFigures(
  histories: ReadonlyMap<string, readonly CountedRow[]>,
  confirmed: (kind: string) => boolean = () => true,
): FiguresStore {
  const facts = new Map<string, DayFacts>()
  const sheets = new Map<string, ClosedSheet>()
  const ofDimension = (dimension: Dimension) =>
    [...sheets]
      .filter(([key]) => key.startsWith(`${dimension} `))
      .map(([, sheet]) => sheet)
      .toSorted((a, b) => (a.day < b.day ? -1 : 1))
  return {
    history: async (caseId) => histories.get(caseId) ?? [],
    async keepFacts(caseId, one) {
      const key = `${caseId} ${one.day}`
      if ((facts.get(key)?.version ?? 0) < one.version) facts.set(key, one)
    },
    factsOn: async (day) => [...facts.values()].filter((one) => one.day === day),
    sheets: async (dimension, { from, until }) =>
      ofDimension(dimension).filter(({ day }) => day >= from && day <= until),
    sheetUpTo: async (dimension, until) =>
      ofDimension(dimension)
        .filter(({ day }) => day <= until)
        .at(-1),
    async keepSheet(dimension, sheet) {
      const key = `${dimension} ${sheet.day}`
      if ((sheets.get(key)?.ever ?? 0) <= sheet.ever) sheets.set(key, sheet)
    },
    confirmed: async () => confirmed,
  }
}

export function memoryOverviews(counties: Awaited<ReturnType<OverviewStore['counties']>>): OverviewStore {
  const overviews = new Map<string, CityOverview>()
  return {
    counties: async () => counties,
    read: async (city) => overviews.get(city),
    async keep(overview) {
      if ((overviews.get(overview.city)?.sequence ?? 0) !== overview.sequence - 1) return 'changed'
      overviews.set(overview.city, overview)
      return 'kept'
    },
  }
}
