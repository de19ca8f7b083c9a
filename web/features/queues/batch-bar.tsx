'use client'
import { useState } from 'react'
import { staffPaths } from '../../lib/paths.ts'
import buttons from '../../ui/button.module.css'
import type { BatchAction, BatchField } from './batch-actions.ts'
import styles from './batch-bar.module.css'
import { BatchDialog, type DialogText } from './batch-dialog.tsx'

export interface OfferedBatch {
  readonly action: BatchAction
  readonly name: string
  readonly fields: readonly OfferedField[]
}

export interface OfferedField {
  readonly name: BatchField
  readonly label: string
  readonly hint: string
  readonly choices?: readonly { readonly value: string; readonly words: string }[]
}

export interface BatchText extends DialogText {
  /** `{n}` stands for how many. */
  chosen: string
  clear: string
  tooMany: string
  print: string
}

/** What one look can take in, and what is sent within seconds. */
const MOST_AT_ONCE = 50

interface BatchBarProps {
  county: string
  chosen: readonly { readonly id: string }[]
  /** Whether they can be printed as dispatch sheets. */
  prints?: boolean
  batch: readonly OfferedBatch[]
  clear: () => void
  /** All was sent: the list is drawn anew. */
  done: () => void
  text: BatchText
}

/** Stands at the bottom while cases are chosen. */
export function BatchBar({ county, chosen, prints, batch, clear, done, text }: BatchBarProps) {
  const [open, setOpen] = useState<{ offer: OfferedBatch; ids: readonly string[] }>()
  const close = (sent: boolean) => {
    setOpen(undefined)
    if (sent) done()
  }
  return (
    <>
      {chosen.length > 0 && (
        <section className={styles.bar} aria-label={text.chosen.replace('{n}', String(chosen.length))}>
          <span>{text.chosen.replace('{n}', String(chosen.length))}</span>
          {chosen.length > MOST_AT_ONCE && <span>{text.tooMany.replace('{n}', String(MOST_AT_ONCE))}</span>}
          {batch.map((offer) => (
            <button
              key={offer.action}
              className={buttons.plain}
              type="button"
              disabled={chosen.length > MOST_AT_ONCE}
              onClick={() => setOpen({ offer, ids: chosen.map(({ id }) => id) })}
            >
              {offer.name}
            </button>
          ))}
          {prints && (
            <a
              className={buttons.plain}
              href={staffPaths.print(
                county,
                'dispatch',
                chosen.slice(0, MOST_AT_ONCE).map(({ id }) => id),
              )}
              target="_blank"
              rel="noopener"
            >
              {text.print}
            </a>
          )}
          <button className={styles.clear} type="button" onClick={clear}>
            {text.clear}
          </button>
        </section>
      )}
      {open && <BatchDialog county={county} {...open} close={close} text={text} />}
    </>
  )
}
