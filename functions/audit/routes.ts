import type { auditContracts } from '#shared/audit/contract'
import { refuse } from '#shared/kernel/result'
import type { Routes } from '#shared/routes'
import type { Clock } from '../kernel/clock.ts'
import type { AuditLog, AuditTrail, RootReader } from './ports.ts'
import { readTrail } from './read-trail.ts'
import { verifyDay } from './verify-day.ts'

/** The trail of a county or city and the log of the same, by its code. */
type AuditOf = (scope: string) => { readonly trail: AuditTrail; readonly log: Pick<AuditLog, 'record'> }

interface Needs {
  readonly auditOfCounty: AuditOf
  readonly auditOfCity: AuditOf
  readonly roots: RootReader
  /** Where the auditor of a city's county sits; undefined when it is no county of the city. */
  readonly auditorSits: (city: string, tenant: string) => Promise<'county' | 'commission' | undefined>
  readonly clock: Clock
}

export const auditRoutes = ({
  auditOfCounty,
  auditOfCity,
  roots,
  auditorSits,
  clock,
}: Needs): Routes<(typeof auditContracts)[number]> => ({
  'list-acts': ({ signedIn: { tenant, person }, query }) =>
    listActs({ ...auditOfCounty(tenant), clock }, { person, post: 'auditor' }, query),
  'list-denials': ({ signedIn: { tenant, person }, query }) =>
    listDenials({ ...auditOfCounty(tenant), clock }, { person, post: 'auditor' }, query),
  'verify-day': ({ signedIn: { tenant, person }, query }) =>
    verifyDay({ scope: tenant, ...auditOfCounty(tenant), roots, clock })(
      { person, post: 'auditor' },
      query.date,
    ),
  'verify-city-day': ({ signedIn: { city, person }, query }) =>
    verifyDay({ scope: city, ...auditOfCity(city), roots, clock })(
      { person, post: 'commission-auditor' },
      query.date,
    ),
  'list-city-acts': ({ signedIn: { city, person }, query }) =>
    listActs({ ...auditOfCity(city), clock }, { person, post: 'commission-auditor' }, query),
  'list-city-denials': ({ signedIn: { city, person }, query }) =>
    listDenials({ ...auditOfCity(city), clock }, { person, post: 'commission-auditor' }, query),
  'list-acts-of-county': async ({ signedIn: { city, person }, params: { tenant }, query }) =>
    unlessAway(await auditorSits(city, tenant)) ??
    listActs({ ...auditOfCounty(tenant), clock }, { person, post: 'commission-auditor' }, query),
  'list-denials-of-county': async ({ signedIn: { city, person }, params: { tenant }, query }) =>
    unlessAway(await auditorSits(city, tenant)) ??
    listDenials({ ...auditOfCounty(tenant), clock }, { person, post: 'commission-auditor' }, query),
})

/** A county's audit is its own auditor's, unless its settings put that one at the commission. */
function unlessAway(sits: 'county' | 'commission' | undefined) {
  if (sits === undefined) return refuse('unknown-tenant')
  return sits === 'county' ? refuse('administrator-in-county') : undefined
}

type Reading = Parameters<typeof readTrail>[0]
type Who = Parameters<ReturnType<typeof readTrail>>[0]

async function listActs(needs: Reading, who: Who, day: Parameters<AuditTrail['acts']>[0]) {
  const { lines, next } = await readTrail(needs)(who, 'acts', day, (trail) => trail.acts(day))
  return { date: day.date, acts: [...lines], ...(next && { next }) }
}

async function listDenials(needs: Reading, who: Who, day: Parameters<AuditTrail['denials']>[0]) {
  const { lines, next } = await readTrail(needs)(who, 'denials', day, (trail) => trail.denials(day))
  return { date: day.date, denials: [...lines], ...(next && { next }) }
}
