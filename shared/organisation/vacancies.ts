import { type CommissionPost, commissionPosts, type Post, posts } from '../lifecycle/posts.ts'
import { postsInForce, type StaffRecord } from './staff.ts'
import type { Level } from './staff-rules.ts'

export interface PostHolders {
  readonly post: Post | CommissionPost
  /** Active people who hold the post itself or stand in for it that day. */
  readonly holders: number
  readonly standIns: number
  /** Nobody does: what waits for this post waits for nobody. */
  readonly vacant: boolean
}

/** Who holds each post on a day (`yyyy-MM-dd`, China), in the order of the list of posts. */
export function holdersOn(staff: readonly StaffRecord[], date: string, level: Level): PostHolders[] {
  const all: readonly (Post | CommissionPost)[] = level === 'county' ? posts : commissionPosts
  return all.map((post) => {
    const there = staff.filter((one) => postsInForce(one, date).includes(post))
    const own = there.filter((one) => one.posts.includes(post))
    return {
      post,
      holders: there.length,
      standIns: there.length - own.length,
      vacant: there.length === 0,
    }
  })
}
