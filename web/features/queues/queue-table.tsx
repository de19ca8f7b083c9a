'use client'
import type { Ref } from 'react'
import type { Text } from '../../text/text.ts'
import { Lamp } from '../../ui/lamp.tsx'
import { ShortCaseNumber } from '../cases/case-number.tsx'
import type { QueueRow } from './queue-row.ts'
import styles from './queue-table.module.css'

export interface TableText {
  columns: Text['queues']['columns']
  choose: string
  chooseAll: string
  noLimit: string
}

interface QueueTableProps {
  rows: readonly QueueRow[]
  gone: ReadonlySet<string>
  chosen: ReadonlySet<string>
  choose: (id: string, on: boolean) => void
  all: (ids: ReadonlySet<string>) => void
  choosable: boolean
  text: TableText
  ref: Ref<HTMLTableElement>
}

/** One line per case; below 768 px each becomes a card of three. */
export function QueueTable({ rows, gone, chosen, choose, all, choosable, text, ref }: QueueTableProps) {
  const { columns } = text
  const every = rows.length > 0 && rows.every(({ id }) => chosen.has(id))
  return (
    <table className={styles.table} ref={ref}>
      <thead>
        <tr>
          {choosable && (
            <th className={styles.choice}>
              <input
                type="checkbox"
                aria-label={text.chooseAll}
                checked={every}
                onChange={() => all(new Set(every ? [] : rows.map(({ id }) => id)))}
              />
            </th>
          )}
          <th scope="col" className={styles.lamp}>
            {columns.lamp}
          </th>
          <th scope="col">{columns.number}</th>
          <th scope="col">{columns.kind}</th>
          <th scope="col" className={styles.place}>
            {columns.place}
          </th>
          <th scope="col">{columns.channel}</th>
          <th scope="col">{columns.stage}</th>
          <th scope="col">{columns.unit}</th>
          <th scope="col">{columns.reported}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row
            key={row.id}
            {...{ row, choose, choosable, text }}
            gone={gone.has(row.id)}
            chosen={chosen.has(row.id)}
          />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  row: QueueRow
  gone: boolean
  chosen: boolean
  choosable: boolean
  choose: (id: string, on: boolean) => void
  text: TableText
}

function Row({ row, gone, chosen, choosable, choose, text }: RowProps) {
  const look = [
    styles.row,
    row.lamp?.colour === 'red' && styles.overdue,
    gone && styles.gone,
    chosen && styles.chosen,
  ]
  return (
    <tr className={look.filter(Boolean).join(' ')}>
      {choosable && (
        <td className={styles.choice}>
          <input
            type="checkbox"
            aria-label={`${text.choose} ${row.number}`}
            checked={chosen}
            onChange={({ currentTarget }) => choose(row.id, currentTarget.checked)}
          />
        </td>
      )}
      <td className={styles.lamp}>
        {row.lamp ? (
          <Lamp lamp={row.lamp} due={row.due} />
        ) : (
          <span className={styles.quiet}>{text.noLimit}</span>
        )}
      </td>
      <td className={styles.number}>
        <ShortCaseNumber number={row.number} />
      </td>
      <td className={styles.kind} title={row.kind}>
        {row.kind}
      </td>
      <td className={styles.place} title={row.place}>
        <span className={styles.what}>
          <a className={styles.link} href={row.path} data-row={row.id}>
            {row.place}
          </a>
          {row.marks.map((mark) => (
            <span key={mark} className={styles.mark}>
              {mark}
            </span>
          ))}
        </span>
      </td>
      <td className={styles.channel}>{row.channel}</td>
      <td className={styles.stage}>{row.stage}</td>
      <td className={styles.unit} title={row.unit}>
        {row.unit || '—'}
      </td>
      <td className={styles.reported}>
        <span title={row.reportedAt}>{row.reported}</span>
      </td>
    </tr>
  )
}
