import { rateWords } from '#shared/evaluation/rates'
import type { Text } from '../../text/text.ts'
import { changeOf, changeWords } from '../statistics/change.ts'
import type { CountyReport } from '../statistics/read-report.ts'

/** The first paragraph, as the trade's bulletins have begun for years: counts, then rates, each beside the period before. */
export function summaryWords({ view }: Pick<CountyReport, 'view'>, text: Text['bulletins']): string {
  const { now, before } = view.total
  const count = (name: 'filings' | 'dispatches' | 'handlings' | 'closings') => now.counts[name] ?? 0
  const reported = (figures: typeof now) =>
    (figures.counts.collectorReports ?? 0) + (figures.counts.publicReports ?? 0)
  return text.summary({
    reported: reported(now),
    change: changeWords(changeOf(reported(now), reported(before))),
    filed: count('filings'),
    dispatched: count('dispatches'),
    handled: count('handlings'),
    closed: count('closings'),
    closingRate: rateWords(now.rates.closingRate),
    onTime: rateWords(now.rates.closedOnTime),
    rework: rateWords(now.rates.reworkRate),
    extended: rateWords(now.rates.extensionRate),
    open: now.counts.open ?? 0,
    overdue: now.counts.overdue ?? 0,
  })
}
