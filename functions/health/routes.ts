import { instantOf } from '#shared/kernel/instant'
import type { HealthContract, Routes } from '#shared/routes'

interface Needs {
  /** The trade's time, epoch milliseconds. */
  readonly clock: { now(): number }
}

/** That this function answers, and the trade's time by which the portal ticks. */
export const healthRoutes = ({ clock }: Needs): Routes<HealthContract> => ({
  'read-health': async () => ({ status: 'ok', serverTime: instantOf(clock.now()) }),
})
