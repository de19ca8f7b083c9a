import { after, areaOf, boxesMeet, boxOf, type Point, type Region, type Ring, unitMetres } from './lattice.ts'

/**
 * Part of the smaller region that two may share before they count as overlapping: neighbours digitized from one line with
 * six decimals differ by up to 11 cm along it.
 */
const TOLERATED = 0.005

/** Whether two regions cover the same ground, beyond what digitizing leaves. */
export function overlap(a: Region, b: Region): boolean {
  if (!boxesMeet(boxOf(a), boxOf(b))) return false
  return sharedArea(a, b) > TOLERATED * Math.min(areaOf(a), areaOf(b))
}

/**
 * Square metres that two regions share. Each region is the sum of the triangles between a fixed point and its edges,
 * counted negative where the edge runs the other way round; what two sums share is the sum of what their triangles share.
 */
export function sharedArea(a: Region, b: Region): number {
  const { west, south, north } = boxOf(a)
  const origin: Point = [west, south]
  const others = trianglesOf(b, origin)
  let sum = 0
  for (const one of trianglesOf(a, origin))
    for (const other of others) sum += one.sign * other.sign * sharedOfTriangles(one, other)
  const unit = unitMetres((south + north) / 2)
  return sum * unit.east * unit.north
}

type Flat = readonly [x: number, y: number]

interface Triangle {
  readonly sign: 1 | -1
  /** Anticlockwise, relative to the fixed point. */
  readonly corners: readonly [Flat, Flat, Flat]
}

function trianglesOf(region: Region, [ox, oy]: Point): Triangle[] {
  const triangles: Triangle[] = []
  for (const ring of region)
    for (let at = 0; at < ring.length; at++) {
      const [p, q] = [ring[at]!, after(ring, at)]
      const [a, b]: [Flat, Flat] = [
        [p[0] - ox, p[1] - oy],
        [q[0] - ox, q[1] - oy],
      ]
      const turn = a[0] * b[1] - a[1] * b[0]
      if (turn > 0) triangles.push({ sign: 1, corners: [[0, 0], a, b] })
      if (turn < 0) triangles.push({ sign: -1, corners: [[0, 0], b, a] })
    }
  return triangles
}

/** Square units: one triangle cut by the three sides of the other. */
function sharedOfTriangles(one: Triangle, other: Triangle): number {
  let rest: Flat[] = [...one.corners]
  for (let side = 0; side < 3 && rest.length > 2; side++)
    rest = leftOf(rest, other.corners[side]!, other.corners[(side + 1) % 3]!)
  return rest.length > 2 ? flatArea(rest) : 0
}

/** What of a convex polygon lies left of the line from `a` to `b`. */
function leftOf(polygon: readonly Flat[], a: Flat, b: Flat): Flat[] {
  const height = ([x, y]: Flat) => (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])
  const kept: Flat[] = []
  for (let at = 0; at < polygon.length; at++) {
    const [p, q] = [polygon[at]!, polygon[(at + 1) % polygon.length]!]
    const [hp, hq] = [height(p), height(q)]
    if (hp >= 0) kept.push(p)
    if (hp >= 0 !== hq >= 0) {
      const part = hp / (hp - hq)
      kept.push([p[0] + part * (q[0] - p[0]), p[1] + part * (q[1] - p[1])])
    }
  }
  return kept
}

function flatArea(polygon: readonly Flat[]): number {
  let twice = 0
  for (let at = 0; at < polygon.length; at++) {
    const [ax, ay] = polygon[at]!
    const [bx, by] = polygon[(at + 1) % polygon.length]!
    twice += ax * by - bx * ay
  }
  return twice / 2
}

/** Whether a ring crosses or touches itself, or comes back along its own line. Exact. */
export function crossesItself(ring: Ring): boolean {
  for (let one = 0; one < ring.length; one++)
    for (let other = one + 1; other < ring.length; other++) {
      const [a, b, c, d] = [ring[one]!, after(ring, one), ring[other]!, after(ring, other)]
      const neighbours = other === one + 1 || (one === 0 && other === ring.length - 1)
      if (neighbours ? foldsBack(one === 0 && other !== 1 ? [c, d, b] : [a, b, d]) : meet(a, b, c, d))
        return true
    }
  return false
}

const turn = (a: Point, b: Point, c: Point) =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))

/** Whether, having gone from `a` to `b`, the way to `c` leads back over the same line. */
const foldsBack = ([a, b, c]: readonly [Point, Point, Point]) =>
  turn(a, b, c) === 0 && (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]) <= 0

function meet(a: Point, b: Point, c: Point, d: Point): boolean {
  const [abc, abd, cda, cdb] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)]
  if (abc !== abd && cda !== cdb) return true
  return (
    (abc === 0 && within(a, b, c)) ||
    (abd === 0 && within(a, b, d)) ||
    (cda === 0 && within(c, d, a)) ||
    (cdb === 0 && within(c, d, b))
  )
}

const within = (a: Point, b: Point, [x, y]: Point) =>
  Math.min(a[0], b[0]) <= x &&
  x <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= y &&
  y <= Math.max(a[1], b[1])
