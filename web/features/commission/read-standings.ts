import { readOverview } from '#shared/evaluation/contract'
import { type CountyStanding, standingOfCounty } from '#shared/evaluation/standing'
import { listTenants } from '#shared/tenants/contract'
import { ask, type Reply } from '../../lib/api.ts'

export interface Standings {
  counties: CountyStanding[]
  serverTime: string
}

/**
 * All counties of the city but those that left, as they compare now. The overview is written when something happens in a
 * county; which counties there are, and how they stand, is the register's to say.
 */
export async function readStandings(city: string): Promise<Reply<Standings>> {
  const [overview, register] = await Promise.all([
    ask(readOverview, { params: { city } }),
    ask(listTenants, { params: { city } }),
  ])
  if (!overview.ok) return overview
  if (!register.ok && register.problem.code !== 'unknown-city') return register
  const { counties, serverTime } = overview.value
  const known = new Map(counties.map((county) => [county.tenant, county]))
  const standings = (register.ok ? register.value.tenants : [])
    .filter(({ state }) => state !== 'left')
    .map((line) => standingOfCounty({ ...known.get(line.tenant), ...line }, serverTime))
  return { ok: true, value: { counties: standings, serverTime } }
}
