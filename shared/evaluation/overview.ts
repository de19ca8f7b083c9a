import * as z from 'zod'
import { cityCode, tenantCode } from '../kernel/ids.ts'
import { type Counter, counters } from './counters.ts'

const counts = z.partialRecord(z.enum(counters as [Counter, ...Counter[]]), z.int())

/** What a county came to, as its commission sees it at one look. */
export const lineFigures = z.object({
  /** The day that `today` is. */
  day: z.iso.date(),
  today: counts,
  /** From the first of that month. */
  month: counts,
  /** Open, overdue, overdue and unhandled: as it stands. */
  standing: counts,
  /** Filings of this month under kinds that are 待确认: published figures leave them out. */
  unconfirmed: z.int(),
  /** Acts of the county so far: tells an older line from a newer. */
  ever: z.int(),
  /** When it was summed. */
  summedAt: z.iso.datetime(),
})
export type LineFigures = z.output<typeof lineFigures>

export const countyFigures = z.object({
  tenant: tenantCode,
  name: z.string(),
  state: z.string(),
  /** Absent until something has happened in the county. */
  figures: lineFigures.optional(),
})
export type CountyFigures = z.output<typeof countyFigures>

/** All counties of a city on one page, read at once. */
export const cityOverview = z.object({
  city: cityCode,
  /** Rises with each writing. */
  sequence: z.int(),
  counties: z.array(countyFigures),
})
export type CityOverview = z.output<typeof cityOverview>

/** Of two lines of a county, the one that more went into. */
export const newerLine = (a: LineFigures | undefined, b: LineFigures | undefined): LineFigures | undefined =>
  !a || (b && (b.ever > a.ever || (b.ever === a.ever && b.summedAt >= a.summedAt))) ? b : a

/** The next overview: the counties of the register, with what was summed anew. */
export function nextOverview(
  city: string,
  before: CityOverview | undefined,
  counties: readonly Pick<CountyFigures, 'tenant' | 'name' | 'state'>[],
  summed: ReadonlyMap<string, LineFigures>,
): CityOverview {
  const kept = new Map(before?.counties.map(({ tenant, figures }) => [tenant, figures]))
  return {
    city,
    sequence: (before?.sequence ?? 0) + 1,
    counties: counties.map(({ tenant, name, state }) => {
      // of a county that left, its name stays
      const figures = state === 'left' ? undefined : newerLine(kept.get(tenant), summed.get(tenant))
      return { tenant, name, state, ...(figures && { figures }) }
    }),
  }
}
