import { levelOf } from '#shared/organisation/codes'
import { unitOfArea, unitTemplate } from '#shared/organisation/unit-template'
import type { Lay } from '#shared/tenants/laying'
import type { OrganisationStore } from './ports.ts'

type StoreOf = (tenant: string) => Pick<OrganisationStore, 'areas' | 'putUnits'>

/** Lays the handling units: the template's departments and companies, and each street and community of the county. */
export const layDepartments =
  (storeOf: StoreOf): Lay =>
  async ({ tenant, at }) => {
    const store = storeOf(tenant)
    const below = (await store.areas()).filter(({ code, retired }) => levelOf(code) !== 'county' && !retired)
    const wanted = [...unitTemplate, ...below.map(unitOfArea)]
    await store.putUnits(wanted, { actor: 'system', at, onlyMissing: true })
    return { counts: { departments: unitTemplate.length, areas: below.length }, notes: [] }
  }
