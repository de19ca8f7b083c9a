import { type LineFigures, nextOverview } from '#shared/evaluation/overview'
import type { OverviewStore } from './ports.ts'

/** Writers of one city's overview at once: a handful of batches. */
const TRIES = 5

/** Puts what counties came to into their city's overview. Throws when others were always faster: it is told again then. */
export const keepOverview =
  (store: OverviewStore) =>
  async (city: string, summed: ReadonlyMap<string, LineFigures>): Promise<void> => {
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const [before, counties] = await Promise.all([store.read(city), store.counties(city)])
      if ((await store.keep(nextOverview(city, before, counties, summed))) === 'kept') return
    }
    throw new Error(`The overview of ${city} was written by others ${TRIES} times in a row.`)
  }
