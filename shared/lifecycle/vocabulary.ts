import type { Wording } from '../kernel/language.ts'
import type { Limit } from '../kernel/limit.ts'
import type { Evidence } from './evidence.ts'
import type { Check, Guard } from './guards.ts'
import type { Post } from './posts.ts'
import type { RequestKind } from './requests.ts'

/** Where a case (案卷) can be, in the order of the main line; the ends last. */
export const stages = [
  'reported',
  'verifying',
  'accepted',
  'filed',
  'dispatched',
  'arbitration',
  'handling',
  'suspended',
  'inspecting',
  'auditing',
  'closing',
  'closed',
  'rejected',
  'refused',
  'void',
  'transferred',
  'merged',
] as const
export type Stage = (typeof stages)[number]

/** What moves a case, or marks it, once it is reported. */
export const actions = [
  'accept',
  'reject',
  'send-to-verify',
  'found',
  'not-found',
  'merge',
  'unmerge',
  'self-handle',
  'audit-valid',
  'audit-invalid',
  'file',
  'refuse',
  'ask-void',
  'approve-void',
  'dispatch',
  'sign',
  'sign-on-behalf',
  'return',
  'rule',
  'assign',
  'finish-part',
  'report-back',
  'report-on-behalf',
  'ask-extension',
  'approve-extension',
  'ask-suspension',
  'approve-suspension',
  'wake',
  'pass',
  'fail',
  'close',
  'object',
  'appeal',
  'approve-appeal',
  'decline',
  'transfer',
  'mark-grave',
  'remind',
  'supervise',
  'supervise-by-leader',
  'propose-notice',
  'mark-overdue',
] as const
export type Action = (typeof actions)[number]

/** What a citizen is told. */
export const publicStatuses = [
  'received',
  'accepted',
  'in-hand',
  'done',
  'not-accepted',
  'not-filed',
  'void',
  'passed-on',
  'joined',
] as const
export type PublicStatus = (typeof publicStatuses)[number]

/** Who may act: a post of the county, the system by itself, whoever reported the case. */
export type Who = Post | 'system' | 'reporter'

/** 建成区、城镇、乡村: where a case lies decides how long somebody takes to get there. */
export const areaClasses = ['built-up', 'town', 'village'] as const
export type AreaClass = (typeof areaClasses)[number]
export type ByArea = Readonly<Record<AreaClass, Limit>>

export interface ActionRule {
  /** `left`: the stage that a merged case left. The stage itself: its clock goes on, nothing is entered. */
  readonly to: Stage | 'left'
  /** Where it leads when a unit has returned this case before. */
  readonly again?: Stage
  readonly by: readonly Who[]
  /** What has to be given. The system gives what it has. */
  readonly evidence: readonly Evidence[]
  /** What may be given besides; nothing else may be. */
  readonly may?: readonly Evidence[]
  /** What else must hold, in this order. */
  readonly guards?: readonly Guard[]
  /** What must hold of the evidence. */
  readonly checks?: readonly Check[]
  /** Opens a request (申请) beside the stage; granted at once where its applicant holds all who decide it. */
  readonly asks?: RequestKind
  /** One more approval of the open request of this kind; the last grants it. */
  readonly approves?: RequestKind
  /** Decides the open request, whatever it is, without granting it. */
  readonly decides?: true
  /** The main line of the process: one per stage at most, and that stage's success in the state machine. */
  readonly main?: true
}

export interface OpenStage {
  readonly open: true
  readonly name: Wording
  /** The work list's name: what the case waits for. */
  readonly waiting: Wording
  readonly publicStatus: PublicStatus
  /** Whose work list the case stands in: a post's, or that of the unit it was dispatched to. */
  readonly holder: Post | 'unit'
  /** `round`: the clock of handling, which began with the dispatch. `asked`: until the end that was asked for. */
  readonly limit: Limit | ByArea | 'round' | 'asked'
  /** The step that the run enters the stage by, where that does more than wait. */
  readonly enteredBy?: 'dispatch'
  /** What the timer proposes when the stage is due; otherwise it marks it overdue. */
  readonly whenDue?: Action
  readonly actions: Readonly<Partial<Record<Action, ActionRule>>>
}

/** An end: no clock runs, and nobody has to act. What may still be done begins another run. */
export interface EndStage {
  readonly open: false
  readonly name: Wording
  readonly publicStatus: PublicStatus
  readonly actions: Readonly<Partial<Record<Action, ActionRule>>>
}
