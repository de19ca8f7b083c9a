import fc from 'fast-check'
import {
  type Point,
  pointOf,
  type Region,
  type Ring,
  unitMetres,
} from '../../../shared/organisation/geometry/lattice.ts'

/** 城口县, in the middle. */
const CENTRE = pointOf(108.6649, 31.946293)

/** The point so many metres east and north of the centre. */
export function metres(east: number, north: number): Point {
  const unit = unitMetres(CENTRE[1])
  return [CENTRE[0] + Math.round(east / unit.east), CENTRE[1] + Math.round(north / unit.north)]
}

export const rectangle = (west: number, south: number, east: number, north: number): Ring => [
  metres(west, south),
  metres(east, south),
  metres(east, north),
  metres(west, north),
]

export const reversed = (ring: Ring): Ring => ring.toReversed()

/** Corners around a centre, each further or nearer: any form that a pen can draw around one place. */
const star = (least: number, most: number) =>
  fc
    .array(fc.double({ min: least, max: most, noNaN: true }), { minLength: 3, maxLength: 40 })
    .map((radii): Ring => {
      const step = (2 * Math.PI) / radii.length
      return radii.map((radius, at) => metres(radius * Math.cos(at * step), radius * Math.sin(at * step)))
    })

/** Outlines of 10 m to 1.6 km across, some with a hole in the middle, such as a lake in a town. */
export const anOutline: fc.Arbitrary<Region> = fc.oneof(
  star(5, 800).map((ring): Region => [ring]),
  fc.tuple(star(200, 800), star(20, 90)).map(([outer, hole]): Region => [outer, reversed(hole)]),
  fc
    .tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 900 }))
    .map(([width, height]): Region => [rectangle(0, 0, width, height)]),
)
