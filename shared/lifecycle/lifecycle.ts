import type { Limit } from '../kernel/limit.ts'
import type { Post } from './posts.ts'
import { grantedStage } from './requests.ts'
import {
  type Action,
  type ActionRule,
  actions,
  type ByArea,
  type EndStage,
  type OpenStage,
  type PublicStatus,
  type Stage,
  stages,
} from './vocabulary.ts'

export * from './vocabulary.ts'

export const firstStage = 'reported' satisfies Stage
/** 结案: where a case is done with, unless somebody objects. */
export const closedStage = 'closed' satisfies Stage

const minutes = (amount: number): Limit => ({ amount, unit: 'work_minute' })
const hours = (amount: number): Limit => ({ amount, unit: 'work_hour' })
/** How long it takes to get there and look. */
const onSite: ByArea = {
  'built-up': { amount: 2, unit: 'work_hour' },
  town: { amount: 4, unit: 'work_hour' },
  village: { amount: 24, unit: 'urgent_hour' },
}

/** What may be done about any open case, whatever it waits for. */
const watch = (stage: Stage): OpenStage['actions'] => ({
  transfer: { to: 'transferred', by: ['dispatcher'], evidence: ['to', 'reason'] },
  'mark-grave': { to: stage, by: ['leader'], evidence: ['reason'], guards: ['not-grave'] },
  remind: {
    to: stage,
    by: ['shift-leader', 'dispatcher', 'system', 'reporter'],
    evidence: [],
    may: ['words'],
  },
  supervise: { to: stage, by: ['leader', 'shift-leader', 'system'], evidence: ['reason'] },
  'supervise-by-leader': { to: stage, by: ['leader', 'system'], evidence: ['reason'] },
  'propose-notice': { to: stage, by: ['system'], evidence: [] },
  'mark-overdue': { to: stage, by: ['system'], evidence: [] },
})

/** Nothing of it is the system's where a case is never late: a suspended one wakes at its end by itself. */
function watchedByPeople(stage: Stage): OpenStage['actions'] {
  const rules = Object.entries(watch(stage)).map(([action, rule]) => {
    const by = rule.by.filter((who) => who !== 'system')
    return [action, { ...rule, by }] as const
  })
  return Object.fromEntries(rules.filter(([, { by }]) => by.length > 0))
}

const merge: ActionRule = {
  to: 'merged',
  by: ['acceptor', 'dispatcher'],
  evidence: ['case'],
  may: ['reason'],
}

/** 作废: asked for by who has the case, decided by the shift leader. */
const voiding = (stage: Stage, by: Post): OpenStage['actions'] => ({
  'ask-void': { to: stage, by: [by], evidence: ['reason'], guards: ['nothing-asked'], asks: 'void' },
  'approve-void': { to: stage, by: ['shift-leader'], evidence: [], may: ['words'], approves: 'void' },
  decline: { to: stage, by: ['shift-leader'], evidence: ['reason'], decides: true },
})

const decline = (stage: Stage, by: readonly Post[]): ActionRule => ({
  to: stage,
  by,
  evidence: ['reason'],
  guards: ['own-unit-decides'],
  decides: true,
})

const object: ActionRule = {
  to: 'handling',
  by: ['reporter', 'acceptor'],
  evidence: ['reason'],
  guards: ['was-dispatched', 'within-objection'],
}

/**
 * The life of a case (案卷), told once. The state machine, the judge, the permissions, the buttons, the work lists, the
 * public status, the diagram and the tests are derived from this table.
 */
