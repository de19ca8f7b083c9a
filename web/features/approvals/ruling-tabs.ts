import { ruleOf } from '#shared/lifecycle/lifecycle'
import type { Post } from '#shared/lifecycle/posts'
import { type Tab, tabsOf } from '../queues/tabs.ts'

/** The queues of returned cases that somebody in these posts rules on. */
export const rulingTabs = (posts: readonly Post[]): Tab[] =>
  tabsOf(posts).filter(({ stage }) =>
    ruleOf(stage, 'rule')?.by.some((who) => posts.some((post) => post === who)),
  )
