import type { FiguresView } from '#shared/evaluation/contract'
import { rateWords } from '#shared/evaluation/rates'
import type { Text } from '../../text/text.ts'
import { changeOf, changeWords } from '../statistics/change.ts'

/** The first paragraph, as the trade's bulletins have begun for years: counts, then rates, each beside the period before. */
export function summaryWords(
  { now, before }: Pick<FiguresView['total'], 'now' | 'before'>,
  text: Text['bulletins'],
): string {
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
