import { type Refusal, refuse } from '#shared/kernel/result'
import { areaOfGrid } from '#shared/organisation/codes'
import { overlap } from '#shared/organisation/geometry/overlap'
import { regionOf } from '#shared/organisation/geometry/shape'
import type { Grid } from '#shared/organisation/grids'
import type { Clock } from '../kernel/clock.ts'
import { allGrids } from './all-grids.ts'
import { type Asking, asSeen, keepOnce } from './keep.ts'
import type { AreaStore } from './ports.ts'

interface Needs {
  readonly store: AreaStore
  readonly clock: Clock
}

export interface GridChange extends Pick<Grid, 'code' | 'name' | 'class' | 'retired' | 'version'> {}

/** Another name or class for a grid, or its end. Its border is drawn, not typed; one that comes back lies over no other. */
export const keepGrid =
  ({ store, clock }: Needs) =>
  (asking: Asking, change: GridChange): Promise<Grid | Refusal> =>
    keepOnce<Grid>({ store, clock }, asking, {
      act: 'grid-kept',
      subject: change.code,
      details: { class: change.class, retired: change.retired },
      body: change,
      next: async () => {
        const grids = await store.grids(areaOfGrid(change.code))
        const before = grids.find(({ code }) => code === change.code)
        if (!before) return refuse('unknown-grid')
        const { name: _before, ...rest } = before
        const comesBack = before.retired && !change.retired
        return (
          asSeen(before, change.version) ??
          (comesBack ? await liesOverAnother(store, before) : undefined) ?? {
            ...rest,
            ...change,
            version: change.version + 1,
          }
        )
      },
      keep: (command, next) => store.keepGrid(command, next),
    })

async function liesOverAnother(store: AreaStore, { code, shape }: Grid): Promise<Refusal | undefined> {
  if (!shape) return undefined
  const region = regionOf(shape)
  const over = (await allGrids(store)).some(
    (other) => other.code !== code && !other.retired && other.shape && overlap(regionOf(other.shape), region),
  )
  return over ? refuse('grids-overlap') : undefined
}
