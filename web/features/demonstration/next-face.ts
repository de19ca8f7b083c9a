import type { Face } from '#shared/demonstration/contract'
import { holderOf, type Stage } from '#shared/lifecycle/lifecycle'
import type { Post } from '#shared/lifecycle/posts'

/** The post in whose list a case of this stage stands; a unit's people stand for their unit. Undefined at an end. */
export function nextPost(stage: Stage): Post | undefined {
  const holder = holderOf(stage)
  return holder === 'unit' ? 'handler' : holder
}

/** Whose turn it is. */
export const nextFace = (stage: Stage, faces: readonly Face[]): Face | undefined =>
  faces.find(({ post }) => post === nextPost(stage))
