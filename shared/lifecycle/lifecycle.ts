import type { Wording } from '../kernel/language.ts'
import type { Limit } from '../kernel/limit.ts'
import type { Evidence } from './evidence.ts'
import type { Post } from './posts.ts'

/**
 * The life of a case (案卷), told once. The state machine, the judge, the permissions, the buttons, the work lists, the
 * public status, the diagram and the tests are derived from this table.
 */
export const stages = ['reported', 'accepted', 'filed', 'rejected', 'refused'] as const
export type Stage = (typeof stages)[number]

/** What moves a case, or marks it, once it is reported. */
export const actions = ['accept', 'reject', 'file', 'refuse', 'mark-overdue'] as const
export type Action = (typeof actions)[number]

/** What a citizen is told. */
export const publicStatuses = ['received', 'accepted', 'in-hand', 'not-accepted', 'not-filed'] as const
export type PublicStatus = (typeof publicStatuses)[number]

export interface ActionRule {
  readonly to: Stage
  /** Who may: any of these posts, or the system alone. */
  readonly by: readonly Post[] | 'system'
  /** What has to be given; nothing else may be. */
  readonly evidence: readonly Evidence[]
  /** The main line of the process: one per stage at most, and that stage's success in the state machine. */
  readonly main?: true
}

export interface OpenStage {
  readonly open: true
  readonly name: Wording
  /** The work list's name: what the case waits for. */
  readonly waiting: Wording
  readonly publicStatus: PublicStatus
  /** The post whose work list the case stands in. */
  readonly holder: Post
  readonly limit: Limit
  readonly actions: Readonly<Partial<Record<Action, ActionRule>>>
}

/** An end: nobody acts any more, no clock runs. */
export interface EndStage {
  readonly open: false
  readonly name: Wording
  readonly publicStatus: PublicStatus
}

export const firstStage = 'reported' satisfies Stage

export const lifecycle: Readonly<Record<Stage, OpenStage | EndStage>> = {
  reported: {
    open: true,
    name: { zh: '上报', en: 'Reported' },
    waiting: { zh: '待受理', en: 'To accept' },
    publicStatus: 'received',
    holder: 'acceptor',
    limit: { amount: 15, unit: 'work_minute' },
    actions: {
      accept: { to: 'accepted', by: ['acceptor'], evidence: [], main: true },
      reject: { to: 'rejected', by: ['acceptor'], evidence: ['reason'] },
      'mark-overdue': { to: 'reported', by: 'system', evidence: [] },
    },
  },
  accepted: {
    open: true,
    name: { zh: '受理', en: 'Accepted' },
    waiting: { zh: '待立案', en: 'To file' },
    publicStatus: 'accepted',
    holder: 'shift-leader',
    limit: { amount: 30, unit: 'work_minute' },
    actions: {
      file: { to: 'filed', by: ['shift-leader'], evidence: ['filingCondition'], main: true },
      refuse: { to: 'refused', by: ['shift-leader'], evidence: ['reason'] },
      'mark-overdue': { to: 'accepted', by: 'system', evidence: [] },
    },
  },
  filed: {
    open: true,
    name: { zh: '立案', en: 'Filed' },
    waiting: { zh: '待派遣', en: 'To dispatch' },
    publicStatus: 'in-hand',
    holder: 'dispatcher',
    limit: { amount: 15, unit: 'work_minute' },
    actions: {
      'mark-overdue': { to: 'filed', by: 'system', evidence: [] },
    },
  },
  rejected: { open: false, name: { zh: '不予受理', en: 'Rejected' }, publicStatus: 'not-accepted' },
  refused: { open: false, name: { zh: '不予立案', en: 'Refused' }, publicStatus: 'not-filed' },
}

export const isAction = (text: string): text is Action => (actions as readonly string[]).includes(text)

export const openStages: readonly Stage[] = stages.filter((stage) => lifecycle[stage].open)
export const endStages: readonly Stage[] = stages.filter((stage) => !lifecycle[stage].open)

/** The rule of an action at a stage; undefined when the stage has no such action. */
export function ruleOf(stage: Stage, action: Action): ActionRule | undefined {
  const row = lifecycle[stage]
  return row.open ? row.actions[action] : undefined
}

/** Actions of a stage with their rules, in the table's order. */
export function rulesOf(stage: Stage): readonly (readonly [Action, ActionRule])[] {
  const row = lifecycle[stage]
  return row.open ? (Object.entries(row.actions) as [Action, ActionRule][]) : []
}

/** The post whose work list a case of this stage stands in; undefined once it has ended. */
export function holderOf(stage: Stage): Post | undefined {
  const row = lifecycle[stage]
  return row.open ? row.holder : undefined
}

/** Where the main line leads from a stage; undefined where it has none. */
export const mainSuccessor = (stage: Stage): Stage | undefined =>
  rulesOf(stage).find(([, rule]) => rule.main)?.[1].to

/** Every other stage that a case can be in after this one, at any distance, in the table's order. */
export function laterStages(stage: Stage): readonly Stage[] {
  const reached = new Set<Stage>()
  const visit = (from: Stage) => {
    for (const [, rule] of rulesOf(from)) {
      if (rule.to === stage || reached.has(rule.to)) continue
      reached.add(rule.to)
      visit(rule.to)
    }
  }
  visit(stage)
  return stages.filter((one) => reached.has(one))
}
