'use client'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { BatchBar, type BatchText, type OfferedBatch } from '../queues/batch-bar.tsx'
import styles from './approvals.module.css'

interface ApprovalBoardProps {
  county: string
  requests: readonly { readonly id: string; readonly name: string; readonly card: ReactNode }[]
  batch: readonly OfferedBatch[]
  text: BatchText & { choose: string; chooseAll: string }
}

/** Requests one under the other; several are chosen and answered at once, after a look at what each asks for. */
export function ApprovalBoard({ county, requests, batch, text }: ApprovalBoardProps) {
  const router = useRouter()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const all = requests.every(({ id }) => chosen.has(id))
  const choose = (id: string, on: boolean) =>
    setChosen(new Set(on ? [...chosen, id] : [...chosen].filter((one) => one !== id)))
  return (
    <>
      {requests.length > 1 && (
        <label className={styles.choice}>
          <input
            type="checkbox"
            checked={all}
            onChange={() => setChosen(new Set(all ? [] : requests.map(({ id }) => id)))}
          />
          {text.chooseAll}
        </label>
      )}
      <div className={styles.stack}>
        {requests.map(({ id, name, card }) => (
          <div key={id} className={styles.request}>
            <label className={styles.choice}>
              <input
                type="checkbox"
                aria-label={`${text.choose} ${name}`}
                checked={chosen.has(id)}
                onChange={({ currentTarget }) => choose(id, currentTarget.checked)}
              />
            </label>
            {card}
          </div>
        ))}
      </div>
      <BatchBar
        county={county}
        chosen={requests.filter(({ id }) => chosen.has(id))}
        batch={batch}
        clear={() => setChosen(new Set())}
        done={() => {
          setChosen(new Set())
          router.refresh()
        }}
        text={text}
      />
    </>
  )
}
