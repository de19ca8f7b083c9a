import { type FiguresView, readCountyFigures } from '#shared/evaluation/contract'
import { periodOf } from '#shared/evaluation/period'
import { chinaDate } from '#shared/kernel/instant'
import { listTenants } from '#shared/tenants/contract'
import { ask, type Reply } from '../../lib/api.ts'
import { type AskedFigures, queryOf } from '../statistics/statistics-query.ts'

/** A county over the period; without figures where they could not be had. */
export interface ComparedCounty {
  tenant: string
  name: string
  total?: FiguresView['total']
}

export interface Comparison {
  now: FiguresView['now']
  counties: ComparedCounty[]
}

/** Counties asked at once: a city has some forty, and the service limits how many of its functions run. */
const AT_ONCE = 8

/** Every county of the city over one period, beside the one before and a year ago. */
export async function readComparison(city: string, asked: AskedFigures): Promise<Reply<Comparison>> {
  const register = await ask(listTenants, { params: { city } })
  if (!register.ok) return register
  const lines = register.value.tenants.filter(({ state }) => state !== 'left')
  const counties: ComparedCounty[] = []
  let now: FiguresView['now'] | undefined
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    const replies = await Promise.all(
      lines.slice(from, from + AT_ONCE).map(async ({ tenant, name }) => {
        const query = queryOf({ ...asked, by: 'county' })
        const reply = await ask(readCountyFigures, { params: { city, tenant }, query })
        if (reply.ok) now ??= reply.value.now
        return { tenant, name, ...(reply.ok && { total: reply.value.total }) }
      }),
    )
    counties.push(...replies)
  }
  const span = now ?? periodOf(asked.period, asked.day ?? chinaDate(Date.now()))
  return { ok: true, value: { now: span, counties: counties.toSorted(worstFirst) } }
}

/** Who closed least on time first; whoever had nothing to close stands last. */
const worstFirst = (a: ComparedCounty, b: ComparedCounty) =>
  (a.total?.now.rates.closedOnTime ?? 2) - (b.total?.now.rates.closedOnTime ?? 2)
