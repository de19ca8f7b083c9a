import type { Grid } from '#shared/organisation/grids'
import type { AreaStore } from './ports.ts'

/** Partitions that are read at the same time. */
const AT_ONCE = 16

/** Every grid of the county: for the rare command that must see that none lies over another. */
export async function allGrids(store: Pick<AreaStore, 'areas' | 'grids'>): Promise<Grid[]> {
  const areas = await store.areas()
  const grids: Grid[] = []
  for (let at = 0; at < areas.length; at += AT_ONCE) {
    const some = areas.slice(at, at + AT_ONCE)
    grids.push(...(await Promise.all(some.map(({ code }) => store.grids(code)))).flat())
  }
  return grids
}