export const lifecycle: Readonly<Record<Stage, OpenStage | EndStage>> = {
  reported: {
    open: true,
    name: { zh: '上报', en: 'Reported' },
    waiting: { zh: '待受理', en: 'To accept' },
    publicStatus: 'received',
    holder: 'acceptor',
    limit: minutes(15),
    actions: {
      accept: { to: 'accepted', by: ['acceptor', 'system'], evidence: [], main: true },
      reject: { to: 'rejected', by: ['acceptor'], evidence: ['reason'] },
      'send-to-verify': { to: 'verifying', by: ['acceptor'], evidence: [], may: ['words'] },
      merge,
      'self-handle': {
        to: 'auditing',
        by: ['collector'],
        evidence: ['photosBefore', 'photos'],
        may: ['words'],
      },
      ...watch('reported'),
    },
  },
  verifying: {
    open: true,
    name: { zh: '核实', en: 'Verifying' },
    waiting: { zh: '待核实', en: 'To verify' },
    publicStatus: 'received',
    holder: 'collector',
    limit: onSite,
    actions: {
      found: { to: 'accepted', by: ['collector'], evidence: ['photos'], may: ['words'], main: true },
      'not-found': { to: 'rejected', by: ['collector'], evidence: ['photos', 'reason'] },
      merge,
      ...watch('verifying'),
    },
  },
  accepted: {
    open: true,
    name: { zh: '受理', en: 'Accepted' },
    waiting: { zh: '待立案', en: 'To file' },
    publicStatus: 'accepted',
    holder: 'shift-leader',
    limit: minutes(30),
    actions: {
      file: { to: 'filed', by: ['shift-leader', 'system'], evidence: ['filingCondition'], main: true },
      refuse: { to: 'refused', by: ['shift-leader'], evidence: ['reason'] },
      ...voiding('accepted', 'acceptor'),
      merge,
      ...watch('accepted'),
    },
  },
  filed: {
    open: true,
    name: { zh: '立案', en: 'Filed' },
    waiting: { zh: '待派遣', en: 'To dispatch' },
    publicStatus: 'in-hand',
    holder: 'dispatcher',
    limit: minutes(15),
    enteredBy: 'dispatch',
    actions: {
      dispatch: {
        to: 'dispatched',
        by: ['dispatcher', 'system'],
        evidence: ['unit'],
        may: ['assisting', 'reason'],
        checks: ['lead-apart'],
        main: true,
      },
      ...voiding('filed', 'dispatcher'),
      merge,
      ...watch('filed'),
    },
  },
  dispatched: {
    open: true,
    name: { zh: '派遣', en: 'Dispatched' },
    waiting: { zh: '待签收', en: 'To sign for' },
    publicStatus: 'in-hand',
    holder: 'unit',
    limit: hours(2),
    actions: {
      sign: {
        to: 'handling',
        by: ['handler', 'unit-head'],
        evidence: [],
        guards: ['own-unit'],
        main: true,
      },
      'sign-on-behalf': { to: 'handling', by: ['dispatcher'], evidence: ['proof'] },
      return: {
        to: 'filed',
        again: 'arbitration',
        by: ['handler', 'unit-head'],
        evidence: ['reason'],
        guards: ['own-unit', 'not-ruled'],
      },
      merge,
      ...watch('dispatched'),
    },
  },
  arbitration: {
    open: true,
    name: { zh: '裁定', en: 'Arbitration' },
    waiting: { zh: '待裁定', en: 'To rule on' },
    publicStatus: 'in-hand',
    holder: 'shift-leader',
    limit: hours(2),
    actions: {
      rule: {
        to: 'dispatched',
        by: ['shift-leader'],
        evidence: ['unit', 'reason'],
        may: ['assisting'],
        checks: ['lead-apart'],
        main: true,
      },
      ...watch('arbitration'),
    },
  },
  handling: {
    open: true,
    name: { zh: '处置', en: 'Handling' },
    waiting: { zh: '待处置', en: 'To handle' },
    publicStatus: 'in-hand',
    holder: 'unit',
    limit: 'round',
    actions: {
      'report-back': {
        to: 'inspecting',
        by: ['handler', 'unit-head'],
        evidence: ['photos'],
        may: ['words'],
        guards: ['own-unit', 'parts-done'],
        main: true,
      },
      'report-on-behalf': {
        to: 'inspecting',
        by: ['dispatcher'],
        evidence: ['photos', 'proof'],
        may: ['words'],
        guards: ['parts-done'],
      },
      'finish-part': {
        to: 'handling',
        by: ['handler', 'unit-head'],
        evidence: [],
        may: ['photos', 'words'],
        guards: ['own-part'],
      },
      assign: { to: 'handling', by: ['unit-head'], evidence: ['person'], guards: ['own-unit'] },
      'ask-extension': {
        to: 'handling',
        by: ['handler', 'unit-head'],
        evidence: ['reason'],
        guards: ['own-unit', 'nothing-asked', 'before-due', 'extensions-left'],
        asks: 'extension',
      },
      'approve-extension': {
        to: 'handling',
        by: ['unit-head', 'dispatcher'],
        evidence: [],
        may: ['words'],
        guards: ['own-unit-decides'],
        approves: 'extension',
      },
      'ask-suspension': {
        to: 'handling',
        by: ['handler', 'unit-head'],
        evidence: ['reason', 'until'],
        guards: ['own-unit', 'nothing-asked', 'never-suspended'],
        checks: ['ends-within-a-year'],
        asks: 'suspension',
      },
      'approve-suspension': {
        to: 'handling',
        by: ['unit-head', 'dispatcher'],
        evidence: [],
        may: ['words'],
        guards: ['own-unit-decides'],
        approves: 'suspension',
      },
      decline: decline('handling', ['unit-head', 'dispatcher']),
      ...watch('handling'),
    },
  },
  suspended: {
    open: true,
    name: { zh: '挂账', en: 'Suspended' },
    waiting: { zh: '挂账中', en: 'Suspended' },
    publicStatus: 'in-hand',
    holder: 'dispatcher',
    limit: 'asked',
    whenDue: 'wake',
    actions: {
      wake: { to: 'handling', by: ['dispatcher', 'system'], evidence: [], may: ['reason'], main: true },
      ...watchedByPeople('suspended'),
    },
  },
  inspecting: {
    open: true,
    name: { zh: '核查', en: 'Inspecting' },
    waiting: { zh: '待核查', en: 'To inspect' },
    publicStatus: 'in-hand',
    holder: 'inspector',
    limit: onSite,
    actions: {
      pass: {
        to: 'closing',
        by: ['inspector', 'collector'],
        evidence: ['way'],
        may: ['photos', 'words'],
        guards: ['not-who-handled'],
        checks: ['on-site-unless-drawn'],
        main: true,
      },
      fail: {
        to: 'handling',
        by: ['inspector', 'collector'],
        evidence: ['way', 'reason'],
        may: ['photos'],
        guards: ['not-who-handled'],
      },
      ...watch('inspecting'),
    },
  },
  auditing: {
    open: true,
    name: { zh: '自处置审核', en: 'Auditing' },
    waiting: { zh: '待审核', en: 'To audit' },
    publicStatus: 'in-hand',
    holder: 'shift-leader',
    limit: hours(4),
    actions: {
      'audit-valid': {
        to: 'closed',
        by: ['shift-leader'],
        evidence: [],
        may: ['words'],
        guards: ['not-who-handled'],
        main: true,
      },
      'audit-invalid': {
        to: 'void',
        by: ['shift-leader'],
        evidence: ['reason'],
        guards: ['not-who-handled'],
      },
      ...watch('auditing'),
    },
  },
  closing: {
    open: true,
    name: { zh: '待结案', en: 'Closing' },
    waiting: { zh: '待结案', en: 'To close' },
    publicStatus: 'in-hand',
    holder: 'shift-leader',
    limit: minutes(30),
    actions: {
      close: {
        to: 'closed',
        by: ['shift-leader'],
        evidence: ['closingCondition'],
        may: ['words'],
        guards: ['not-who-handled'],
        checks: ['condition-ticked'],
        main: true,
      },
      object,
      ...watch('closing'),
    },
  },
  closed: {
    open: false,
    name: { zh: '结案', en: 'Closed' },
    publicStatus: 'done',
    actions: {
      object,
      appeal: {
        to: 'closed',
        by: ['handler', 'unit-head'],
        evidence: ['reason'],
        guards: ['own-unit', 'found-late', 'nothing-asked'],
        asks: 'appeal',
      },
      'approve-appeal': {
        to: 'closed',
        by: ['dispatcher', 'acceptor'],
        evidence: [],
        may: ['words'],
        approves: 'appeal',
      },
      decline: decline('closed', ['dispatcher', 'acceptor']),
    },
  },
  rejected: {
    open: false,
    name: { zh: '不予受理', en: 'Rejected' },
    publicStatus: 'not-accepted',
    actions: {},
  },
  refused: { open: false, name: { zh: '不予立案', en: 'Refused' }, publicStatus: 'not-filed', actions: {} },
  void: { open: false, name: { zh: '作废', en: 'Void' }, publicStatus: 'void', actions: {} },
  transferred: {
    open: false,
    name: { zh: '移交', en: 'Transferred' },
    publicStatus: 'passed-on',
    actions: {},
  },
  merged: {
    open: false,
    name: { zh: '并案', en: 'Merged' },
    publicStatus: 'joined',
    actions: {
      unmerge: { to: 'left', by: ['acceptor', 'dispatcher'], evidence: ['reason'] },
    },
  },
}

