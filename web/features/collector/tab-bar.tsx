'use client'
import { usePathname } from 'next/navigation'
import { useEffect } from 'react'
import styles from './field.module.css'
import { filledIn } from './gapped.ts'
import { isUnsent } from './outbox.ts'
import type { SendWords } from './send-outbox.ts'
import { useOnline, useOutbox, useSending } from './use-outbox.ts'

interface TabBarProps {
  county: string
  signedIn: boolean
  tabs: { path: string; name: string }[]
  text: SendWords & Record<'label' | 'offline' | 'unsent', string>
}

/** The four tabs, what waits on this device, and what keeps both alive: sending, and pages kept for when there is no line. */
export function TabBar({ county, signedIn, tabs, text }: TabBarProps) {
  const path = usePathname()
  // a task stands under its list; the first tab's address begins all others
  const current = tabs.slice(1).find((tab) => path.startsWith(tab.path))?.path ?? path
  const unsent = (useOutbox(county) ?? []).filter(isUnsent).length
  const online = useOnline()
  useSending(county, text)
  const paths = [...new Set([...tabs.map((tab) => tab.path), path])].join(' ')
  useEffect(() => {
    if (signedIn) void keepPages(paths.split(' '))
  }, [signedIn, paths])
  return (
    <>
      {!online && (
        <p className={styles.strip} role="status">
          {filledIn(text.offline, unsent)}
        </p>
      )}
      <nav className={styles.tabs} aria-label={text.label}>
        {tabs.map((tab, at) => (
          <a key={tab.path} href={tab.path} aria-current={tab.path === current ? 'page' : undefined}>
            {tab.name}
            {at === tabs.length - 1 && unsent > 0 && (
              <span className={styles.badge}>
                <span aria-hidden="true">{unsent}</span>
                <span className="hidden-text">{filledIn(text.unsent, unsent)}</span>
              </span>
            )}
          </a>
        ))}
      </nav>
    </>
  )
}

/** Over plain http a browser keeps nothing: all works, as long as there is a line. */
async function keepPages(keep: string[]): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register('/m/sw.js').catch(() => undefined)
  const ready = await navigator.serviceWorker.ready
  ready.active?.postMessage({ keep })
}
