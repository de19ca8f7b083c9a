import { type Box, boxOf, contains, type Point, type Region } from './lattice.ts'

/** Side of the squares by which regions are looked up: about 200 m, so that a cell of 100 m lies in one to four. */
const SQUARE_UNITS = 20_000

/** Things that lie on the ground, found by where they lie. */
export interface Ground<T> {
  lay(region: Region, thing: T): void
  /** Things whose surroundings meet the region's, each once. */
  near(region: Region): { readonly region: Region; readonly thing: T }[]
  /** The thing that covers the point; the one laid first where several do. */
  at(point: Point): T | undefined
}

export function createGround<T>(): Ground<T> {
  const squares = new Map<string, { readonly region: Region; readonly thing: T }[]>()
  return {
    lay(region, thing) {
      const entry = { region, thing }
      for (const square of squaresOf(boxOf(region))) {
        const there = squares.get(square)
        if (there) there.push(entry)
        else squares.set(square, [entry])
      }
    },
    near: (region) => [
      ...new Set([...squaresOf(boxOf(region))].flatMap((square) => squares.get(square) ?? [])),
    ],
    at: (point) => squares.get(squareOf(point))?.find(({ region }) => contains(region, point))?.thing,
  }
}

const squareOf = ([x, y]: Point) => `${Math.floor(x / SQUARE_UNITS)} ${Math.floor(y / SQUARE_UNITS)}`

function* squaresOf({ west, south, east, north }: Box) {
  for (let x = Math.floor(west / SQUARE_UNITS); x * SQUARE_UNITS <= east; x++)
    for (let y = Math.floor(south / SQUARE_UNITS); y * SQUARE_UNITS <= north; y++) yield `${x} ${y}`
}
