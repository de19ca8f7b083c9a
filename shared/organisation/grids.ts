import * as z from 'zod'
import { type AreaClass, areaClasses, areaName } from './areas.ts'
import { areaOfGrid, gridCode } from './codes.ts'
import { createGround } from './geometry/ground.ts'
import { areaOf, type Point, pointOf, type Region, type Ring, twiceArea } from './geometry/lattice.ts'
import { crossesItself, overlap } from './geometry/overlap.ts'
import { regionOf, shapeOf } from './geometry/shape.ts'
import type { RowProblem } from './row-problems.ts'

/** Where a grid comes from: laid by us within an outline, a whole village or group, or drawn elsewhere and imported. */
export const gridSources = ['generated', 'village', 'imported'] as const

/** 单元网格. One without a shape is a village or group as a whole, known by its name. */
export const grid = z.object({
  code: gridCode,
  name: z.string().exactOptional(),
  class: z.enum(areaClasses),
  source: z.enum(gridSources),
  /** As geometry/shape.ts writes regions. */
  shape: z.string().exactOptional(),
  squareMetres: z.int().exactOptional(),
  /** 示意: laid around a place nobody has measured, to be drawn anew. */
  sketch: z.boolean(),
  retired: z.boolean(),
  version: z.int().min(1),
})
export type Grid = Readonly<z.output<typeof grid>>
export type NewGrid = Omit<Grid, 'version'>

export const drawnGrid = (
  code: string,
  region: Region,
  rest: Pick<NewGrid, 'class' | 'source' | 'sketch'> & { readonly name?: string },
): NewGrid => ({
  code,
  ...rest,
  shape: shapeOf(region),
  squareMetres: Math.round(areaOf(region)),
  retired: false,
})

/** A feature of GeoJSON as an import has read it: WGS-84 or CGCS2000, longitude before latitude. */
export interface GridFeature {
  readonly row: number
  readonly code: string
  readonly name?: string
  readonly class?: string
  /** Coordinates of a Polygon: rings of positions, the outer one first. */
  readonly rings: readonly (readonly (readonly [longitude: number, latitude: number])[])[]
}

interface Checked {
  readonly grids: readonly NewGrid[]
  readonly problems: readonly RowProblem[]
}

/** The grids of a drawing, and what is wrong with each feature that gives none. `areas`: class by code. */
export function checkGrids(
  features: readonly GridFeature[],
  known: {
    readonly tenant: string
    readonly areas: ReadonlyMap<string, AreaClass>
    readonly grids: readonly Pick<Grid, 'code' | 'shape' | 'retired'>[]
  },
): Checked {
  const ground = createGround<string>()
  const replaced = new Set(features.map(({ code }) => code))
  for (const { code, shape, retired } of known.grids)
    if (shape && !retired && !replaced.has(code)) ground.lay(regionOf(shape), code)
  const problems: RowProblem[] = []
  const grids: NewGrid[] = []
  const firstRow = new Map<string, number>()
  for (const feature of features) {
    const region = regionOfRings(feature.rings)
    const found =
      problemOfCode(feature, known, firstRow) ??
      problemOfRegion(feature, region) ??
      overlapping(feature, region, ground)
    if (!firstRow.has(feature.code)) firstRow.set(feature.code, feature.row)
    if (found) {
      problems.push(found)
      continue
    }
    ground.lay(region, feature.code)
    grids.push(gridOfFeature(feature, region, known.areas))
  }
  return { grids, problems }
}

const gridOfFeature = (
  { code, name, class: given }: GridFeature,
  region: Region,
  areas: ReadonlyMap<string, AreaClass>,
) =>
  drawnGrid(code, region, {
    ...(name?.trim() && { name: name.trim() }),
    class: (given as AreaClass | undefined) || (areas.get(areaOfGrid(code)) ?? 'built-up'),
    source: 'imported',
    sketch: false,
  })

function problemOfCode(
  { row, code, name, class: given }: GridFeature,
  { tenant, areas }: { tenant: string; areas: ReadonlyMap<string, AreaClass> },
  firstRow: ReadonlyMap<string, number>,
): RowProblem | undefined {
  if (!gridCode.safeParse(code).success)
    return { row, field: 'code', code: 'bad-grid-code', values: { value: code } }
  if (!code.startsWith(tenant))
    return { row, field: 'code', code: 'other-county', values: { value: code, county: tenant } }
  const first = firstRow.get(code)
  if (first !== undefined)
    return { row, field: 'code', code: 'repeated', values: { value: code, row: first } }
  if (!areas.has(areaOfGrid(code)))
    return { row, field: 'code', code: 'unknown-area', values: { value: areaOfGrid(code) } }
  if (name?.trim() && !areaName.safeParse(name).success) return { row, field: 'name', code: 'bad-name' }
  if (given && !(areaClasses as readonly string[]).includes(given))
    return { row, field: 'class', code: 'not-offered', values: { value: given } }
  return undefined
}

/** Mainland China with its sea; wide enough for every county, and narrow enough to notice exchanged coordinates. */
export const inChina = ([longitude, latitude]: readonly [number, number]) =>
  longitude >= 73 && longitude <= 136 && latitude >= 3 && latitude <= 54

function problemOfRegion({ row, rings }: GridFeature, region: Region): RowProblem | undefined {
  const problem = (code: RowProblem['code']): RowProblem => ({ row, field: 'geometry', code })
  if (region.length === 0 || region.some((ring) => ring.length < 3)) return problem('bad-shape')
  if (!rings.flat().every(inChina)) return problem('outside-range')
  if (region.some((ring) => twiceArea(ring) === 0)) return problem('bad-shape')
  if (region.some(crossesItself)) return problem('crosses-itself')
  return areaOf(region) > 0 ? undefined : problem('bad-shape')
}

function overlapping(
  { row, code }: GridFeature,
  region: Region,
  ground: ReturnType<typeof createGround<string>>,
): RowProblem | undefined {
  const other = ground.near(region).find((there) => overlap(there.region, region))
  return other && { row, field: 'geometry', code: 'overlaps', values: { value: code, other: other.thing } }
}

/** Grids in use that stand for a drawing until there is one, and lie under one of these: they are to be retired. */
export function sketchesUnder(grids: readonly NewGrid[], all: readonly Grid[]): NewGrid[] {
  const ground = createGround<string>()
  for (const { code, shape } of grids) if (shape) ground.lay(regionOf(shape), code)
  return all
    .filter(({ code, sketch, retired, shape }) => {
      if (!sketch || retired || !shape || grids.some((one) => one.code === code)) return false
      const region = regionOf(shape)
      return ground.near(region).some((other) => overlap(other.region, region))
    })
    .map(({ version: _version, ...one }) => ({ ...one, retired: true }))
}

/**
 * A region of GeoJSON's rings: the last position, which repeats the first, left out, and neighbours that are the same
 * centimetre; outer rings anticlockwise and holes clockwise, which older files have otherwise.
 */
export function regionOfRings(rings: GridFeature['rings']): Region {
  return rings.map((positions, at) => {
    const points = positions.map(([longitude, latitude]) => pointOf(longitude, latitude))
    const ring = withoutRepeats(points)
    return twiceArea(ring) > 0 === (at === 0) ? ring : ring.toReversed()
  })
}

const withoutRepeats = (points: readonly Point[]): Ring =>
  points.filter(([x, y], at) => {
    const [nextX, nextY] = points[(at + 1) % points.length]!
    return x !== nextX || y !== nextY
  })
