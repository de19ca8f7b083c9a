import type { AreaClass } from './areas.ts'
import { gridCodeOf, MOST_GRIDS_OF_AREA } from './codes.ts'
import { areaOf, contains, type Point, pointOf, type Region, unitMetres } from './geometry/lattice.ts'
import { CELL_SQUARE_METRES, layCells } from './geometry/lay-cells.ts'
import { drawnGrid, type Grid, type NewGrid } from './grids.ts'

/**
 * 200 km² of built-up ground. No county of the notice has half as much: whoever asks for more has drawn the county and
 * not its town, or has mistaken the unit of the coordinates.
 */
export const MOST_CELLS = 20_000

/** About how many cells an outline takes, before any is laid. */
export const cellsWithin = (outline: Region) => Math.ceil(areaOf(outline) / CELL_SQUARE_METRES)

interface Within {
  readonly area: string
  readonly class: AreaClass
  /** 示意: nobody has drawn the outline. */
  readonly sketch: boolean
  /** Grids of the area whose numbers are given. Those of a sketch are given anew, and cells that are there keep theirs. */
  readonly taken: readonly Pick<Grid, 'code' | 'sketch' | 'shape'>[]
}

/** Grids of about 10,000 m² that cover an outline; undefined when the area cannot number them all. */
export function gridsWithin(outline: Region, { area, taken, ...rest }: Within): NewGrid[] | undefined {
  return numbered(layCells(outline), { area, taken, ...rest })
}

function numbered(cells: readonly Region[], { area, taken, class: areaClass, sketch }: Within) {
  const drawn = cells.map((cell) => drawnGrid('', cell, { class: areaClass, source: 'generated', sketch }))
  const shapes = new Set(drawn.map(({ shape }) => shape))
  const fixed = new Set(taken.filter((one) => !one.sketch && !shapes.has(one.shape)).map(({ code }) => code))
  const free = Array.from({ length: MOST_GRIDS_OF_AREA }, (_, at) => gridCodeOf(area, at + 1)).filter(
    (code) => !fixed.has(code),
  )
  if (cells.length > free.length) return undefined
  return drawn.map((cell, at): NewGrid => ({ ...cell, code: free[at]! }))
}

/** 2 km: room for the seat of a small county, in 400 cells. */
const SKETCH_SIDE_METRES = 2_000

/**
 * A square of cells around a county's seat, those that lie wholly in the county: to work with until somebody draws the
 * built-up area.
 */
export function sketchAround(
  [longitude, latitude]: readonly [number, number],
  county: Region,
  within: Omit<Within, 'sketch' | 'taken'>,
): NewGrid[] {
  const cells = layCells([squareAround(pointOf(longitude, latitude))]).filter((cell) =>
    cell.flat().every((corner) => contains(county, corner)),
  )
  return numbered(cells, { ...within, sketch: true, taken: [] }) ?? []
}

function squareAround([x, y]: Point) {
  const unit = unitMetres(y)
  const east = Math.round(SKETCH_SIDE_METRES / 2 / unit.east)
  const north = Math.round(SKETCH_SIDE_METRES / 2 / unit.north)
  return [
    [x - east, y - north],
    [x + east, y - north],
    [x + east, y + north],
    [x - east, y + north],
  ] as const
}
