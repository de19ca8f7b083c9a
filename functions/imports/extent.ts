import { boxOf, degreesOf } from '#shared/organisation/geometry/lattice'
import { regionOf } from '#shared/organisation/geometry/shape'
import type { Extent } from './coordinates.ts'
import { allGrids } from './kinds/all-grids.ts'
import type { OrganisationBook } from './ports.ts'

/** Where a county lies, by its drawn grids; undefined where none is drawn. */
export async function extentOf(organisation: OrganisationBook): Promise<Extent | undefined> {
  const boxes = (await allGrids(organisation)).flatMap(({ shape }) => (shape ? [boxOf(regionOf(shape))] : []))
  if (boxes.length === 0) return undefined
  const [west, south] = degreesOf([
    Math.min(...boxes.map((box) => box.west)),
    Math.min(...boxes.map((box) => box.south)),
  ])
  const [east, north] = degreesOf([
    Math.max(...boxes.map((box) => box.east)),
    Math.max(...boxes.map((box) => box.north)),
  ])
  return { west, south, east, north }
}
