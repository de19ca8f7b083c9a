import type { Lay } from '#shared/tenants/laying'
import type { Counted, Counters } from './ports.ts'
import { StepStopped } from './step-stopped.ts'

/** What a county must have of each before anybody works in it. 204: the kinds of the base catalogue, which none may lose. */
const least: Record<Counted, number> = { areas: 1, units: 1, kinds: 204, years: 1, administrators: 1 }

/** The last step reads back what the others laid; what is missing stops the onboarding under its name: `lacks-areas`. */
export const checkHealth =
  (counters: Counters): Lay =>
  async (county) => {
    const names = Object.keys(least) as Counted[]
    const counted = await Promise.all(
      names.map(async (name) => [name, await counters[name](county)] as const),
    )
    const missing = counted.find(([name, count]) => count < least[name])
    if (missing) throw new StepStopped(`lacks-${missing[0]}`)
    return { counts: Object.fromEntries(counted), notes: [] }
  }
