import { type Point, pointOf, type Region } from '#shared/organisation/geometry/lattice'

/** Where points of the ground stand in a drawing: north is above, and a degree of longitude as short as it is there. */
export interface Plan {
  readonly width: number
  readonly height: number
  place(point: Point): readonly [x: number, y: number]
  /** The `d` of a path. */
  path(region: Region): string
  /** Units of the drawing in a degree of longitude and of latitude, and the corner that they are counted from. */
  readonly perDegree: { readonly x: number; readonly y: number }
  readonly origin: { readonly west: number; readonly north: number; readonly margin: number }
  readonly metresAcross: number
}

interface Frame {
  readonly width: number
  readonly margin: number
  /** No higher than this: what is long and narrow is drawn smaller. */
  readonly highest?: number
}

/** Metres of a degree of latitude, near enough for a scale. */
const DEGREE_METRES = 111_320
/** A single point is drawn with this much around it. */
const LEAST_METRES = 200

/** A drawing that shows all these points; undefined where there is none. */
export function planOf(points: readonly Point[], { width, margin, highest }: Frame): Plan | undefined {
  if (points.length === 0) return undefined
  const [, unitsPerDegree] = pointOf(0, 1)
  const least = (LEAST_METRES / DEGREE_METRES) * unitsPerDegree
  const [west, east] = widened(
    points.map(([x]) => x),
    least,
  )
  const [south, north] = widened(
    points.map(([, y]) => y),
    least,
  )
  const shorter = Math.cos(((south + north) / 2 / unitsPerDegree / 180) * Math.PI)
  const across = (width - 2 * margin) / ((east - west) * shorter)
  const upward = highest ? (highest - 2 * margin) / (north - south) : across
  const scale = Math.min(across, upward)
  const left = margin + (width - 2 * margin - (east - west) * shorter * scale) / 2
  const place = ([x, y]: Point) =>
    [left + (x - west) * shorter * scale, margin + (north - y) * scale] as const
  return {
    width,
    height: Math.round(2 * margin + (north - south) * scale),
    place,
    path: (region) =>
      region
        .map((ring) => {
          const corners = ring.map(place).map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`)
          return `M${corners.join('L')}Z`
        })
        .join(''),
    perDegree: { x: unitsPerDegree * shorter * scale, y: unitsPerDegree * scale },
    origin: { west: west / unitsPerDegree, north: north / unitsPerDegree, margin: left },
    metresAcross: ((width / scale) * DEGREE_METRES) / unitsPerDegree,
  }
}

function widened(values: readonly number[], least: number): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity]
  for (const value of values) {
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  const short = Math.max(0, least - (high - low)) / 2
  return [low - short, high + short]
}
