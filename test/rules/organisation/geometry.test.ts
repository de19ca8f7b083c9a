import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cut } from '../../../shared/organisation/geometry/cut.ts'
import { createGround } from '../../../shared/organisation/geometry/ground.ts'
import {
  areaOf,
  boxOf,
  contains,
  degreesOf,
  type Point,
  pointOf,
  type Region,
  type Ring,
  unitMetres,
} from '../../../shared/organisation/geometry/lattice.ts'
import {
  LEAST_SQUARE_METRES,
  layCells,
  MOST_SQUARE_METRES,
} from '../../../shared/organisation/geometry/lay-cells.ts'
import { crossesItself, overlap, sharedArea } from '../../../shared/organisation/geometry/overlap.ts'
import { regionOf, shapeOf } from '../../../shared/organisation/geometry/shape.ts'
import { anOutline, metres, rectangle, reversed } from './outlines.ts'

const somewhere = fc
  .tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: -1000, max: 1000 }))
  .map(([east, north]) => metres(east, north))

/**
 * Square metres that rounding may move along a border: a cell is cut off twice, each time its new corners go to the
 * nearest point of the lattice, half a unit away at most. A sliver of 800 m has much border and little ground.
 */
function moved(region: Region): number {
  const { east, north } = unitMetres(boxOf(region).south)
  const length = region
    .flatMap((ring) => ring.map((corner, at) => [corner, ring[(at + 1) % ring.length]!] as const))
    .reduce((sum, [a, b]) => sum + Math.hypot((b[0] - a[0]) * east, (b[1] - a[1]) * north), 0)
  return length * Math.max(east, north) + 0.01
}

describe('a region', () => {
  it('has its area in square metres, holes taken off', () => {
    expect(areaOf([rectangle(0, 0, 100, 100)])).toBeCloseTo(10_000, 0)
    expect(areaOf([rectangle(0, 0, 100, 100), reversed(rectangle(20, 20, 40, 40))])).toBeCloseTo(9_600, 0)
  })

  it('is stored and read back to the last digit, anywhere on the globe', () => {
    const point = fc
      .tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true }))
      .map(([longitude, latitude]) => pointOf(longitude, latitude))
    const ring = fc.array(point, { minLength: 3, maxLength: 12 })
    fc.assert(
      fc.property(fc.array(ring, { minLength: 1, maxLength: 3 }), (region) => {
        expect(regionOf(shapeOf(region)).map((one) => one.map(([x, y]) => [x + 0, y + 0]))).toEqual(
          region.map((one) => one.map(([x, y]) => [x + 0, y + 0])),
        )
      }),
    )
  })

  it('takes at most 45 characters as a cell of 100 m', () => {
    expect(shapeOf([rectangle(0, 0, 100, 100)]).length).toBeLessThanOrEqual(45)
  })

  it('tells degrees and back', () => {
    expect(degreesOf(pointOf(108.6649, 31.946293))).toEqual([108.6649, 31.946293])
  })

  it('shares each point of a common border with one neighbour only', () => {
    const west = [rectangle(0, 0, 100, 100)]
    const east = [rectangle(100, 0, 200, 100)]
    for (const north of [0, 33, 50, 99]) {
      const point = metres(100, north)
      expect([contains(west, point), contains(east, point)].filter(Boolean)).toHaveLength(1)
    }
  })
})

describe('a cut', () => {
  it('loses no ground and makes none, wherever the line runs', () => {
    fc.assert(
      fc.property(
        anOutline,
        fc.constantFrom(0, 1),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (region, axis, at) => {
          const { west, south, east, north } = boxOf(region)
          const [from, to] = axis === 0 ? [west, east] : [south, north]
          const line = Math.round(from + at * (to - from))
          const { below, above } = cut(region, axis as 0 | 1, line)
          expect(Math.abs(areaOf([...below, ...above]) - areaOf(region))).toBeLessThan(moved(region))
          for (const corner of below.flat()) expect(corner[axis]).toBeLessThanOrEqual(line)
          for (const corner of above.flat()) expect(corner[axis]).toBeGreaterThanOrEqual(line)
        },
      ),
    )
  })

  it('may run through corners and along edges', () => {
    const comb: Ring = [
      metres(0, 0),
      metres(300, 0),
      metres(300, 100),
      metres(200, 100),
      metres(200, 50),
      metres(100, 50),
      metres(100, 100),
      metres(0, 100),
    ]
    const { below, above } = cut([comb], 1, metres(0, 50)[1])
    expect(areaOf(below)).toBeCloseTo(15_000, -1)
    expect(cut([comb], 1, metres(0, 60)[1]).above).toHaveLength(2)
    expect((areaOf(below) + areaOf(above)) / areaOf([comb])).toBeCloseTo(1, 5)
  })
})

