import type { Face } from '#shared/demonstration/contract'
import {
  type CommissionPost,
  commissionPosts,
  commissionPostWording,
  isCommissionPost,
  type Post,
  posts,
  postWording,
} from '#shared/lifecycle/posts'
import type { CommissionSignedIn, SignedIn } from '#shared/routes'

/** 云阳县: the demonstration's county. */
const DEMONSTRATION_COUNTY = '500235'
/** 重庆市: the city over it. */
const DEMONSTRATION_CITY = '500000'

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

const givenAtCommission: Record<CommissionPost, string> = {
  supervisor: '蒋薇',
  'standards-keeper': '沈波',
  'commission-administrator': '韩立',
  'commission-security-administrator': '杨帆',
  'commission-auditor': '朱敏',
}

/** 市政设施管理所: the unit that those who handle belong to; lamps and roads go there by the first rules. */
const UNIT = 'municipal-works'
const ofUnit: readonly Post[] = ['handler', 'unit-head']

/** The unit of a face; absent for those of the centre. */
const unitOf = (post: Post): string | undefined => (ofUnit.includes(post) ? UNIT : undefined)

/** The invented people of the county, as its own lists have them. */
export const demonstrationStaff = posts.map((post) => {
  const unit = unitOf(post)
  return { post, person: `demo-${post}`, name: given[post], ...(unit && { unit }) }
})

const faceOf = (post: Post): Face => {
  const unit = unitOf(post)
  return {
    post,
    person: `demo-${post}`,
    name: `${postWording[post].zh} · ${given[post]}`,
    county: DEMONSTRATION_COUNTY,
    ...(unit && { unit }),
  }
}

const faceAtCommission = (post: CommissionPost): Face => ({
  post,
  person: `demo-${post}`,
  name: `${commissionPostWording[post].zh} · ${givenAtCommission[post]}`,
  city: DEMONSTRATION_CITY,
})

/** One invented person per post, of the county and of the commission over it. */
export const faces: readonly Face[] = [...posts.map(faceOf), ...commissionPosts.map(faceAtCommission)]

/** Whom a face signs in as, and where they begin. */
export function bearerOf(wanted: Post | CommissionPost): {
  signedIn: SignedIn | CommissionSignedIn
  home: string
} {
  const person = `demo-${wanted}`
  if (isCommissionPost(wanted))
    return { signedIn: { city: DEMONSTRATION_CITY, person, posts: [wanted] }, home: '/city' }
  const unit = unitOf(wanted)
  return {
    signedIn: { tenant: DEMONSTRATION_COUNTY, person, posts: [wanted], ...(unit && { unit }) },
    home: `/t/${DEMONSTRATION_COUNTY}`,
  }
}
