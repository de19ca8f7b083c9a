import type { Figures, FiguresView } from '#shared/evaluation/contract'
import { type Counter, counters, counterWording } from '#shared/evaluation/counters'
import { type RateName, rateNames, rates } from '#shared/evaluation/rates'
import type { Language } from '#shared/kernel/language'
import type { Text } from '../../text/text.ts'
import type { Column } from '../../ui/data-table.tsx'
import { changeOf, changeWords } from './change.ts'
import styles from './figures.module.css'
import { formulaOf } from './formula.ts'

type Compared = Pick<FiguresView['total'], 'now' | 'before' | 'lastYear'>
export interface CounterRow {
  counter: Counter
  compared: Compared
}
export interface RateRow {
  rate: RateName
  compared: Compared
}
export type ValueRow = FiguresView['rows'][number] & { name: string }

/** Counters that came to something in any of the three periods. */
export const counterRows = (compared: Compared): CounterRow[] =>
  counters
    .filter((counter) => Object.values(compared).some(({ counts }: Figures) => counts[counter]))
    .map((counter) => ({ counter, compared }))

export const rateRows = (compared: Compared): RateRow[] => rateNames.map((rate) => ({ rate, compared }))

/** Counts beside those of the period before (环比) and of a year ago (同比). */
export function counterColumns(language: Language, text: Text['statistics']): Column<CounterRow>[] {
  const of = (period: keyof Compared) => (row: CounterRow) => row.compared[period].counts[row.counter] ?? 0
  const change = (period: 'before' | 'lastYear') => (row: CounterRow) =>
    changeWords(changeOf(of('now')(row), of(period)(row)))
  return [
    { title: text.figure, value: ({ counter }) => counterWording[counter][language] },
    { title: text.now, as: 'number', value: of('now') },
    { title: text.before, as: 'number', value: of('before'), minor: true },
    { title: text.againstBefore, as: 'number', value: change('before') },
    { title: text.lastYear, as: 'number', value: of('lastYear'), minor: true },
    { title: text.againstLastYear, as: 'number', value: change('lastYear') },
  ]
}

/** Rates with how each is reckoned; a change of a rate is told in percentage points. */
export function rateColumns(language: Language, text: Text['statistics']): Column<RateRow>[] {
  const of = (period: keyof Compared) => (row: RateRow) => row.compared[period].rates[row.rate]
  const change = (period: 'before' | 'lastYear') => (row: RateRow) => {
    const [now, then] = [of('now')(row), of(period)(row)]
    return changeWords(now === undefined || then === undefined ? undefined : now - then, text.points)
  }
  return [
    {
      title: text.rate,
      value: ({ rate }) => rates[rate].name[language],
      draw: ({ rate }) => (
        <details className={styles.formula}>
          <summary>{rates[rate].name[language]}</summary>
          <p>{text.formula(formulaOf(rate, language))}</p>
        </details>
      ),
    },
    { title: text.now, as: 'rate', value: of('now') },
    { title: text.before, as: 'rate', value: of('before'), minor: true },
    { title: text.againstBefore, as: 'number', value: change('before') },
    { title: text.lastYear, as: 'rate', value: of('lastYear'), minor: true },
    { title: text.againstLastYear, as: 'number', value: change('lastYear') },
  ]
}

/** What one dimension is told apart by: the main line of a case, and how it was kept. */
export function valueColumns(
  title: string,
  language: Language,
  text: Text['statistics'],
): Column<ValueRow>[] {
  const count = (counter: Counter, minor = false): Column<ValueRow> => ({
    title: counterWording[counter][language],
    as: 'number',
    value: ({ now }) => now.counts[counter] ?? 0,
    minor,
  })
  const rate = (name: RateName, minor = false): Column<ValueRow> => ({
    title: rates[name].name[language],
    as: 'rate',
    value: ({ now }) => now.rates[name],
    minor,
  })
  return [
    { title, value: ({ name }) => name },
    count('filings'),
    {
      title: text.againstBefore,
      as: 'number',
      value: ({ now, before }) => changeWords(changeOf(now.counts.filings ?? 0, before.counts.filings ?? 0)),
      minor: true,
    },
    {
      title: text.againstLastYear,
      as: 'number',
      value: ({ now, lastYear }) =>
        changeWords(changeOf(now.counts.filings ?? 0, lastYear.counts.filings ?? 0)),
      minor: true,
    },
    count('handlings'),
    count('closings', true),
    rate('handledOnTime'),
    rate('closedOnTime'),
    rate('reworkRate', true),
    count('open', true),
    count('overdue'),
  ]
}
