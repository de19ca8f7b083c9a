import { type Axis, cut } from './cut.ts'
import { areaOf, boxOf, type Region, unitMetres } from './lattice.ts'
import { joinSmall, type Piece, partsOf, straightened } from './pieces.ts'

/** 万米单元网格 (GB/T 30428.1): about 10,000 m². */
export const CELL_SQUARE_METRES = 10_000
const SIDE_METRES = 100
/** A remainder smaller than a quarter of a cell goes to a neighbour, which may grow to two cells at most. */
export const LEAST_SQUARE_METRES = CELL_SQUARE_METRES / 4
export const MOST_SQUARE_METRES = CELL_SQUARE_METRES * 2

interface Cell extends Piece {
  readonly row: number
  readonly column: number
}

/**
 * Unit grids of about 10,000 m² that together cover an outline and nothing else, without gap or overlap, from north-west
 * to south-east. Squares of 100 m along the parallels, cut off at the outline.
 */
export function layCells(outline: Region): Region[] {
  const { west, south, east, north } = boxOf(outline)
  const unit = unitMetres((south + north) / 2)
  const meridians = linesOf(outline, 0, { from: west, to: east, step: Math.round(SIDE_METRES / unit.east) })
  const parallels = linesOf(outline, 1, {
    from: south,
    to: north,
    step: Math.round(SIDE_METRES / unit.north),
  })
  const cells = stripsOf(outline, 0, meridians).flatMap((strip, column) =>
    stripsOf(strip, 1, parallels).flatMap((cell, row) =>
      partsOf(cell).map((region): Cell => ({ region, area: areaOf(region), row, column })),
    ),
  )
  cells.sort((a, b) => b.row - a.row || a.column - b.column)
  return joinSmall(cells, LEAST_SQUARE_METRES, MOST_SQUARE_METRES).map(({ region }) => straightened(region))
}

/** Where to cut: a centimetre further on where a corner of the outline stands, so that no line runs along an edge. */
function linesOf(
  outline: Region,
  axis: Axis,
  { from, to, step }: { from: number; to: number; step: number },
) {
  const corners = new Set(outline.flatMap((ring) => ring.map((corner) => corner[axis])))
  const lines: number[] = []
  for (let at = from + step; at < to; at += step) {
    let line = at
    while (corners.has(line)) line++
    lines.push(line)
  }
  return lines
}

/** The region between each line and the one before; empty where it does not reach. */
function stripsOf(region: Region, axis: Axis, lines: readonly number[]): Region[] {
  if (region.length === 0) return []
  const { west, south, east, north } = boxOf(region)
  const [low, high] = axis === 0 ? [west, east] : [south, north]
  const strips: Region[] = []
  let rest = region
  for (const line of lines) {
    if (line <= low || line > high) {
      strips.push(line > high ? rest : [])
      if (line > high) rest = []
      continue
    }
    const { below, above } = cut(rest, axis, line)
    strips.push(below)
    rest = above
  }
  return [...strips, rest]
}
