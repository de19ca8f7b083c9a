import { type Point, pointOf, unitMetres } from '../organisation/geometry/lattice.ts'

/** Side of a cell: 0.005 degrees, about 550 m northward and 480 m eastward in Chongqing. */
const CELL_UNITS = 50_000

/** The cell that a point lies in: what components are stored by, so that those near a place are a query or four. */
export const placeCell = (longitude: number, latitude: number) => cellOf(pointOf(longitude, latitude))

const cellOf = ([x, y]: Point) => `${Math.floor(x / CELL_UNITS)}-${Math.floor(y / CELL_UNITS)}`

/** All cells that reach within so many metres of a point, its own among them; one to four for up to 200 m. */
export function cellsWithin(longitude: number, latitude: number, metres: number): string[] {
  const [x, y] = pointOf(longitude, latitude)
  const unit = unitMetres(y)
  const [east, north] = [metres / unit.east, metres / unit.north]
  const cells: string[] = []
  const at = (value: number) => Math.floor(value / CELL_UNITS)
  for (let column = at(x - east); column <= at(x + east); column++)
    for (let row = at(y - north); row <= at(y + north); row++) cells.push(`${column}-${row}`)
  return cells
}

/** Metres between two places that are near each other. */
export function metresBetween(
  a: { readonly longitude: number; readonly latitude: number },
  b: { readonly longitude: number; readonly latitude: number },
): number {
  const [ax, ay] = pointOf(a.longitude, a.latitude)
  const [bx, by] = pointOf(b.longitude, b.latitude)
  const unit = unitMetres((ay + by) / 2)
  return Math.hypot((bx - ax) * unit.east, (by - ay) * unit.north)
}
