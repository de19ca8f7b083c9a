import type { Figures, FiguresView } from './contract.ts'
import { type Counts, summed } from './counters.ts'
import type { Period } from './period.ts'
import { rateNames, rateOf } from './rates.ts'
import type { ByValue } from './sheet.ts'

interface PeriodFigures {
  readonly period: Period
  readonly values: ByValue
}

export function figuresViewOf({
  by,
  counted,
  ...periods
}: Pick<FiguresView, 'by' | 'counted'> & Record<'now' | 'before' | 'lastYear', PeriodFigures>): FiguresView {
  const { now, before, lastYear } = periods
  const values = new Set([now, before, lastYear].flatMap((one) => Object.keys(one.values)))
  const compared = (countsIn: (values: ByValue) => Counts) => ({
    now: figures(countsIn(now.values)),
    before: figures(countsIn(before.values)),
    lastYear: figures(countsIn(lastYear.values)),
  })
  return {
    by,
    counted,
    now: now.period,
    before: before.period,
    lastYear: lastYear.period,
    rows: [...values]
      .toSorted()
      .map((value) => ({ value, ...compared((all) => (Object.hasOwn(all, value) ? all[value]! : {})) })),
    total: compared((all) => summed(Object.values(all))),
  }
}

function figures(counts: Counts): Figures {
  const rates = rateNames.flatMap((name) => {
    const rate = rateOf(name, counts)
    return rate === undefined ? [] : [[name, rate] as const]
  })
  return { counts: { ...counts }, rates: Object.fromEntries(rates) }
}
