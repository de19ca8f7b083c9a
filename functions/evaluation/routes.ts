import type { figuresContracts } from '#shared/evaluation/contract'
import { instantOf } from '#shared/kernel/instant'
import { refuse } from '#shared/kernel/result'
import type { Routes } from '#shared/routes'
import type { Clock } from '../kernel/clock.ts'
import type { CountyStanding, FiguresStore, OverviewStore } from './ports.ts'
import { readFigures } from './read-figures.ts'

interface Needs {
  storeOf(tenant: string): FiguresStore
  readonly standingOf: CountyStanding
  readonly overviews: Pick<OverviewStore, 'read'>
  readonly clock: Clock
}

/** Figures, as the county's own people and its commission read them. */
export const figuresRoutes = ({
  storeOf,
  standingOf,
  overviews,
  clock,
}: Needs): Routes<(typeof figuresContracts)[number]> => ({
  'read-figures': ({ signedIn, query }) => readFigures({ store: storeOf(signedIn.tenant), clock })(query),
  'read-county-figures': async ({ signedIn: { city }, params: { tenant }, query }) => {
    const county = await standingOf(tenant)
    if (county?.city !== city) return refuse('unknown-tenant')
    return readFigures({ store: storeOf(tenant), clock })(query)
  },
  'read-overview': async ({ signedIn: { city } }) => ({
    ...((await overviews.read(city)) ?? { city, sequence: 0, counties: [] }),
    serverTime: instantOf(clock.now()),
  }),
})
