'use client'
import { useCallback, useEffect, useState } from 'react'
import type { QueueRow } from './queue-row.ts'

const EVERY_MS = 15_000

interface Pulse {
  readonly rows: readonly QueueRow[]
  readonly at: string
}

/** The rows as they were drawn and as they are now: nothing moves under the reader's hand until they ask for it. */
export function usePulse(drawn: readonly QueueRow[], at: string, path: string) {
  const [pulse, setPulse] = useState<Pulse>({ rows: drawn, at })
  const [stale, setStale] = useState(false)
  const look = useCallback(async () => {
    try {
      const answer = await fetch(path, { headers: { accept: 'application/json' } })
      if (!answer.ok) throw new Error(`The queue was not told: ${answer.status}`)
      setPulse((await answer.json()) as Pulse)
      setStale(false)
    } catch {
      setStale(true)
    }
  }, [path])
  useEffect(() => setPulse({ rows: drawn, at }), [drawn, at])
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void look()
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [look])

  const now = new Map(pulse.rows.map((row) => [row.id, row]))
  const known = new Set(drawn.map(({ id }) => id))
  return {
    /** The rows that were drawn, each as it is now. */
    rows: drawn.map((row) => now.get(row.id) ?? row),
    /** Of these, which are no longer in the list: somebody acted on them. */
    gone: new Set(drawn.flatMap(({ id }) => (now.has(id) ? [] : [id]))),
    /** How many came since. */
    news: pulse.rows.filter(({ id }) => !known.has(id)).length,
    at: pulse.at,
    stale,
    look,
  }
}
