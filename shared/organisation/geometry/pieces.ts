import { after, areaOf, contains, type Point, type Region, type Ring, twiceArea } from './lattice.ts'

/** The connected parts of a region: each outer ring with the holes that lie in it. */
export function partsOf(region: Region): Region[] {
  const outer = region.filter((ring) => twiceArea(ring) > 0)
  if (outer.length === 1) return [region]
  const holes = region.filter((ring) => twiceArea(ring) < 0)
  return outer.map((ring) => [ring, ...holes.filter((hole) => contains([ring], hole[0]!))])
}

export interface Piece {
  readonly region: Region
  /** Square metres. */
  readonly area: number
}

/**
 * Joins each piece smaller than `least` to the neighbour with which it shares the longest border, unless the two together
 * would exceed `most` (square metres). The order of the pieces that stay is kept.
 */
export function joinSmall<P extends Piece>(pieces: readonly P[], least: number, most: number): P[] {
  const now = new Map(pieces.map((piece, at) => [at, piece]))
  const owner = new Map<string, number>()
  for (const [at, { region }] of now) for (const [a, b] of edgesOf(region)) owner.set(edgeKey(a, b), at)
  const small = [...now].filter(([, { area }]) => area < least).sort(([, a], [, b]) => a.area - b.area)
  for (const [at] of small) {
    const piece = now.get(at)
    if (!piece || piece.area >= least) continue
    const neighbour = longestBorder(piece, owner, (other) => now.get(other)!.area + piece.area <= most)
    if (neighbour === undefined) continue
    const whole = now.get(neighbour)!
    const region = unite(whole.region, piece.region)
    now.set(neighbour, { ...whole, region, area: areaOf(region) })
    now.delete(at)
    for (const [a, b] of edgesOf(region)) owner.set(edgeKey(a, b), neighbour)
  }
  return [...now.values()]
}

const edgeKey = ([ax, ay]: Point, [bx, by]: Point) => `${ax} ${ay} ${bx} ${by}`

const edgesOf = (region: Region) =>
  region.flatMap((ring) => ring.map((corner, at) => [corner, after(ring, at)] as const))

function longestBorder(
  { region }: Piece,
  owner: ReadonlyMap<string, number>,
  fits: (neighbour: number) => boolean,
): number | undefined {
  const lengths = new Map<number, number>()
  for (const [a, b] of edgesOf(region)) {
    const neighbour = owner.get(edgeKey(b, a))
    if (neighbour === undefined) continue
    lengths.set(neighbour, (lengths.get(neighbour) ?? 0) + Math.hypot(b[0] - a[0], b[1] - a[1]))
  }
  const [best] = [...lengths].filter(([neighbour]) => fits(neighbour)).sort(([, a], [, b]) => b - a)
  return best?.[0]
}

/** Two regions that share edges, without those edges. */
function unite(a: Region, b: Region): Region {
  const edges = new Map<string, readonly [Point, Point]>()
  for (const [from, to] of [...edgesOf(a), ...edgesOf(b)])
    if (!edges.delete(edgeKey(to, from))) edges.set(edgeKey(from, to), [from, to])
  const from = Map.groupBy(edges.values(), ([start]) => start.join())
  const rings: Ring[] = []
  for (const starts of from.values())
    while (starts.length > 0) {
      const ring: Point[] = []
      for (let edge = starts.pop(); edge; edge = from.get(edge[1].join())?.pop()) ring.push(edge[0])
      if (twiceArea(ring) !== 0) rings.push(ring)
    }
  return rings
}

/** Without the corners that lie on a straight line between their neighbours. */
export const straightened = (region: Region): Region =>
  region.map((ring) => {
    const kept = ring.filter((corner, at) => {
      const [a, c] = [ring.at(at - 1)!, after(ring, at)]
      return (corner[0] - a[0]) * (c[1] - a[1]) !== (corner[1] - a[1]) * (c[0] - a[0])
    })
    return kept.length > 2 ? kept : ring
  })
