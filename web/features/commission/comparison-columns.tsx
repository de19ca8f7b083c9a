import type { Figures } from '#shared/evaluation/contract'
import { type Counter, counterWording } from '#shared/evaluation/counters'
import { type RateName, rates } from '#shared/evaluation/rates'
import type { Language } from '#shared/kernel/language'
import { cityPaths } from '../../lib/paths.ts'
import type { Text } from '../../text/text.ts'
import type { Column } from '../../ui/data-table.tsx'
import { changeOf, changeWords } from '../statistics/change.ts'
import { type AskedFigures, addressOf } from '../statistics/statistics-query.ts'
import type { ComparedCounty } from './read-comparison.ts'

type Then = 'before' | 'lastYear'

/** Counts and rates of a period with how they changed; each county leads to its own page over the same period. */
export function comparisonColumns(
  asked: AskedFigures,
  language: Language,
  text: Text['statistics'],
  county: string,
): Column<ComparedCounty>[] {
  const countChange = (counter: Counter, then: Then) => (row: ComparedCounty) =>
    row.total &&
    changeWords(changeOf(row.total.now.counts[counter] ?? 0, row.total[then].counts[counter] ?? 0))
  const rateChange = (rate: RateName, then: Then) => (row: ComparedCounty) =>
    row.total && changeWords(difference(row.total.now, row.total[then], rate), text.points)
  const rate = (name: RateName, minor = false): Column<ComparedCounty>[] => [
    {
      title: rates[name].name[language],
      as: 'rate',
      value: ({ total }) => total?.now.rates[name],
      minor,
    },
    {
      title: `${rates[name].name[language]} ${text.againstBefore}`,
      as: 'number',
      value: rateChange(name, 'before'),
      draw: (row) => rateChange(name, 'before')(row) ?? '—',
      minor: true,
    },
  ]
  return [
    {
      title: county,
      value: ({ name }) => name,
      draw: ({ tenant, name }) => <a href={addressOf(cityPaths.county(tenant), asked)}>{name}</a>,
    },
    {
      title: counterWording.filings[language],
      as: 'number',
      value: ({ total }) => total?.now.counts.filings ?? 0,
    },
    { title: text.againstBefore, as: 'number', value: countChange('filings', 'before'), minor: true },
    { title: text.againstLastYear, as: 'number', value: countChange('filings', 'lastYear'), minor: true },
    ...rate('closedOnTime'),
    ...rate('handledOnTime', true),
    {
      title: rates.reworkRate.name[language],
      as: 'rate',
      value: ({ total }) => total?.now.rates.reworkRate,
      minor: true,
    },
    {
      title: counterWording.overdue[language],
      as: 'number',
      value: ({ total }) => total?.now.counts.overdue ?? 0,
    },
  ]
}

function difference(now: Figures, then: Figures, rate: RateName): number | undefined {
  const [is, was] = [now.rates[rate], then.rates[rate]]
  return is === undefined || was === undefined ? undefined : is - was
}
