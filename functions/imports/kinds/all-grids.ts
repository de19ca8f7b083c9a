import type { Grid } from '#shared/organisation/grids'
import type { OrganisationBook } from '../ports.ts'

const AT_ONCE = 16

/** Every grid of the county, area by area. */
export async function allGrids({ areas, grids }: Pick<OrganisationBook, 'areas' | 'grids'>): Promise<Grid[]> {
  const codes = (await areas()).map(({ code }) => code)
  const found: Grid[] = []
  for (let from = 0; from < codes.length; from += AT_ONCE)
    found.push(...(await Promise.all(codes.slice(from, from + AT_ONCE).map(grids))).flat())
  return found
}
