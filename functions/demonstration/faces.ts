import type { Face } from '#shared/demonstration/contract'
import { type Post, posts, postWording } from '#shared/lifecycle/posts'

/** 云阳县: the demonstration's county. */
export const DEMONSTRATION_COUNTY = '500235'

const given: Record<Post, string> = {
  collector: '李强',
  acceptor: '张敏',
  'shift-leader': '王建国',
  dispatcher: '陈静',
  handler: '刘洋',
  'unit-head': '赵明',
  inspector: '周丽',
  evaluator: '吴涛',
  leader: '郑华',
  administrator: '孙悦',
  'security-administrator': '钱峰',
  auditor: '冯静',
}

/** 市政设施管理所: the unit that those who handle belong to; lamps and roads go there by the first rules. */
const UNIT = 'municipal-works'
const ofUnit: readonly Post[] = ['handler', 'unit-head']

/** The unit of a face; absent for those of the centre. */
export const unitOf = (post: Post): string | undefined => (ofUnit.includes(post) ? UNIT : undefined)

/** One invented person per post. */
export const faceOf = (post: Post): Face => ({
  post,
  person: `demo-${post}`,
  name: `${postWording[post].zh} · ${given[post]}`,
  county: DEMONSTRATION_COUNTY,
})

export const faces: readonly Face[] = posts.map(faceOf)
