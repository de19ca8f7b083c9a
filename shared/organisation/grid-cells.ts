import { boxOf, type Point, type Region } from './geometry/lattice.ts'

/** Side of the finest cells: 0.005 degrees, about 500 m; a built-up grid of 100 m lies in one to four. */
const CELL_UNITS = 50_000
/** Digits that number the finest cells around the earth. */
const DIGITS = 17
/** How many digits a cell is named by: 0.005, 0.04, 0.32 and 2.56 degrees wide. */
const LEVELS = [17, 14, 11, 8] as const
/** Cells that a grid is written into, eastward and northward; what would lie in more is written into wider ones. */
const MOST_ACROSS = 3

const WEST = -1_800_000_000
const SOUTH = -900_000_000

/**
 * Names of cells: a digit of four for each halving of both directions, so that a cell's name begins with the name of any
 * cell that it lies in.
 */
function cellName(column: number, row: number, digits: number): string {
  let name = ''
  for (let bit = digits - 1; bit >= 0; bit--) name += ((column >> bit) & 1) + 2 * ((row >> bit) & 1)
  return name
}

const columnOf = (x: number, digits: number) => Math.floor((x - WEST) / (CELL_UNITS * 2 ** (DIGITS - digits)))
const rowOf = (y: number, digits: number) => Math.floor((y - SOUTH) / (CELL_UNITS * 2 ** (DIGITS - digits)))

/** The cells that a grid is found by: all that its surroundings meet, as fine as they can be without being many. */
export function cellsOfRegion(region: Region): string[] {
  const { west, south, east, north } = boxOf(region)
  const digits =
    LEVELS.find(
      (level) =>
        columnOf(east, level) - columnOf(west, level) < MOST_ACROSS &&
        rowOf(north, level) - rowOf(south, level) < MOST_ACROSS,
    ) ?? LEVELS.at(-1)!
  const cells: string[] = []
  for (let column = columnOf(west, digits); column <= columnOf(east, digits); column++)
    for (let row = rowOf(south, digits); row <= rowOf(north, digits); row++)
      cells.push(cellName(column, row, digits))
  return cells
}

/** The cells in which the grids are found that may cover a point, one of each width. */
export const cellsOfPoint = ([x, y]: Point): string[] =>
  LEVELS.map((digits) => cellName(columnOf(x, digits), rowOf(y, digits), digits))

/** About 35 km: whoever has no grid of the county so near is not in it. */
const AROUND_DIGITS = 11

/** What the names of cells around a point begin with: of those within 35 km, and of some beyond. */
export function cellsAround([x, y]: Point): string[] {
  const [column, row] = [columnOf(x, AROUND_DIGITS), rowOf(y, AROUND_DIGITS)]
  return [-1, 0, 1].flatMap((east) =>
    [-1, 0, 1].map((north) => cellName(column + east, row + north, AROUND_DIGITS)),
  )
}
