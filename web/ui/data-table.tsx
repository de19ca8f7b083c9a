import type { ReactNode } from 'react'
import { rateWords } from '#shared/evaluation/rates'
import styles from './data-table.module.css'

/** One column, for the page and for the workbook alike. */
export interface Column<Row> {
  title: string
  /** A number stays a number in the workbook; absent is shown as —. */
  value: (row: Row) => string | number | undefined
  /** `rate`: a fraction, shown in hundredths. */
  as?: 'number' | 'rate'
  /** How the page draws it, where words alone will not do. */
  draw?: (row: Row) => ReactNode
  /** Left out where the screen is narrow. */
  minor?: boolean
  /** Sentences: broken into lines, so that the columns beside them stay in sight. */
  wrap?: boolean
  /** Address that sorts by this column, and whether it does. */
  sort?: { href: string; sorted: boolean }
}

interface DataTableProps<Row> {
  /** What the table is of, as it is read out. */
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** Said in the place of rows. */
  empty?: string
}

/** A dense table; wider than the screen it scrolls by itself, and can be reached by keyboard. */
export function DataTable<Row>({ label, columns, rows, keyOf, empty }: DataTableProps<Row>) {
  if (rows.length === 0 && empty) return <p className={styles.empty}>{empty}</p>
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fields are grouped here
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <div className={styles.scroll} role="group" aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.title}
                scope="col"
                className={classOf(column)}
                aria-sort={column.sort?.sorted ? 'other' : undefined}
              >
                {column.sort ? (
                  <a href={column.sort.href}>
                    {column.title}
                    {column.sort.sorted && <span aria-hidden="true"> ▾</span>}
                  </a>
                ) : (
                  column.title
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column, index) => (
                <Cell key={column.title} heading={index === 0} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell<Row>({ column, row, heading }: { column: Column<Row>; row: Row; heading: boolean }) {
  const drawn = column.draw ? column.draw(row) : wordsOf(column.value(row), column.as)
  if (!heading) return <td className={classOf(column)}>{drawn}</td>
  return (
    <th scope="row" className={classOf(column)}>
      {drawn}
    </th>
  )
}

const classOf = <Row,>({ as, minor, wrap }: Column<Row>) =>
  [as && styles.number, minor && styles.minor, wrap && styles.wrap].filter(Boolean).join(' ') || undefined

function wordsOf(value: string | number | undefined, as: Column<unknown>['as']): string {
  if (value === undefined || value === '') return '—'
  return as === 'rate' && typeof value === 'number' ? rateWords(value) : String(value)
}
