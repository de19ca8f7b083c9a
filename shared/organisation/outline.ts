import { contains, type Point, type Region, unitMetres } from './geometry/lattice.ts'

/** How far a county's outline may be out: it is schematic (示意), drawn from corners a kilometre apart. */
const TOLERANCE_METRES = 2_000

/** Whether a point lies within an outline, or so near that the outline may be what is wrong. */
export function isWithin(outline: Region, [x, y]: Point): boolean {
  const unit = unitMetres(y)
  const [east, north] = [TOLERANCE_METRES / unit.east, TOLERANCE_METRES / unit.north]
  return [-1, 0, 1].some((across) =>
    [-1, 0, 1].some((up) => contains(outline, [x + across * east, y + up * north])),
  )
}
