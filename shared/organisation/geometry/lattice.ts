/**
 * A point as longitude and latitude in units of 1e-7 degrees (about a centimetre), both integers: within a county every
 * comparison of directions is exact.
 */
export type Point = readonly [x: number, y: number]

/** Corners in order, the first not repeated at the end. Outer rings run anticlockwise, holes clockwise. */
export type Ring = readonly Point[]

/** Outer rings and holes together; a point lies inside when it lies within an odd number of them. */
export type Region = readonly Ring[]

export interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

const UNITS_PER_DEGREE = 1e7

export const pointOf = (longitude: number, latitude: number): Point => [
  Math.round(longitude * UNITS_PER_DEGREE),
  Math.round(latitude * UNITS_PER_DEGREE),
]

export const degreesOf = ([x, y]: Point): [longitude: number, latitude: number] => [
  x / UNITS_PER_DEGREE,
  y / UNITS_PER_DEGREE,
]

export function boxOf(region: Region): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of region)
    for (const [x, y] of ring) {
      west = Math.min(west, x)
      east = Math.max(east, x)
      south = Math.min(south, y)
      north = Math.max(north, y)
    }
  return { west, south, east, north }
}

export const boxesMeet = (a: Box, b: Box) =>
  a.west < b.east && b.west < a.east && a.south < b.north && b.south < a.north

/** Metres of one unit eastward and northward at a latitude; series of the WGS-84 ellipsoid. */
export function unitMetres(y: number): { readonly east: number; readonly north: number } {
  const latitude = (y / UNITS_PER_DEGREE) * (Math.PI / 180)
  return {
    east: (111_412.84 * Math.cos(latitude) - 93.5 * Math.cos(3 * latitude)) / UNITS_PER_DEGREE,
    north: (111_132.954 - 559.822 * Math.cos(2 * latitude)) / UNITS_PER_DEGREE,
  }
}

/** The next corner of a ring. */
export const after = (ring: Ring, at: number): Point => ring[at + 1 === ring.length ? 0 : at + 1]!

/** Twice the signed area in square units: positive anticlockwise. Relative to the first corner, so that digits last. */
export function twiceArea(ring: Ring): number {
  const [ox, oy] = ring[0] ?? [0, 0]
  let sum = 0
  for (let at = 0; at < ring.length; at++) {
    const [ax, ay] = ring[at]!
    const [bx, by] = after(ring, at)
    sum += (ax - ox) * (by - oy) - (bx - ox) * (ay - oy)
  }
  return sum
}

/**
 * Square metres: square units times what a unit measures at the latitude of the middle of the ground, as parallels grow
 * shorter towards the pole. The middle of the box would do for squares, and be 17 m² out for a triangle of 800 m.
 */
export function areaOf(region: Region): number {
  const { south } = boxOf(region)
  let [twice, moment] = [0, 0]
  for (const ring of region) {
    const [ox, oy] = ring[0]!
    for (let at = 0; at < ring.length; at++) {
      const [ax, ay] = ring[at]!
      const [bx, by] = after(ring, at)
      const turn = (ax - ox) * (by - oy) - (bx - ox) * (ay - oy)
      twice += turn
      moment += turn * (oy + ay + by - 3 * south)
    }
  }
  if (twice === 0) return 0
  const unit = unitMetres(south + moment / (3 * twice))
  return (twice / 2) * unit.east * unit.north
}

/** Whether the point lies inside; of two regions with a border in common, a point on it lies in one of them. */
export function contains(region: Region, [x, y]: Point): boolean {
  let inside = false
  for (const ring of region)
    for (let at = 0; at < ring.length; at++) {
      const [ax, ay] = ring[at]!
      const [bx, by] = after(ring, at)
      if (ay > y === by > y) continue
      const side = (bx - ax) * (y - ay) - (x - ax) * (by - ay)
      if (by > ay ? side > 0 : side < 0) inside = !inside
    }
  return inside
}
