'use client'
import { useCallback, useEffect, useState } from 'react'
import { type OutboxItem, readItems, watchOutbox } from './outbox.ts'
import { type SendWords, sendOutbox } from './send-outbox.ts'

/** What waits on this device, as it stands now; undefined until the device has told. */
export function useOutbox(county: string): OutboxItem[] | undefined {
  const [items, setItems] = useState<OutboxItem[]>()
  useEffect(() => {
    const read = () => void readItems(county).then(setItems)
    read()
    return watchOutbox(county, read)
  }, [county])
  return items
}

const AGAIN_MS = 30_000

/** Sends by itself: at once, when a line comes back, when the page comes to the front, and now and then. */
export function useSending(county: string, text: SendWords): () => void {
  const { signInAgain, tooLarge, noAnswer } = text
  const send = useCallback(
    () => void sendOutbox(county, { signInAgain, tooLarge, noAnswer }),
    [county, signInAgain, tooLarge, noAnswer],
  )
  useEffect(() => {
    const toFront = () => document.visibilityState === 'visible' && send()
    send()
    window.addEventListener('online', send)
    document.addEventListener('visibilitychange', toFront)
    const stop = watchOutbox(county, send)
    const timer = setInterval(send, AGAIN_MS)
    return () => {
      window.removeEventListener('online', send)
      document.removeEventListener('visibilitychange', toFront)
      stop()
      clearInterval(timer)
    }
  }, [county, send])
  return send
}

/** Whether the device believes that it has a line; it may be wrong, so nothing rests on it. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(true)
  useEffect(() => {
    const read = () => setOnline(navigator.onLine)
    read()
    window.addEventListener('online', read)
    window.addEventListener('offline', read)
    return () => {
      window.removeEventListener('online', read)
      window.removeEventListener('offline', read)
    }
  }, [])
  return online
}
