import type { Text } from '../../text/text.ts'
import { LampShape } from '../../ui/lamp.tsx'
import styles from './queue-tabs.module.css'
import type { Colours } from './tabs.ts'

interface ColourCountsProps {
  counts: Colours
  text: Text['queues']['colours']
}

const order = ['red', 'amber', 'green', 'grey'] as const

/** How many of each lamp, the most urgent first; what is not there is left out. */
export function ColourCounts({ counts, text }: ColourCountsProps) {
  const shown = order.filter((colour) => counts[colour] > 0)
  if (shown.length === 0) return <span className={styles.none}>0</span>
  return (
    <span className={styles.counts}>
      {shown.map((colour) => (
        <span key={colour} title={text[colour]}>
          <LampShape colour={colour} />
          <span className="hidden-text">{text[colour]}</span>
          {counts[colour]}
        </span>
      ))}
    </span>
  )
}
