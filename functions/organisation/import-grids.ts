import { instantOf } from '#shared/kernel/instant'
import { checkGrids, type GridFeature, sketchesUnder } from '#shared/organisation/grids'
import type { RowProblem } from '#shared/organisation/row-problems'
import type { Clock } from '../kernel/clock.ts'
import { allGrids } from './all-grids.ts'
import type { AreaStore, Put } from './ports.ts'

interface Needs {
  readonly tenant: string
  readonly store: AreaStore
  readonly clock: Clock
}

export interface GridImport {
  readonly person: string
  readonly post: string
  readonly features: readonly GridFeature[]
  /** Only looks: nothing is written. */
  readonly dryRun: boolean
}

export interface Imported extends Put {
  readonly problems: readonly RowProblem[]
}

/**
 * Grids of a drawing: all of them, or none while any is wrong. Sketches under them are retired. A second import of the
 * same drawing finds everything there.
 */
export const importGrids =
  ({ tenant, store, clock }: Needs) =>
  async ({ person, post, features, dryRun }: GridImport): Promise<Imported> => {
    const areas = new Map((await store.areas()).map((one) => [one.code, one.class]))
    const all = await allGrids(store)
    const known = { tenant, areas, grids: all.filter(({ sketch }) => !sketch) }
    const { grids, problems } = checkGrids(features, known)
    const none = { added: 0, changed: 0, same: 0, problems }
    if (problems.length > 0 || dryRun) return none
    const wanted = [...grids, ...sketchesUnder(grids, all)]
    const put = await store.putGrids(wanted, { actor: person, post, at: instantOf(clock.now()) })
    return { ...put, problems }
  }
