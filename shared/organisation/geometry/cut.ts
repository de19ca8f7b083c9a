import { after, type Point, type Region, type Ring, twiceArea } from './lattice.ts'

/** 0: a line of one longitude; 1: a line of one latitude. */
export type Axis = 0 | 1

interface Crossing {
  /** Where on the line, exactly, and how it moves with the other coordinate: two at one place are told apart by it. */
  readonly along: number
  readonly slope: number
  readonly point: Point
}

/** What a ring does on one side of the line: comes in, goes round, leaves. */
interface Chain {
  readonly enters: Crossing
  readonly corners: readonly Point[]
  readonly leaves: Crossing
}

/**
 * Cuts a region along a line. Both sides get the same points on the line, so that pieces of one cut fit without gap or
 * overlap; corners on the line itself belong to `above`.
 */
export function cut(region: Region, axis: Axis, line: number): { below: Region; above: Region } {
  const sides = { below: [] as Ring[], above: [] as Ring[] }
  const chains = { below: [] as Chain[], above: [] as Chain[] }
  for (const ring of region) {
    const isBelow = ring.map((corner) => corner[axis] < line)
    if (isBelow.every(Boolean)) sides.below.push(ring)
    else if (!isBelow.some(Boolean)) sides.above.push(ring)
    else
      for (const chain of chainsOf(ring, isBelow, axis, line))
        chains[chain.below ? 'below' : 'above'].push(chain)
  }
  sides.below.push(...joined(chains.below))
  sides.above.push(...joined(chains.above))
  return sides
}

function chainsOf(ring: Ring, isBelow: readonly boolean[], axis: Axis, line: number) {
  const size = ring.length
  const crossingsAfter = ring.map((corner, at) =>
    isBelow[at] === isBelow[(at + 1) % size] ? undefined : crossing(corner, after(ring, at), axis, line),
  )
  const chains: (Chain & { below: boolean })[] = []
  for (let at = 0; at < size; at++) {
    const enters = crossingsAfter[at]
    if (!enters) continue
    const corners: Point[] = []
    let next = (at + 1) % size
    corners.push(ring[next]!)
    while (!crossingsAfter[next]) {
      next = (next + 1) % size
      corners.push(ring[next]!)
    }
    chains.push({ below: isBelow[next]!, enters, corners, leaves: crossingsAfter[next]! })
  }
  return chains
}

/** Where an edge meets the line; the same for both directions of the edge. */
function crossing(from: Point, to: Point, axis: Axis, line: number): Crossing {
  const [low, high] = from[axis] < to[axis] ? [from, to] : [to, from]
  const other = axis === 0 ? 1 : 0
  const slope = (high[other] - low[other]) / (high[axis] - low[axis])
  const along = low[other] + slope * (line - low[axis])
  const rounded = Math.round(along)
  return { along, slope, point: axis === 0 ? [line, rounded] : [rounded, line] }
}

/** Just below the line, where corners on it do not matter. */
const byPlace = (a: Crossing, b: Crossing) =>
  Math.abs(a.along - b.along) > 1e-6 ? a.along - b.along : b.slope - a.slope

/** Closes the chains of one side along the line: whoever leaves goes on where, in order, the next one enters. */
function joined(chains: readonly Chain[]): Ring[] {
  const leaving = chains.toSorted((a, b) => byPlace(a.leaves, b.leaves))
  const entering = chains.toSorted((a, b) => byPlace(a.enters, b.enters))
  const next = new Map(leaving.map((chain, at) => [chain, entering[at]!]))
  const rings: Ring[] = []
  const left = new Set(chains)
  for (const first of chains) {
    const corners: Point[] = []
    for (let chain = first; left.delete(chain); chain = next.get(chain)!)
      corners.push(chain.enters.point, ...chain.corners, chain.leaves.point)
    const ring = withoutRepeats(corners)
    if (ring.length > 2 && twiceArea(ring) !== 0) rings.push(ring)
  }
  return rings
}

const same = (a: Point | undefined, b: Point) => a !== undefined && a[0] === b[0] && a[1] === b[1]

const withoutRepeats = (corners: readonly Point[]): Ring =>
  corners.filter((corner, at) => !same(corners.at(at - 1), corner))
