import { type Refusal, refuse } from '#shared/kernel/result'
import type { Area, AreaClass } from '#shared/organisation/areas'
import { areaCode, areaOfGrid, gridCode, gridCodeOf, levelOf, parentOf } from '#shared/organisation/codes'
import { pointOf } from '#shared/organisation/geometry/lattice'
import type { Grid } from '#shared/organisation/grids'
import { isWithin } from '#shared/organisation/outline'
import type { CountyGround } from './ports.ts'

interface Needs {
  readonly tenant: string
  readonly ground: CountyGround
}

/** What is said of where something is: a point, an area's or a grid's code, both or neither. */
export interface Whereabouts {
  /** WGS-84 degrees. */
  readonly position?: { readonly longitude: number; readonly latitude: number }
  readonly area?: string
}

/** As near as can be told. */
export interface Located {
  readonly grid?: Grid
  readonly area?: Area
  /** Of the grid or, where there is none, of the smallest area known. */
  readonly code: string
  readonly class?: AreaClass
}

/**
 * Point → unit grid → community → street. Where no grid is drawn what was said of the area stands, and the county where
 * nothing was said. A point that is not in the county is refused: somebody else must hear of it.
 */
export const locate =
  ({ tenant, ground }: Needs) =>
  async ({ position, area }: Whereabouts): Promise<Located | Refusal> => {
    const grid = position && (await ground.gridAt(pointOf(position.longitude, position.latitude)))
    if (grid) return ofGrid(ground, grid)
    if (position && !(await isInCounty(ground, position))) return wrong('position', 'outside-county')
    if (area === undefined) return { code: tenant }
    return (await named(ground, tenant, area)) ?? wrong('area', 'unknown-id')
  }

const wrong = (field: string, code: 'outside-county' | 'unknown-id') =>
  refuse('invalid-input', { fields: [{ field, code }] })

async function isInCounty(
  ground: CountyGround,
  { longitude, latitude }: NonNullable<Whereabouts['position']>,
): Promise<boolean> {
  const point = pointOf(longitude, latitude)
  const outline = await ground.outline()
  // of a county that nobody has drawn nothing is known to be outside
  return outline ? isWithin(outline, point) : (await ground.drawn(point)) !== 'elsewhere'
}

async function named(ground: CountyGround, tenant: string, code: string): Promise<Located | undefined> {
  if (!code.startsWith(tenant)) return undefined
  if (gridCode.safeParse(code).success) {
    const grid = await ground.grid(code)
    return grid && !grid.retired ? ofGrid(ground, grid) : undefined
  }
  const area = areaCode.safeParse(code).success ? await ground.area(code) : undefined
  if (!area || area.retired) return undefined
  const village = await villageGrid(ground, area)
  return village ? ofGrid(ground, village) : { area, code: area.code, class: area.class }
}

/** Outside the built-up area the village is the grid: a community whose only grid is itself, undrawn. */
async function villageGrid(ground: CountyGround, { code }: Area): Promise<Grid | undefined> {
  const grid = levelOf(code) === 'community' ? await ground.grid(gridCodeOf(code, 1)) : undefined
  return grid && !grid.retired && !grid.shape ? grid : undefined
}

async function ofGrid(ground: CountyGround, grid: Grid): Promise<Located> {
  const area = await ground.area(areaOfGrid(grid.code))
  return { grid, ...(area && { area }), code: grid.code, class: grid.class }
}

/** The areas that something lies in, the smallest first, up to the street. */
export async function areasAbove(ground: CountyGround, { area }: Located): Promise<Area[]> {
  const above = area && parentOf(area.code)
  const street = above && levelOf(above) === 'street' ? await ground.area(above) : undefined
  return [area, street].filter((one) => one !== undefined)
}
