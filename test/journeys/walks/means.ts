import { by, CONDITION, LEAD_UNIT, OTHER_UNIT } from '../../support/case-acts.ts'
import type { CaseAct } from '../../support/case-client.ts'

/** What a walk knows of where it is. */
export interface Place {
  /** Another open case of the county. */
  readonly other: string
  /** An hour from now, as evidence has it. */
  readonly soon: string
}

type Means = (place: Place) => CaseAct

const acceptor = by('w-acceptor', undefined, 'acceptor')
const leader = by('w-shift-leader', undefined, 'shift-leader')
const dispatcher = by('w-dispatcher', undefined, 'dispatcher')
const collector = by('w-collector', undefined, 'collector')
const inspector = by('w-inspector', undefined, 'inspector')
const chief = by('w-leader', undefined, 'leader')
const handler = by('w-handler', LEAD_UNIT, 'handler')
const head = by('w-unit-head', LEAD_UNIT, 'unit-head')
const assistant = by('w-assistant', OTHER_UNIT, 'handler')

/** Everybody at once: whoever is refused so is refused for the stage, and not for the post. */
export const everyPost = by(
  'w-everybody',
  LEAD_UNIT,
  'collector',
  'acceptor',
  'shift-leader',
  'dispatcher',
  'handler',
  'unit-head',
  'inspector',
  'leader',
)

const photos = { photos: ['0'.repeat(26)] }
const reason = { reason: '情况属实，按规定办理' }
const proof = { proof: '09:10 电话，王主任' }

const plain =
  (action: string, claims: CaseAct['claims'], evidence: CaseAct['evidence'] = {}): Means =>
  () => ({ action, claims, evidence })

/**
 * Who takes each action and what they give. An action of the lifecycle's table that is not here has no walk, and is named.
 */
const means: Readonly<Record<string, Means>> = {
  accept: plain('accept', acceptor),
  reject: plain('reject', acceptor, reason),
  'send-to-verify': plain('send-to-verify', acceptor),
  'self-handle': plain('self-handle', collector, { photosBefore: ['1'.repeat(26)], ...photos }),
  found: plain('found', collector, photos),
  'not-found': plain('not-found', collector, { ...photos, ...reason }),
  merge: ({ other }) => ({ action: 'merge', claims: dispatcher, evidence: { case: other } }),
  unmerge: plain('unmerge', acceptor, reason),
  'audit-valid': plain('audit-valid', leader),
  'audit-invalid': plain('audit-invalid', leader, reason),
  file: plain('file', leader, { filingCondition: CONDITION }),
  refuse: plain('refuse', leader, reason),
  'ask-void': plain('ask-void', { ...acceptor, posts: ['acceptor', 'dispatcher'] }, reason),
  'approve-void': plain('approve-void', leader),
  dispatch: plain('dispatch', dispatcher, { unit: LEAD_UNIT, assisting: [OTHER_UNIT] }),
  sign: plain('sign', handler),
  'sign-on-behalf': plain('sign-on-behalf', dispatcher, proof),
  return: plain('return', head, reason),
  rule: plain('rule', leader, { unit: LEAD_UNIT, ...reason }),
  'finish-part': plain('finish-part', assistant),
  'report-back': plain('report-back', handler, photos),
  'report-on-behalf': plain('report-on-behalf', dispatcher, { ...photos, ...proof }),
  'ask-extension': plain('ask-extension', handler, reason),
  'approve-extension': plain('approve-extension', head),
  'ask-suspension': ({ soon }) => ({
    action: 'ask-suspension',
    claims: handler,
    evidence: { until: soon, ...reason },
  }),
  'approve-suspension': plain('approve-suspension', head),
  wake: plain('wake', dispatcher),
  pass: plain('pass', inspector, { way: 'on-site' }),
  fail: plain('fail', inspector, { way: 'photo', ...reason }),
  close: plain('close', leader, { closingCondition: CONDITION }),
  object: plain('object', acceptor, reason),
  appeal: plain('appeal', head, reason),
  'approve-appeal': plain('approve-appeal', dispatcher),
  transfer: plain('transfer', dispatcher, { to: '市公安局', ...reason }),
  'mark-grave': plain('mark-grave', chief, reason),
  remind: plain('remind', dispatcher),
  supervise: plain('supervise', chief, reason),
  'supervise-by-leader': plain('supervise-by-leader', chief, reason),
}

/** The same action by another. */
const variants: Readonly<Record<string, Means>> = {
  'dispatch alone': plain('dispatch', dispatcher, { unit: LEAD_UNIT }),
  'approve-extension as dispatcher': plain('approve-extension', dispatcher),
  'approve-suspension as dispatcher': plain('approve-suspension', dispatcher),
  'approve-appeal as acceptor': plain('approve-appeal', acceptor),
  'decline as shift-leader': plain('decline', leader, reason),
  'decline as unit-head': plain('decline', head, reason),
  'decline as dispatcher': plain('decline', dispatcher, reason),
}

export const meansOf = (name: string): Means | undefined =>
  Object.hasOwn(means, name) ? means[name] : Object.hasOwn(variants, name) ? variants[name] : undefined

const toHandling = ['accept', 'file', 'dispatch alone', 'sign']
const toInspecting = [...toHandling, 'report-back']

/** How a new case gets to each stage. A stage of the table that is not here is named. */
export const ways: Readonly<Record<string, readonly string[]>> = {
  reported: [],
  verifying: ['send-to-verify'],
  accepted: ['accept'],
  filed: ['accept', 'file'],
  dispatched: ['accept', 'file', 'dispatch alone'],
  arbitration: ['accept', 'file', 'dispatch alone', 'return', 'dispatch alone', 'return'],
  handling: toHandling,
  suspended: [...toHandling, 'ask-suspension', 'approve-suspension', 'approve-suspension as dispatcher'],
  inspecting: toInspecting,
  auditing: ['self-handle'],
  closing: [...toInspecting, 'pass'],
  closed: [...toInspecting, 'pass', 'close'],
  rejected: ['reject'],
  refused: ['accept', 'refuse'],
  void: ['accept', 'ask-void', 'approve-void'],
  transferred: ['transfer'],
  merged: ['merge'],
}

/** What must have happened at the stage before the action can be taken there. */
export const preludes: Readonly<Record<string, readonly string[]>> = {
  'approve-void': ['ask-void'],
  'approve-extension': ['ask-extension'],
  'approve-suspension': ['ask-suspension'],
  'approve-appeal': ['appeal'],
  'accepted decline': ['ask-void'],
  'filed decline': ['ask-void'],
  'handling decline': ['ask-extension'],
  'closed decline': ['appeal'],
}

/** Instead of the stage's way. */
export const otherWays: Readonly<Record<string, readonly string[]>> = {
  'finish-part': ['accept', 'file', 'dispatch', 'sign'],
}

/** Who declines depends on whose turn it is. */
export const declining: Readonly<Record<string, string>> = {
  accepted: 'decline as shift-leader',
  filed: 'decline as shift-leader',
  handling: 'decline as unit-head',
  closed: 'decline as dispatcher',
}

/** Walked where the clocks are moved: they need a missed deadline, or only the system takes them. */
export const walkedWithTheClock: readonly string[] = [
  'appeal',
  'approve-appeal',
  'closed decline',
  'mark-overdue',
  'propose-notice',
]
/** People of a unit assign by name: walked in the organisation's own journeys, where there are people. */
export const needsPeople: readonly string[] = ['assign']
