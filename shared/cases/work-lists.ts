import type { Instant } from '../kernel/instant.ts'
import { holderOf } from '../lifecycle/lifecycle.ts'
import type { Post } from '../lifecycle/posts.ts'
import type { CaseRecord } from './record.ts'

/** Whose open work: a post's, a unit's (`@unit`), or what the head of a unit has to decide (`unit-head@unit`). */
export type WorkList = Post | `@${string}` | `unit-head@${string}`

/** Posts whose list is that of the unit they belong to. */
export const unitPosts = ['handler', 'unit-head'] as const satisfies readonly Post[]
export const isUnitPost = (post: Post): post is (typeof unitPosts)[number] =>
  (unitPosts as readonly Post[]).includes(post)

/** The list of a post; of a post within a unit, its unit's. */
export const listOfPost = (post: Post, unit: string | undefined): WorkList | undefined => {
  if (!isUnitPost(post)) return post
  if (unit === undefined) return undefined
  return post === 'handler' ? `@${unit}` : `unit-head@${unit}`
}

/** Where the case itself stands; undefined once nobody has to act. */
export function workListOf({ stage, unit }: Pick<CaseRecord, 'stage' | 'unit'>): WorkList | undefined {
  const holder = holderOf(stage)
  return holder === 'unit' ? listOfPost('handler', unit) : holder
}

/** What a case asks of others than who has it: a request to be decided, the part of an assisting unit. */
export interface SideWork {
  /** Unique within the case. */
  readonly name: string
  readonly list: WorkList
  readonly due: Instant
}

export function sideWorkOf({ stage, unit, request, parts = [] }: CaseRecord): readonly SideWork[] {
  const [step] = request?.steps ?? []
  const list = step && listOfPost(step, unit)
  const asked = request && list ? [{ name: 'REQUEST', list, due: request.due }] : []
  if (holderOf(stage) !== 'unit') return asked
  const open = parts.filter(({ done }) => !done)
  return [
    ...asked,
    ...open.map((part): SideWork => ({ name: `PART#${part.unit}`, list: `@${part.unit}`, due: part.due })),
  ]
}
