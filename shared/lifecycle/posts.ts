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
] as const
export type Post = (typeof posts)[number]

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
  administrator: { zh: '管理员', en: 'Administrator' },
}