export const isAction = (text: string): text is Action => (actions as readonly string[]).includes(text)

export const openStages: readonly Stage[] = stages.filter((stage) => lifecycle[stage].open)
export const endStages: readonly Stage[] = stages.filter((stage) => !lifecycle[stage].open)

/** Stages that a case can be merged from, and that an unmerged one returns to. */
export const mergedFrom: readonly Stage[] = stages.filter((stage) =>
  rulesOf(stage).some(([, { to }]) => to === 'merged'),
)

/** The rule of an action at a stage; undefined when the stage has no such action. */
export const ruleOf = (stage: Stage, action: Action): ActionRule | undefined =>
  lifecycle[stage].actions[action]

/** Actions of a stage with their rules, in the table's order. */
export function rulesOf(stage: Stage): readonly (readonly [Action, ActionRule])[] {
  return Object.entries(lifecycle[stage].actions) as [Action, ActionRule][]
}

/** Every stage that a rule may lead to from this one. */
export function targetsOf(stage: Stage, { to, again, asks, approves }: ActionRule): readonly Stage[] {
  const kind = asks ?? approves
  return [
    ...new Set([
      ...(to === 'left' ? mergedFrom : [to]),
      ...(again ? [again] : []),
      ...(kind ? [grantedStage(kind, stage)] : []),
    ]),
  ]
}

/** Whose work list a case of this stage stands in; undefined once it has ended. */
export function holderOf(stage: Stage): OpenStage['holder'] | undefined {
  const row = lifecycle[stage]
  return row.open ? row.holder : undefined
}

export const publicStatusOf = (stage: Stage): PublicStatus => lifecycle[stage].publicStatus

/** Where the main line leads from a stage; undefined where it has none. */
export function mainSuccessor(stage: Stage): Stage | undefined {
  const to = rulesOf(stage).find(([, rule]) => rule.main)?.[1].to
  return to === 'left' ? undefined : to
}

/** Every other stage that a case can be in after this one, at any distance, in the table's order. */
export function laterStages(stage: Stage): readonly Stage[] {
  const reached = new Set<Stage>()
  const visit = (from: Stage) => {
    // what is done after an end begins another run: this one has no part in it
    if (!lifecycle[from].open) return
    for (const to of rulesOf(from).flatMap(([, rule]) => targetsOf(from, rule))) {
      if (to === stage || reached.has(to)) continue
      reached.add(to)
      visit(to)
    }
  }
  visit(stage)
  return stages.filter((one) => reached.has(one))
}
