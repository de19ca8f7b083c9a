import type { ReactNode } from 'react'
import type { FiguresView } from '#shared/evaluation/contract'
import { type Dimension, dimensionWording } from '#shared/evaluation/sheet'
import type { Language } from '#shared/kernel/language'
import type { Text } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { BarChart } from './bar-chart.tsx'
import {
  counterColumns,
  counterRows,
  rateColumns,
  rateRows,
  type ValueRow,
  valueColumns,
} from './figure-columns.tsx'
import { FigureRow } from './figure-row.tsx'
import styles from './figures.module.css'
import { type AskedFigures, addressOf } from './statistics-query.ts'

interface FiguresReportProps {
  path: string
  asked: AskedFigures
  view: FiguresView
  /** The rows by their names, in the order in which they are shown. */
  rows: readonly ValueRow[]
  offered: readonly Dimension[]
  /** Where the tables are fetched as a workbook. */
  workbook: string
  language: Language
  text: Text['statistics']
  /** What else is told between the two. */
  children?: ReactNode
}

const MOST_BARS = 12

/** One period told by one dimension, then as a whole: chart and table side by side, rates with their formulas. */
export function FiguresReport({
  path,
  asked,
  view,
  rows,
  offered,
  workbook,
  language,
  text,
  children,
}: FiguresReportProps) {
  const shown = rows
    .filter(({ now, before }) => now.counts.filings || before.counts.filings)
    .slice(0, MOST_BARS)
  const dimension = dimensionWording[asked.by][language]
  return (
    <>
      <FigureRow total={view.total} language={language} text={text} />
      <section className={styles.section} aria-labelledby="by">
        <div className={styles.head}>
          <h2 id="by">{text.by(dimension)}</h2>
          <a href={addressOf(workbook, asked)}>{text.workbook}</a>
        </div>
        <nav className={styles.tabs} aria-label={text.dimensions}>
          {offered.map((one) => (
            <a
              key={one}
              href={addressOf(path, { ...asked, by: one })}
              aria-current={one === asked.by ? 'page' : undefined}
            >
              {dimensionWording[one][language]}
            </a>
          ))}
        </nav>
        {shown.length > 0 && (
          <figure>
            <BarChart
              label={text.chart(dimension)}
              bars={shown.map(({ name, now, before }) => ({
                name,
                now: now.counts.filings ?? 0,
                before: before.counts.filings ?? 0,
              }))}
            />
            <figcaption className={styles.key}>{text.chartKey}</figcaption>
          </figure>
        )}
        <DataTable
          label={text.by(dimension)}
          columns={valueColumns(dimension, language, text)}
          rows={rows}
          keyOf={({ value }) => value}
          empty={text.none}
        />
      </section>
      {children}
      <div className={styles.pair}>
        <section className={styles.section} aria-labelledby="rates">
          <h2 id="rates">{text.rates}</h2>
          <DataTable
            label={text.rates}
            columns={rateColumns(language, text)}
            rows={rateRows(view.total)}
            keyOf={({ rate }) => rate}
          />
        </section>
        <section className={styles.section} aria-labelledby="counters">
          <h2 id="counters">{text.counters}</h2>
          <DataTable
            label={text.counters}
            columns={counterColumns(language, text)}
            rows={counterRows(view.total)}
            keyOf={({ counter }) => counter}
            empty={text.none}
          />
        </section>
      </div>
    </>
  )
}
