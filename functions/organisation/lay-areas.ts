import { classOfCode, type NewArea } from '#shared/organisation/areas'
import { divisionsOf } from '#shared/organisation/divisions/read'
import type { Lay } from '#shared/tenants/laying'
import type { OrganisationStore } from './ports.ts'

type StoreOf = (tenant: string) => Pick<OrganisationStore, 'putAreas'>

/** Lays the county with its streets, towns, communities and villages, as far as the published divisions go. */
export const layAreas =
  (storeOf: StoreOf): Lay =>
  async ({ tenant, name, at }) => {
    const divisions = divisionsOf(tenant)
    const county: NewArea = { code: tenant, name, class: classOfCode(tenant), retired: false }
    const { streets, communities } = divisions ?? { streets: [], communities: [] }
    await storeOf(tenant).putAreas([county, ...streets, ...communities], {
      actor: 'system',
      at,
      onlyMissing: true,
    })
    return {
      counts: { streets: streets.length, communities: communities.length },
      notes: !divisions ? ['no-division-data'] : communities.length === 0 ? ['street-level-only'] : [],
    }
  }
