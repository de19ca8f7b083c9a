import type { Wording } from '../kernel/language.ts'

/** The posts (岗位) of a county, as the notice and GB/T 30428 name them. One person may hold several. */
export const posts = [
  'collector',
  'acceptor',
  'shift-leader',
  'dispatcher',
  'handler',
  'unit-head',
  'inspector',
  'evaluator',
  'leader',
  'administrator',
  'security-administrator',
  'auditor',
] as const
export type Post = (typeof posts)[number]

/** The posts of the commission over a city's counties. They see figures, and no county's personal data. */
export const commissionPosts = [
  'supervisor',
  'standards-keeper',
  'commission-administrator',
  'commission-security-administrator',
  'commission-auditor',
] as const
export type CommissionPost = (typeof commissionPosts)[number]

export const isCommissionPost = (text: string): text is CommissionPost =>
  (commissionPosts as readonly string[]).includes(text)

export const isPost = (text: string): text is Post => (posts as readonly string[]).includes(text)

export const postWording: Record<Post, Wording> = {
  collector: { zh: '采集员', en: 'Collector' },
  acceptor: { zh: '受理员', en: 'Acceptor' },
  'shift-leader': { zh: '值班长', en: 'Shift leader' },
  dispatcher: { zh: '派遣员', en: 'Dispatcher' },
  handler: { zh: '处置人员', en: 'Handler' },
  'unit-head': { zh: '部门负责人', en: 'Unit head' },
  inspector: { zh: '核查员', en: 'Inspector' },
  evaluator: { zh: '考核员', en: 'Evaluator' },
  leader: { zh: '领导', en: 'Leader' },
  administrator: { zh: '系统管理员', en: 'System administrator' },
  'security-administrator': { zh: '安全管理员', en: 'Security administrator' },
  auditor: { zh: '安全审计员', en: 'Auditor' },
}

export const commissionPostWording: Record<CommissionPost, Wording> = {
  supervisor: { zh: '市级督查员', en: 'City supervisor' },
  'standards-keeper': { zh: '市级标准管理员', en: 'City standards keeper' },
  'commission-administrator': { zh: '市级系统管理员', en: 'City administrator' },
  'commission-security-administrator': { zh: '市级安全管理员', en: 'City security administrator' },
  'commission-auditor': { zh: '市级安全审计员', en: 'City auditor' },
}
