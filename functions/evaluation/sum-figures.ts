import type { LineFigures } from '#shared/evaluation/overview'
import type { Clock } from '../kernel/clock.ts'
import { keepOverview } from './keep-overview.ts'
import type { CountyStanding, FiguresStore, FoldedDay, OverviewStore } from './ports.ts'
import { sumCounty } from './sum-county.ts'

interface Needs {
  storeOf(tenant: string): FiguresStore
  readonly standingOf: CountyStanding
  readonly overviews: OverviewStore
  readonly clock: Clock
}

/** Counties summed side by side: each asks for half a dozen items at once, and a client has fifty connections. */
const AT_ONCE = 6

/**
 * Sums every county that something was folded of, once, and writes each city's overview once. Answers which counties could
 * not be done, and why: one that fails holds up no other.
 */
export const sumFigures =
  ({ storeOf, standingOf, overviews, clock }: Needs) =>
  async (folded: readonly FoldedDay[]): Promise<ReadonlyMap<string, unknown>> => {
    const failed = new Map<string, unknown>()
    const cities = new Map<string, Map<string, LineFigures>>()
    const sumOne = async (tenant: string, days: readonly string[]) => {
      const county = await standingOf(tenant)
      // of a county that left, nothing is to be there
      if (county?.hasLeft) return
      const line = await sumCounty({ store: storeOf(tenant), clock })([...new Set(days)])
      if (county) cities.set(county.city, (cities.get(county.city) ?? new Map()).set(tenant, line))
    }
    const counties = [...Map.groupBy(folded, ({ tenant }) => tenant)]
    for (let from = 0; from < counties.length; from += AT_ONCE)
      await Promise.all(
        counties.slice(from, from + AT_ONCE).map(async ([tenant, days]) => {
          try {
            await sumOne(
              tenant,
              days.map(({ day }) => day),
            )
          } catch (error) {
            failed.set(tenant, error)
          }
        }),
      )
    for (const [city, lines] of cities)
      try {
        await keepOverview(overviews)(city, lines)
      } catch (error) {
        for (const tenant of lines.keys()) failed.set(tenant, error)
      }
    return failed
  }
