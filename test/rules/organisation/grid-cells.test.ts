import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Point, pointOf, type Region } from '#shared/organisation/geometry/lattice'
import { cellsAround, cellsOfPoint, cellsOfRegion } from '#shared/organisation/grid-cells'
import { isWithin } from '#shared/organisation/outline'

/** A square with its south-western corner there, so many units wide. */
const square = ([x, y]: Point, side: number): Region => [
  [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
  ],
]

const point = fc
  .tuple(fc.double({ min: 73, max: 135, noNaN: true }), fc.double({ min: 3, max: 53, noNaN: true }))
  .map(([longitude, latitude]) => pointOf(longitude, latitude))

it('whatever lies in a grid shares a cell with it, however wide the grid is', () => {
  fc.assert(
    fc.property(
      point,
      fc.integer({ min: 1, max: 9_000_000 }),
      fc.nat(1000),
      fc.nat(1000),
      (corner, side, e, n) => {
        const inside: Point = [
          corner[0] + Math.floor((side * e) / 1000),
          corner[1] + Math.floor((side * n) / 1000),
        ]
        const cells = cellsOfRegion(square(corner, side))
        expect(cellsOfPoint(inside).some((cell) => cells.includes(cell))).toBe(true)
        expect(cells.length).toBeLessThanOrEqual(9)
      },
    ),
  )
})

it('a built-up grid of 100 m lies in one to four cells', () => {
  fc.assert(
    fc.property(point, (corner) => {
      const { length } = cellsOfRegion(square(corner, 10_000))
      expect([1, 2, 4]).toContain(length)
    }),
  )
})

it('finds what lies around a point by what its cells begin with, and nothing a hundred kilometres away', () => {
  const [x, y] = pointOf(108.6649, 31.9463)
  const around = cellsAround([x, y])
  const begins = (region: Region) =>
    cellsOfRegion(region).some((cell) => around.some((one) => cell.startsWith(one)))
  expect(begins(square([x + 2_000_000, y - 2_000_000], 10_000))).toBe(true)
  expect(begins(square([x + 10_000_000, y], 10_000))).toBe(false)
})

it('takes a point for inside an outline that may be two kilometres out', () => {
  const outline = square(pointOf(108, 31), 10_000_000)
  expect(isWithin(outline, pointOf(108.5, 31.5))).toBe(true)
  expect(isWithin(outline, pointOf(107.99, 31.5))).toBe(true)
  expect(isWithin(outline, pointOf(107.95, 31.5))).toBe(false)
})
