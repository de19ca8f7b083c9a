import type { Wording } from '../kernel/language.ts'
import type { CommissionPost, Post } from '../lifecycle/posts.ts'

/**
 * The three administrators (三员) that 等保 keeps apart: one runs the system, one says who may do what and shuts out, one
 * watches both. Nobody holds two of them. In a county too small for three, the commission's may be the latter two.
 */
export const administrators = {
  system: { zh: '系统管理员', en: 'System administrator' },
  security: { zh: '安全管理员', en: 'Security administrator' },
  audit: { zh: '安全审计员', en: 'Auditor' },
} as const satisfies Record<string, Wording>
export type Administrator = keyof typeof administrators

const roleOfPost: Partial<Record<Post | CommissionPost, Administrator>> = {
  administrator: 'system',
  'security-administrator': 'security',
  auditor: 'audit',
  'commission-administrator': 'system',
  'commission-security-administrator': 'security',
  'commission-auditor': 'audit',
}

/** Which of the three somebody with these posts is; more than one is against the rule. */
export const administratorsAmong = (posts: readonly string[]): Administrator[] => {
  const held: readonly (string | undefined)[] = posts.map((post) => roleOfPost[post as Post])
  return (Object.keys(administrators) as Administrator[]).filter((one) => held.includes(one))
}

/** Whether one person may hold all these posts. */
export const areSeparated = (posts: readonly string[]) => administratorsAmong(posts).length <= 1

/** Whether signing in with these posts takes a second factor: administrators always, other posts as the county sets. */
export const needsSecondFactor = (posts: readonly string[], postsAsked: readonly string[] = []) =>
  administratorsAmong(posts).length > 0 || posts.some((post) => postsAsked.includes(post))
