import type { Wording } from '../kernel/language.ts'
import {
  type Action,
  type ActionRule,
  actions,
  holderOf,
  ruleOf,
  rulesOf,
  type Stage,
  stages,
} from './lifecycle.ts'
import type { Post } from './posts.ts'

/** Actions that people take: a county may say which posts. What is left to the system is nobody's to give. */
export const grantedActions: readonly Action[] = actions.filter((action) => defaultHolders(action).length > 0)

/** Who may take an action, where the county says it otherwise than the lifecycle's table. */
export type Grants = Readonly<Partial<Record<Action, readonly Post[]>>>

/** Who may take an action by this rule: the posts of the county, or of the table where it says none. */
export function grantedTo(action: Action, { by }: ActionRule, grants: Grants): readonly Post[] | 'system' {
  return by === 'system' ? by : (grants[action] ?? by)
}

/** Who works on what stands in the list of this post: its holder, and whoever may act at one of its stages. */
export const workersOn = (list: Post, grants: Grants): readonly Post[] => [
  ...new Set([
    list,
    ...stages
      .filter((stage) => holderOf(stage) === list)
      .flatMap((stage) => rulesOf(stage).flatMap(([action, rule]) => peopleOf(action, rule, grants))),
  ]),
]

/** What posts keep apart, unless a county says openly that it does not (`relaxed` in its settings). */
export const separations = {
  'accepting-and-filing': {
    zh: '受理与立案由不同岗位办理',
    en: 'Accepting and filing are done in different posts',
  },
  'administrators-and-cases': {
    zh: '系统管理员、安全管理员、安全审计员不办理案卷',
    en: 'The three administrators act on no case',
  },
} as const satisfies Record<string, Wording>
export type Separation = keyof typeof separations
export const separationNames = Object.keys(separations) as [Separation, ...Separation[]]

const breaks: Readonly<Record<Separation, (grants: Grants) => boolean>> = {
  'accepting-and-filing': (grants) => {
    const filing = holdersOf(['file', 'refuse'], grants)
    return holdersOf(['accept', 'reject'], grants).some((post) => filing.includes(post))
  },
  'administrators-and-cases': (grants) =>
    holdersOf(grantedActions, grants).some((post) => officePosts.includes(post)),
}
const officePosts: readonly Post[] = ['administrator', 'security-administrator', 'auditor']

/** The separations that these grants do not keep. */
export const brokenBy = (grants: Grants): Separation[] =>
  separationNames.filter((separation) => breaks[separation](grants))

const holdersOf = (some: readonly Action[], grants: Grants): readonly Post[] =>
  some.flatMap((action) => grants[action] ?? defaultHolders(action))

/** The posts of the table, of every stage that has the action. */
function defaultHolders(action: Action): readonly Post[] {
  const by = stages.flatMap((stage: Stage) => {
    const rule = ruleOf(stage, action)
    return rule ? peopleOf(action, rule, {}) : []
  })
  return [...new Set(by)]
}

function peopleOf(action: Action, rule: ActionRule, grants: Grants): readonly Post[] {
  const by = grantedTo(action, rule, grants)
  return by === 'system' ? [] : by
}
