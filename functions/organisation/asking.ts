import type { Clock } from '../kernel/clock.ts'
import type { Asking } from './keep.ts'
import type { AreaStore, Invite, MasksOf, StaffStore, UnitBook } from './ports.ts'

export interface GroundNeeds {
  readonly areasOf: (tenant: string) => AreaStore
  readonly staffOf: (tenant: string) => StaffStore
  readonly clock: Clock
}

export interface WorkforceNeeds {
  readonly unitsOf: (tenant: string) => UnitBook
  /** Of a county, or of a city's commission. */
  readonly staffOf: (scope: string) => StaffStore
  readonly masksOf: MasksOf
  readonly clock: Clock
  readonly invite?: Invite
}

interface Holder {
  readonly person: string
  readonly posts: readonly string[]
}

/** In which of the posts that open the door somebody comes through it: the first that they hold. */
export const inPost = ({ person, posts }: Holder, allowed: readonly string[]) => ({
  person,
  post: allowed.find((post) => posts.includes(post)) ?? 'none',
})

export const askingAs = (holder: Holder, allowed: readonly string[], key: string): Asking => ({
  ...inPost(holder, allowed),
  key,
})
