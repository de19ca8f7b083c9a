import { instantOf } from '#shared/kernel/instant'
import { isRefusal, type Refusal, refuse } from '#shared/kernel/result'
import { cellsWithin, gridsWithin, MOST_CELLS } from '#shared/organisation/built-up-grids'
import { levelOf } from '#shared/organisation/codes'
import { createGround } from '#shared/organisation/geometry/ground'
import { type Region, twiceArea } from '#shared/organisation/geometry/lattice'
import { crossesItself, overlap } from '#shared/organisation/geometry/overlap'
import { regionOf } from '#shared/organisation/geometry/shape'
import {
  type Grid,
  type GridFeature,
  inChina,
  type NewGrid,
  regionOfRings,
  sketchesUnder,
} from '#shared/organisation/grids'
import type { Clock } from '../kernel/clock.ts'
import { allGrids } from './all-grids.ts'
import type { AreaStore, Put } from './ports.ts'

interface Needs {
  readonly store: AreaStore
  readonly clock: Clock
}

export interface Outline {
  readonly person: string
  readonly post: string
  /** The community or, while its communities are not drawn, the street. */
  readonly area: string
  readonly rings: GridFeature['rings']
  /** Only lays them out: nothing is written. */
  readonly dryRun: boolean
}

export interface LaidOut extends Put {
  readonly cells: number
  readonly retired: number
}

/**
 * Lays cells of about 10,000 m² into a built-up outline. A sketch that stood for it goes: its numbers are used anew, and
 * what of it lies under the new cells is retired. Everything else stays, and is not laid over. Repeated, it finds its own
 * cells there.
 */
export const layOutline =
  ({ store, clock }: Needs) =>
  async ({ person, post, area, rings, dryRun }: Outline): Promise<LaidOut | Refusal> => {
    const there = await store.area(area)
    if (!there || there.retired || levelOf(area) === 'county') return refuse('unknown-area')
    const outline = readOutline(rings)
    if (isRefusal(outline)) return outline
    const grids = await allGrids(store)
    if (cellsWithin(outline) + grids.filter(isDrawn).length > MOST_CELLS) return refuse('too-many-cells')
    const taken = await store.grids(area)
    const cells = gridsWithin(outline, { area, class: there.class, sketch: false, taken })
    if (!cells) return refuse('area-numbers-exhausted')
    if (layOver(cells, grids.filter(isDrawn))) return refuse('grids-overlap')
    const retired = sketchesUnder(cells, grids)
    const counts = { cells: cells.length, retired: retired.length }
    if (dryRun) return { ...counts, added: 0, changed: 0, same: 0 }
    const by = { actor: person, post, at: instantOf(clock.now()) }
    return { ...counts, ...(await store.putGrids([...cells, ...retired], by)) }
  }

/** In use, and no sketch. */
const isDrawn = ({ shape, sketch, retired }: Grid) => shape !== undefined && !sketch && !retired

function readOutline(rings: GridFeature['rings']): Region | Refusal {
  const region = regionOfRings(rings)
  const wrong = (field: string) =>
    refuse('invalid-input', { fields: [{ field: `rings.${field}`, code: 'wrong-format' }] })
  const bad = region.findIndex(
    (ring, at) =>
      ring.length < 3 || twiceArea(ring) === 0 || !rings[at]!.every(inChina) || crossesItself(ring),
  )
  return bad === -1 ? region : wrong(String(bad))
}

function layOver(cells: readonly NewGrid[], drawn: readonly Grid[]): boolean {
  const shapes = new Set(cells.map(({ shape }) => shape))
  const ground = createGround<string>()
  for (const { code, shape } of drawn) if (!shapes.has(shape)) ground.lay(regionOf(shape!), code)
  return cells.some(({ shape }) => {
    const region = regionOf(shape!)
    return ground.near(region).some((other) => overlap(other.region, region))
  })
}
