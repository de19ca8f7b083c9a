import { type Action, ruleOf, type Stage } from '#shared/lifecycle/lifecycle'
import type { Post } from '#shared/lifecycle/posts'

/** What may be done with several cases of a queue at once: what needs no look at each of them, and rulings that go one way. */
const inQueues = [
  'accept',
  'dispatch',
  'rule',
  'sign',
  'remind',
  'supervise',
] as const satisfies readonly Action[]
type QueueBatch = (typeof inQueues)[number]

/** What may be answered to several requests at once: each is granted whatever it asks for, or none. */
export const inApprovals = ['approve', 'decline'] as const
export type BatchAction = QueueBatch | (typeof inApprovals)[number]

export const isBatchAction = (text: string): text is BatchAction =>
  [...inQueues, ...inApprovals].some((one) => one === text)

/** Of these, what somebody in these posts may do at this stage by the lifecycle's table; case by case the API judges. */
export const batchActionsOf = (stage: Stage, posts: readonly Post[]): QueueBatch[] =>
  inQueues.filter((action) => ruleOf(stage, action)?.by.some((who) => posts.some((post) => post === who)))

export type BatchField = 'unit' | 'reason' | 'words'

/** What is asked for once, for all of them; without the words each can be sent all the same. */
export const batchFields: Readonly<Record<BatchAction, readonly BatchField[]>> = {
  accept: [],
  sign: [],
  dispatch: ['unit'],
  rule: ['unit', 'reason'],
  supervise: ['reason'],
  remind: ['words'],
  approve: ['words'],
  decline: ['reason'],
}
