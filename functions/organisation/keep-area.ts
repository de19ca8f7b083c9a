import { type Refusal, refuse } from '#shared/kernel/result'
import type { Area } from '#shared/organisation/areas'
import { parentOf } from '#shared/organisation/codes'
import type { Clock } from '../kernel/clock.ts'
import { type Asking, asSeen, keepOnce } from './keep.ts'
import type { AreaStore } from './ports.ts'

interface Needs {
  readonly tenant: string
  readonly store: AreaStore
  readonly clock: Clock
}

export interface AreaChange extends Pick<Area, 'code' | 'name' | 'class' | 'retired' | 'version'> {}

/** A new area, or a change of one. Its place in the tree is its code's, which must lie under an area that is there. */
export const keepArea =
  ({ tenant, store, clock }: Needs) =>
  (asking: Asking, change: AreaChange): Promise<Area | Refusal> =>
    keepOnce({ store, clock }, asking, {
      act: 'area-kept',
      subject: change.code,
      details: { class: change.class, retired: change.retired },
      body: change,
      next: async () => {
        const { code } = change
        if (!code.startsWith(tenant)) return refuse('unknown-area')
        const above = parentOf(code)
        if (above && !(await store.area(above))) return refuse('no-parent-area')
        return asSeen(await store.area(code), change.version) ?? { ...change, version: change.version + 1 }
      },
      keep: (command, next) => store.keepArea(command, next),
    })