describe('laying cells into an outline', () => {
  it('covers all of it and nothing else', () => {
    fc.assert(
      fc.property(anOutline, fc.array(somewhere, { minLength: 20, maxLength: 20 }), (outline, points) => {
        const cells = layCells(outline)
        const sum = cells.reduce((total, cell) => total + areaOf(cell), 0)
        expect(Math.abs(sum - areaOf(outline))).toBeLessThan(moved(outline))
        for (const point of points)
          expect(cells.filter((cell) => contains(cell, point)).length).toBe(contains(outline, point) ? 1 : 0)
        for (const cell of cells) expect(areaOf(cell) - sharedArea(cell, outline)).toBeLessThan(moved(cell))
      }),
      { numRuns: 60 },
    )
  })

  it('lays no two cells over each other', () => {
    fc.assert(
      fc.property(anOutline, (outline) => {
        const ground = createGround<number>()
        for (const [at, cell] of layCells(outline).entries()) {
          for (const { region } of ground.near(cell)) expect(sharedArea(region, cell)).toBeLessThan(0.1)
          ground.lay(cell, at)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('draws none that crosses or touches itself, so that each can be imported again', () => {
    fc.assert(
      fc.property(anOutline, (outline) => {
        for (const ring of layCells(outline).flat()) expect(crossesItself(ring)).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  it('keeps each between a quarter of a cell and two, unless nothing borders it', () => {
    fc.assert(
      fc.property(anOutline, (outline) => {
        const cells = layCells(outline)
        for (const cell of cells) {
          expect(areaOf(cell)).toBeLessThanOrEqual(MOST_SQUARE_METRES + 1)
          if (areaOf(cell) < LEAST_SQUARE_METRES) expect(borders(cell, cells)).toBe(false)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('makes squares of 100 m where there is room for them, numbered from the north-west', () => {
    const cells = layCells([rectangle(0, 0, 300, 200)])
    expect(cells).toHaveLength(6)
    for (const cell of cells) expect(areaOf(cell)).toBeCloseTo(10_000, -1)
    const [first, last] = [boxOf(cells[0]!), boxOf(cells[5]!)]
    expect(first.west).toBeLessThan(last.west)
    expect(first.south).toBeGreaterThan(last.south)
  })

  it('lays ten thousand in a second or two', () => {
    const started = performance.now()
    expect(layCells([rectangle(0, 0, 10_000, 10_000)]).length).toBeGreaterThan(9_900)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})

/** Whether another cell has an edge in common. */
function borders(cell: Region, cells: readonly Region[]): boolean {
  const key = (a: Point, b: Point) => `${a} ${b}`
  const edges = (region: Region, back: boolean) =>
    region.flatMap((ring) =>
      ring.map((corner, at) => {
        const next = ring[(at + 1) % ring.length]!
        return back ? key(next, corner) : key(corner, next)
      }),
    )
  const own = new Set(edges(cell, false))
  return cells.some((other) => other !== cell && edges(other, true).some((edge) => own.has(edge)))
}

describe('overlapping', () => {
  const square = [rectangle(0, 0, 100, 100)]
  it.each<[string, Region, boolean]>([
    ['itself', square, true],
    ['a neighbour with a border in common', [rectangle(100, 0, 200, 100)], false],
    ['one across a gap', [rectangle(101, 0, 200, 100)], false],
    ['one that reaches 10 cm over', [rectangle(99.9, 0, 199, 100)], false],
    ['one that reaches 1 m over', [rectangle(99, 0, 199, 100)], true],
    ['one within it', [rectangle(40, 40, 60, 60)], true],
    [
      'one around it, with a hole of its size',
      [rectangle(-50, -50, 150, 150), reversed(rectangle(0, 0, 100, 100))],
      false,
    ],
    ['a cross over it', [rectangle(-50, 40, 150, 60)], true],
    ['one that touches a corner', [rectangle(100, 100, 200, 200)], false],
  ])('%s', (_name, other, expected) => {
    expect(overlap(square, other)).toBe(expected)
    expect(overlap(other, square)).toBe(expected)
  })

  it('shares with a region as much as with its parts', () => {
    fc.assert(
      fc.property(anOutline, anOutline, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, at) => {
        const { west, east } = boxOf(b)
        const { below, above } = cut(b, 0, Math.round(west + at * (east - west)))
        const parts = [below, above].filter((part) => part.length > 0)
        const sum = parts.reduce((total, part) => total + sharedArea(a, part), 0)
        expect(Math.abs(sum - sharedArea(a, b))).toBeLessThan(10)
      }),
      { numRuns: 40 },
    )
  })
})

describe('a ring', () => {
  const p = (...corners: [number, number][]): Ring => corners.map(([east, north]) => metres(east, north))
  it.each<[string, Ring, boolean]>([
    ['a square', rectangle(0, 0, 10, 10), false],
    ['a triangle', p([0, 0], [10, 0], [5, 5]), false],
    ['a bow tie', p([0, 0], [10, 10], [10, 0], [0, 10]), true],
    ['one that touches itself in a corner', p([0, 0], [10, 0], [5, 5], [10, 10], [0, 10], [5, 5]), true],
    ['one that goes and comes back', p([0, 0], [10, 0], [10, 10], [10, 0]), true],
    ['a straight line', p([0, 0], [10, 0], [20, 0]), true],
    ['a corner on a straight edge', p([0, 0], [5, 0], [10, 0], [10, 10], [0, 10]), false],
  ])('%s', (_name, ring, expected) => expect(crossesItself(ring)).toBe(expected))

  it('drawn around a centre never crosses itself', () => {
    fc.assert(
      fc.property(anOutline, (region) => {
        for (const ring of region)
          if (Math.abs(areaOf([ring])) > 1000) expect(crossesItself(ring)).toBe(false)
      }),
    )
  })
})

describe('the ground', () => {
  it('finds what lies at a point, among thousands', () => {
    const ground = createGround<number>()
    const cells = layCells([rectangle(0, 0, 3000, 3000)])
    for (const [at, cell] of cells.entries()) ground.lay(cell, at)
    fc.assert(
      fc.property(somewhere, (point) => {
        const slow = cells.findIndex((cell) => contains(cell, point))
        expect(ground.at(point)).toBe(slow === -1 ? undefined : slow)
      }),
    )
  })
})
