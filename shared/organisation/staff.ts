import * as z from 'zod'
import { areSeparated } from '../identity/administrators.ts'
import { personId } from '../kernel/ids.ts'
import { commissionPosts, posts } from '../lifecycle/posts.ts'

/** A day in China, `yyyy-MM-dd`. */
const day = z.iso.date()
const anyPost = z.enum([...posts, ...commissionPosts])

/** 代岗: somebody does another's post from one day to another, both included. */
export const standIn = z.strictObject({ post: anyPost, for: personId, from: day, until: day })
export type StandIn = Readonly<z.output<typeof standIn>>

/**
 * Somebody of a county or a commission, without their name: that stands in the people table. What they may do is read
 * anew for every request, so whoever is suspended or loses a post is out with the next one.
 */
export const staffRecord = z.object({
  person: personId,
  posts: z.array(anyPost),
  /** The handling unit they belong to. */
  unit: z.string().exactOptional(),
  standIns: z.array(standIn),
  state: z.enum(['invited', 'active', 'suspended', 'left']),
  version: z.int(),
})
export type StaffRecord = Readonly<z.output<typeof staffRecord>>

/**
 * Own posts and those stood in for on that day (`yyyy-MM-dd`, China); none unless the person is active. A stand-in that
 * would make a second of the three administrators of somebody is not in force, whichever came first.
 */
export function postsInForce(
  { state, posts: own, standIns }: StaffRecord,
  date: string,
): StaffRecord['posts'] {
  if (state !== 'active') return []
  const lent = standIns.filter(({ from, until }) => from <= date && date <= until).map(({ post }) => post)
  return [...new Set(areSeparated([...own, ...lent]) ? [...own, ...lent] : own)]
}
