import type { Text } from '../../text/text.ts'
import { type QueueView, queueViews } from './asked-queue.ts'
import styles from './view-switch.module.css'

interface ViewSwitchProps {
  current: QueueView
  /** What the page shows. */
  address: URLSearchParams
  path: string
  text: Text['map']
}

/** List, map, or both: what else the address asks for stays. */
export function ViewSwitch({ current, address, path, text }: ViewSwitchProps) {
  const to = (view: QueueView) => `${path}?${new URLSearchParams({ ...Object.fromEntries(address), view })}`
  return (
    <nav className={styles.views} aria-label={text.views}>
      {queueViews.map((view) => (
        <a key={view} href={to(view)} aria-current={view === current ? 'page' : undefined}>
          {text.view[view]}
        </a>
      ))}
    </nav>
  )
}
