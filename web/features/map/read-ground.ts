import { cache } from 'react'
import { areaOfGrid } from '#shared/organisation/codes'
import { listGrids } from '#shared/organisation/contract'
import { type Point, pointOf, type Region } from '#shared/organisation/geometry/lattice'
import { regionOf } from '#shared/organisation/geometry/shape'
import type { Grid } from '#shared/organisation/grids'
import { ask } from '../../lib/api.ts'

/** The unit grids of an area, asked for once per request; none where the area is not known. */
export const readGrids = cache(async (county: string, area: string): Promise<readonly Grid[]> => {
  const reply = await ask(listGrids, { params: { county, area } })
  return reply.ok ? reply.value.grids : []
})

/** Communities whose grids one drawing takes in. */
const MOST_AREAS = 40
const GRID_DIGITS = 14

/** The drawn grids around these codes of grids: whole communities, so that one sees where in them. */
export async function gridsAround(county: string, codes: readonly string[]): Promise<Grid[]> {
  const areas = [...new Set(codes.filter((code) => code.length >= GRID_DIGITS).map(areaOfGrid))]
  const lists = await Promise.all(areas.slice(0, MOST_AREAS).map((area) => readGrids(county, area)))
  return lists.flat().filter(({ shape, retired }) => shape !== undefined && !retired)
}

/** A grid whose shape is known. */
export const regionOfGrid = ({ shape = '' }: Pick<Grid, 'shape'>): Region => regionOf(shape)

/** The middle of a region's outer corners: within a cell of a hundred metres that is where it is. */
export function middleOf(region: Region): Point {
  const corners = region[0] ?? []
  const sum = corners.reduce<Point>(([x, y], [east, north]) => [x + east, y + north], [0, 0])
  return [Math.round(sum[0] / corners.length), Math.round(sum[1] / corners.length)]
}

export const pointAt = ({ longitude, latitude }: { longitude: number; latitude: number }): Point =>
  pointOf(longitude, latitude)
