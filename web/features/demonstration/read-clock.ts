import { cache } from 'react'
import { CLOCK_PATH, clockReading } from '#shared/demonstration/clock'
import { apiOrigin } from '../../lib/config.ts'

/** What the demonstration's clock says; undefined where it cannot be put forward, as in a deployed stack. */
export const readClock = cache(async (): Promise<string | undefined> => {
  const answer = await fetch(new URL(CLOCK_PATH, apiOrigin()), { cache: 'no-store' }).catch(() => undefined)
  if (!answer?.ok) return undefined
  const reading = clockReading.safeParse(await answer.json().catch(() => undefined))
  return reading.success ? reading.data.now : undefined
})
