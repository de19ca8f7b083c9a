import { type Action, ruleOf, type Stage } from '#shared/lifecycle/lifecycle'
import type { Post } from '#shared/lifecycle/posts'

/** What may be done with several cases at once: what needs no look at each of them. */
const inBatches = ['accept', 'dispatch', 'sign', 'remind', 'supervise'] as const satisfies readonly Action[]
export type BatchAction = (typeof inBatches)[number]

export const isBatchAction = (text: string): text is BatchAction =>
  (inBatches as readonly string[]).includes(text)

/** Of these, what somebody in these posts may do at this stage by the lifecycle's table; case by case the API judges. */
export const batchActionsOf = (stage: Stage, posts: readonly Post[]): BatchAction[] =>
  inBatches.filter((action) => ruleOf(stage, action)?.by.some((who) => posts.some((post) => post === who)))

/** What is asked for once, for all of them. */
export const batchFields: Readonly<Record<BatchAction, 'unit' | 'reason' | 'words' | undefined>> = {
  accept: undefined,
  sign: undefined,
  dispatch: 'unit',
  supervise: 'reason',
  remind: 'words',
}
