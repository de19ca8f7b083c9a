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
  type Who,
} from './lifecycle.ts'
import type { Post } from './posts.ts'

/** Actions that people take: a county may say which posts. What is left to the system is nobody's to give. */
export const grantedActions: readonly Action[] = actions.filter((action) => usualHolders(action).length > 0)

/** Who may take an action, where the county says it otherwise than the lifecycle's table. */
export type Grants = Readonly<Partial<Record<Action, readonly Post[]>>>

/** Who may take an action by this rule: the county's posts in the place of the table's, and whoever is no post. */
export function grantedTo(action: Action, { by }: ActionRule, grants: Grants): readonly Who[] {
  const own = grants[action]
  return own && by.some(isPostOf) ? [...own, ...by.filter((who) => !isPostOf(who))] : by
}

function isPostOf(who: Who): who is Post {
  return who !== 'system' && who !== 'reporter'
}

/** The lists of work: of each post that holds a stage; of the units, those of their handlers and of their heads. */
const listOf = (stage: Stage): Post | undefined => {
  const holder = holderOf(stage)
  return holder === 'unit' ? 'handler' : holder
}

/** Who works on what stands in the list of this post: its holder, who may lead its stages on, whom the county lets act there. */
export const workersOn = (list: Post, grants: Grants): readonly Post[] => [
  ...new Set([
    list,
    ...stages
      .filter((stage) => listOf(stage) === list)
      .flatMap((stage) =>
        rulesOf(stage)
          .filter(([action, { main }]) => main || grants[action])
          .flatMap(([action, rule]) => grantedTo(action, rule, grants).filter(isPostOf)),
      ),
  ]),
]

/** What posts keep apart, unless a county says openly that it does not (`relaxed` in its settings). */
export const separations = {
  'accepting-and-filing': {
    zh: '受理与立案由不同岗位办理',
    en: 'Accepting and filing are done in different posts',
  },
  'handling-and-inspecting': {
    zh: '处置与核查、结案由不同岗位办理',
    en: 'Handling is done in other posts than inspecting and closing',
  },
  'administrators-and-cases': {
    zh: '系统管理员、安全管理员、安全审计员不办理案卷',
    en: 'The three administrators act on no case',
  },
} as const satisfies Record<string, Wording>
export type Separation = keyof typeof separations
export const separationNames = Object.keys(separations) as [Separation, ...Separation[]]

const breaks: Readonly<Record<Separation, (grants: Grants) => boolean>> = {
  'accepting-and-filing': (grants) => meet(['accept', 'reject'], ['file', 'refuse'], grants),
  'handling-and-inspecting': (grants) => meet(['sign', 'report-back'], ['pass', 'fail', 'close'], grants),
  'administrators-and-cases': (grants) =>
    holdersOf(grantedActions, grants).some((post) => officePosts.includes(post)),
}
const officePosts: readonly Post[] = ['administrator', 'security-administrator', 'auditor']

/** The separations that these grants do not keep. */
export const brokenBy = (grants: Grants): Separation[] =>
  separationNames.filter((separation) => breaks[separation](grants))

function meet(some: readonly Action[], others: readonly Action[], grants: Grants): boolean {
  const posts = holdersOf(others, grants)
  return holdersOf(some, grants).some((post) => posts.includes(post))
}

const holdersOf = (some: readonly Action[], grants: Grants): readonly Post[] =>
  some.flatMap((action) => grants[action] ?? usualHolders(action))

/** The posts that may take an action by the table, of every stage that has it. */
export function usualHolders(action: Action): readonly Post[] {
  const by = stages.flatMap((stage: Stage) => ruleOf(stage, action)?.by.filter(isPostOf) ?? [])
  return [...new Set(by)]
}
