import type { auditContracts } from '#shared/audit/contract'
import type { Routes } from '#shared/routes'
import type { Clock } from '../kernel/clock.ts'
import type { AuditLog, AuditTrail } from './ports.ts'
import { readTrail } from './read-trail.ts'

/** The trail of a county or city and the log of the same, by its code. */
type AuditOf = (scope: string) => { readonly trail: AuditTrail; readonly log: Pick<AuditLog, 'record'> }

interface Needs {
  readonly auditOfCounty: AuditOf
  readonly auditOfCity: AuditOf
  readonly clock: Clock
}

export const auditRoutes = ({
  auditOfCounty,
  auditOfCity,
  clock,
}: Needs): Routes<(typeof auditContracts)[number]> => ({
  'list-acts': ({ signedIn: { tenant, person }, query }) =>
    listActs({ ...auditOfCounty(tenant), clock }, { person, post: 'auditor' }, query),
  'list-denials': ({ signedIn: { tenant, person }, query }) =>
    listDenials({ ...auditOfCounty(tenant), clock }, { person, post: 'auditor' }, query),
  'list-city-acts': ({ signedIn: { city, person }, query }) =>
    listActs({ ...auditOfCity(city), clock }, { person, post: 'commission-auditor' }, query),
  'list-city-denials': ({ signedIn: { city, person }, query }) =>
    listDenials({ ...auditOfCity(city), clock }, { person, post: 'commission-auditor' }, query),
})

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
