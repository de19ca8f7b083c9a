import { counterWording } from '#shared/evaluation/counters'
import type { Language } from '#shared/kernel/language'
import type { Text } from '../../text/text.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import styles from './figures.module.css'
import type { TrendRow } from './read-trend.ts'
import { TrendChart } from './trend-chart.tsx'

interface TrendProps {
  rows: readonly TrendRow[]
  language: Language
  text: Text['statistics']['trend']
}

export const trendColumns = (language: Language, text: Text['statistics']['trend']): Column<TrendRow>[] => [
  { title: text.period, value: ({ name }) => name },
  { title: counterWording.filings[language], as: 'number', value: ({ filings }) => filings },
  { title: counterWording.handlings[language], as: 'number', value: ({ handlings }) => handlings },
]

/** How the periods went up to this one; the table is folded under the chart. */
export function Trend({ rows, language, text }: TrendProps) {
  return (
    <section className={styles.section} aria-labelledby="trend">
      <h2 id="trend">{text.title}</h2>
      <TrendChart
        label={text.label}
        names={{ first: counterWording.filings[language], second: counterWording.handlings[language] }}
        points={rows.map(({ name, filings, handlings }) => ({ name, first: filings, second: handlings }))}
      />
      <details className={styles.formula}>
        <summary>{text.table}</summary>
        <DataTable
          label={text.title}
          columns={trendColumns(language, text)}
          rows={rows}
          keyOf={({ from }) => from}
        />
      </details>
    </section>
  )
}
