'use client'
import { type FormEvent, useEffect, useState } from 'react'
import styles from '../citizen/public.module.css'
import field from './field.module.css'
import { filledIn } from './gapped.ts'
import { changeItem, discardItem, isUnsent, type OutboxItem } from './outbox.ts'
import { useOutbox, useSending } from './use-outbox.ts'

interface OutboxListProps {
  county: string
  states: Record<OutboxItem['state'], string>
  text: Record<
    | 'outbox'
    | 'outboxEmpty'
    | 'sendNow'
    | 'progress'
    | 'again'
    | 'discard'
    | 'discardSure'
    | 'storage'
    | 'signOut'
    | 'held'
    | 'signInAgain'
    | 'tooLarge'
    | 'noAnswer',
    string
  >
}

const MEGABYTE = 1_048_576

/** What waits on this device, each with its state; and the way out, which is held until the centre has everything. */
export function OutboxList({ county, states, text }: OutboxListProps) {
  const known = useOutbox(county)
  const items = known ?? []
  const send = useSending(county, text)
  const unsent = items.filter(isUnsent)
  const used = useStorage(items.length)

  const leave = (event: FormEvent) => {
    if (!known || unsent.length > 0) return event.preventDefault()
    navigator.serviceWorker?.controller?.postMessage({ forget: true })
  }

  return (
    <>
      <section className={styles.stack} aria-labelledby="outbox">
        <h2 id="outbox">
          {text.outbox} · {unsent.length}
        </h2>
        {known && unsent.length === 0 && <p>{text.outboxEmpty}</p>}
        {unsent.length > 0 && (
          <button type="button" className={styles.primary} onClick={send}>
            {text.sendNow}
          </button>
        )}
        <ul>
          {[...items].reverse().map((item) => (
            <OutboxRow key={item.place} county={county} item={item} states={states} text={text} send={send} />
          ))}
        </ul>
        {used !== undefined && <p className={styles.hint}>{filledIn(text.storage, used)}</p>}
      </section>
      <form action="/sign-out" method="post" onSubmit={leave} className={styles.stack}>
        {unsent.length > 0 && <p role="status">{filledIn(text.held, unsent.length)}</p>}
        <button type="submit" className={styles.outlined} aria-disabled={unsent.length > 0}>
          {text.signOut}
        </button>
      </form>
    </>
  )
}

interface OutboxRowProps extends OutboxListProps {
  item: OutboxItem
  send(): void
}

function OutboxRow({ county, item, states, text, send }: OutboxRowProps) {
  const { place, title, state, progress = 0, reason, number } = item
  const told = state === 'sending' ? filledIn(text.progress, progress) : states[state]
  const again = async () => {
    await changeItem(county, place, { state: 'waiting', reason: '' })
    send()
  }
  return (
    <li className={field.item}>
      <span>{title}</span>
      <span className={state === 'failed' ? field.failed : state === 'sent' ? field.sent : undefined}>
        {told} {number}
      </span>
      {reason && <span>{reason}</span>}
      {state === 'failed' && (
        <span className={field.actions}>
          <button type="button" className={styles.quiet} onClick={again}>
            {text.again}
          </button>
          <button
            type="button"
            className={styles.quiet}
            onClick={() => window.confirm(text.discardSure) && discardItem(county, place)}
          >
            {text.discard}
          </button>
        </span>
      )}
    </li>
  )
}

/** Megabytes that the browser says it keeps for us; asked anew when something came or went. */
function useStorage(items: number): number | undefined {
  const [used, setUsed] = useState<number>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again after every change
  useEffect(() => {
    void navigator.storage?.estimate().then(({ usage = 0 }) => setUsed(Math.ceil(usage / MEGABYTE)))
  }, [items])
  return used
}
