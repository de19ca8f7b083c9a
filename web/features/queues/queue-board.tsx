'use client'
import { useRouter } from 'next/navigation'
import { type ReactNode, useRef, useState } from 'react'
import buttons from '../../ui/button.module.css'
import { BatchBar, type BatchText, type OfferedBatch } from './batch-bar.tsx'
import { KeyHelp, type KeyText } from './key-help.tsx'
import styles from './queue-board.module.css'
import type { QueueRow } from './queue-row.ts'
import { QueueTable, type TableText } from './queue-table.tsx'
import { useKeys, useSingleKeys } from './use-keys.ts'
import { usePulse } from './use-pulse.ts'

interface QueueBoardProps {
  county: string
  rows: readonly QueueRow[]
  /** Of when the rows are. */
  at: string
  /** Where the rows are told anew. */
  pulsePath: string
  batch: readonly OfferedBatch[]
  /** False where a map stands in the place of the rows. */
  listed?: boolean
  /** Stands on the line of what is told of the rows. */
  children?: ReactNode
  text: TableText &
    BatchText &
    KeyText & {
      /** `{n}` stands for how many. */
      news: string
      gone: string
      show: string
      updated: string
      stale: string
      retry: string
    }
}

/** The table, alive: it says what changed and waits to be told to show it; several are chosen and acted on at once. */
export function QueueBoard({
  county,
  rows: drawn,
  at,
  pulsePath,
  batch,
  listed = true,
  children,
  text,
}: QueueBoardProps) {
  const router = useRouter()
  const { rows, gone, news, at: told, stale, look } = usePulse(drawn, at, pulsePath)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [helps, setHelps] = useState(false)
  const [single, turn] = useSingleKeys()
  const table = useRef<HTMLTableElement>(null)

  const choose = (id: string, on: boolean) => setChosen(withOrWithout(chosen, id, on))
  const links = () => [...(table.current?.querySelectorAll<HTMLAnchorElement>('a[data-row]') ?? [])]
  const move = (by: number) => {
    const all = links()
    const here = all.indexOf(document.activeElement as HTMLAnchorElement)
    all[Math.min(all.length - 1, Math.max(0, here + by))]?.focus()
  }
  useKeys(single, {
    j: () => move(1),
    k: () => move(-1),
    x: () => {
      const id = (document.activeElement as HTMLElement | null)?.dataset.row
      if (id) choose(id, !chosen.has(id))
    },
    '?': () => setHelps(true),
  })
  const refresh = () => {
    setChosen(new Set())
    router.refresh()
  }
  return (
    <div>
      <div className={styles.controls}>
        {children}
        <div className={styles.status} role="status">
          {stale && (
            <button className={styles.stale} type="button" onClick={() => void look()}>
              {text.stale.replace('{n}', told)} · {text.retry}
            </button>
          )}
          {!stale && (news > 0 || gone.size > 0) && (
            <button className={styles.pill} type="button" onClick={refresh}>
              {[
                news > 0 && text.news.replace('{n}', String(news)),
                gone.size > 0 && text.gone.replace('{n}', String(gone.size)),
              ]
                .filter(Boolean)
                .join('，')}
              {' · '}
              {text.show}
            </button>
          )}
          {!stale && <span className={styles.told}>{text.updated.replace('{n}', told)}</span>}
          <button className={`${buttons.plain} ${styles.keys}`} type="button" onClick={() => setHelps(true)}>
            {text.keys}
          </button>
        </div>
      </div>
      {listed && rows.length > 0 && (
        <QueueTable
          ref={table}
          {...{ rows, gone, chosen, choose, text }}
          choosable={batch.length > 0}
          all={setChosen}
        />
      )}
      {batch.length > 0 && (
        <BatchBar
          county={county}
          chosen={rows.filter(({ id }) => chosen.has(id))}
          prints
          batch={batch}
          clear={() => setChosen(new Set())}
          done={refresh}
          text={text}
        />
      )}
      {helps && <KeyHelp on={single} turn={turn} close={() => setHelps(false)} text={text} />}
    </div>
  )
}

function withOrWithout(set: ReadonlySet<string>, id: string, on: boolean): ReadonlySet<string> {
  const next = new Set(set)
  if (on) next.add(id)
  else next.delete(id)
  return next
}
