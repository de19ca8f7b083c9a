import { sketchAround } from '#shared/organisation/built-up-grids'
import { gridCodeOf } from '#shared/organisation/codes'
import { divisionsOf } from '#shared/organisation/divisions/read'
import type { NewGrid } from '#shared/organisation/grids'
import type { Lay } from '#shared/tenants/laying'
import type { OrganisationStore } from './ports.ts'

type StoreOf = (tenant: string) => Pick<OrganisationStore, 'putGrids' | 'putOutline'>

/**
 * Outside the built-up area the village is the grid. The built-up area itself nobody has drawn yet: a square of cells
 * around the seat stands in for it, marked as a sketch. Where the county ends is known as schematically.
 */
export const layGrids =
  (storeOf: StoreOf): Lay =>
  async ({ tenant, at }) => {
    const { communities = [], seat } = divisionsOf(tenant) ?? {}
    const villages = communities
      .filter((community) => community.class !== 'built-up')
      .map(
        ({ code, name, class: areaClass }): NewGrid => ({
          code: gridCodeOf(code, 1),
          name,
          class: areaClass,
          source: 'village',
          sketch: false,
          retired: false,
        }),
      )
    const cells = seat ? sketchAround(seat.at, seat.county, { area: seat.street, class: 'built-up' }) : []
    const by = { actor: 'system', at, onlyMissing: true }
    await storeOf(tenant).putGrids([...villages, ...cells], by)
    if (seat) await storeOf(tenant).putOutline(seat.county, by)
    return {
      counts: { villages: villages.length, cells: cells.length },
      notes: cells.length > 0 ? ['sketched-grids'] : [],
    }
  }
