import type { EvidenceGiven } from '../../../shared/lifecycle/evidence.ts'
import type { CaseFacts } from '../../../shared/lifecycle/guards.ts'
import type { Action, Stage, Who } from '../../../shared/lifecycle/lifecycle.ts'
import type { Post } from '../../../shared/lifecycle/posts.ts'

/** An edge as the trade has it. */
export interface Edge {
  readonly from: Stage
  readonly action: Action
  readonly by: readonly Who[]
  /** All that has to be given. */
  readonly evidence: EvidenceGiven
  /** Fields that may be given besides. */
  readonly may?: readonly (keyof EvidenceGiven)[]
  readonly to: Stage | 'left'
  /** What the case must be like, beside its stage. */
  readonly facts?: Omit<CaseFacts, 'stage'>
}

export const NOW = '2026-11-24T01:00:00Z'
const LATER = '2026-11-24T09:00:00Z'
const PHOTO = '0'.repeat(26)
const OTHER = '1'.repeat(26)

const ours = { unit: 'lighting' } as const
const handled = { ...ours, condition: '10137-1', handling: { due: LATER, extensions: 0 } }
const asked = (kind: NonNullable<CaseFacts['request']>['kind'], step: Post) => ({
  ...handled,
  request: { kind, steps: [step] },
})

const edge = (
  from: Stage,
  action: Action,
  by: readonly Who[],
  evidence: EvidenceGiven,
  to: Edge['to'],
  rest: Pick<Edge, 'may' | 'facts'> = {},
): Edge => ({ from, action, by, evidence, to, ...rest })

const openStages: readonly Stage[] = [
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
]

/** Of any open case: it is passed on, marked, watched over. */
const watched = openStages.flatMap((stage) => [
  edge(stage, 'transfer', ['dispatcher'], { to: '500236', reason: '属邻县' }, 'transferred'),
  edge(stage, 'mark-grave', ['leader'], { reason: '井盖缺失危及行人' }, stage),
])

/** 挂账: it wakes at its end by itself, so it is never late, and only people press for it. */
const asleep = [
  edge('suspended', 'remind', ['shift-leader', 'dispatcher', 'reporter'], {}, 'suspended', {
    may: ['words'],
  }),
  edge('suspended', 'supervise', ['leader', 'shift-leader'], { reason: '久拖不决' }, 'suspended'),
  edge('suspended', 'supervise-by-leader', ['leader'], { reason: '久拖不决' }, 'suspended'),
]
const pressed = openStages
  .filter((stage) => stage !== 'suspended')
  .flatMap((stage) => [
    edge(stage, 'remind', ['shift-leader', 'dispatcher', 'system', 'reporter'], {}, stage, {
      may: ['words'],
    }),
    edge(stage, 'supervise', ['leader', 'shift-leader', 'system'], { reason: '久拖不决' }, stage),
    edge(stage, 'supervise-by-leader', ['leader', 'system'], { reason: '久拖不决' }, stage),
    edge(stage, 'propose-notice', ['system'], {}, stage),
    edge(stage, 'mark-overdue', ['system'], {}, stage),
  ])

const mergeable: readonly Stage[] = ['reported', 'verifying', 'accepted', 'filed', 'dispatched']
const merged = mergeable.map((stage) =>
  edge(stage, 'merge', ['acceptor', 'dispatcher'], { case: OTHER }, 'merged', { may: ['reason'] }),
)

const reason = { reason: '依据如此' }
const unitPosts = ['handler', 'unit-head'] as const

/** The edges as the trade has them, written down by hand from its table: ours must agree, neither more nor less. */
export const edges: readonly Edge[] = [
  edge('reported', 'accept', ['acceptor', 'system'], {}, 'accepted'),
  edge('reported', 'reject', ['acceptor'], reason, 'rejected'),
  edge('reported', 'send-to-verify', ['acceptor'], {}, 'verifying', { may: ['words'] }),
  edge('reported', 'self-handle', ['collector'], { photosBefore: [PHOTO], photos: [PHOTO] }, 'auditing', {
    may: ['words'],
  }),
  edge('verifying', 'found', ['collector'], { photos: [PHOTO] }, 'accepted', { may: ['words'] }),
  edge('verifying', 'not-found', ['collector'], { photos: [PHOTO], ...reason }, 'rejected'),
  edge('accepted', 'file', ['shift-leader', 'system'], { filingCondition: '10137-1' }, 'filed'),
  edge('accepted', 'refuse', ['shift-leader'], reason, 'refused'),
  edge('accepted', 'ask-void', ['acceptor'], reason, 'accepted'),
  edge('accepted', 'approve-void', ['shift-leader'], {}, 'void', {
    may: ['words'],
    facts: asked('void', 'shift-leader'),
  }),
  edge('accepted', 'decline', ['shift-leader'], reason, 'accepted', { facts: asked('void', 'shift-leader') }),
  edge('filed', 'dispatch', ['dispatcher', 'system'], { unit: 'lighting' }, 'dispatched', {
    may: ['assisting', 'reason'],
  }),
  edge('filed', 'ask-void', ['dispatcher'], reason, 'filed'),
  edge('filed', 'approve-void', ['shift-leader'], {}, 'void', {
    may: ['words'],
    facts: asked('void', 'shift-leader'),
  }),
  edge('filed', 'decline', ['shift-leader'], reason, 'filed', { facts: asked('void', 'shift-leader') }),
  edge('dispatched', 'sign', unitPosts, {}, 'handling', { facts: ours }),
  edge('dispatched', 'sign-on-behalf', ['dispatcher'], { proof: '09:10 电话，王主任' }, 'handling', {
    facts: ours,
  }),
  edge('dispatched', 'return', unitPosts, reason, 'filed', { facts: ours }),
  edge('arbitration', 'rule', ['shift-leader'], { unit: 'lighting', ...reason }, 'dispatched', {
    may: ['assisting'],
  }),
  edge('handling', 'report-back', unitPosts, { photos: [PHOTO] }, 'inspecting', {
    may: ['words'],
    facts: handled,
  }),
  edge(
    'handling',
    'report-on-behalf',
    ['dispatcher'],
    { photos: [PHOTO], proof: '09:10 电话，王主任' },
    'inspecting',
    { may: ['words'], facts: handled },
  ),
  edge('handling', 'finish-part', unitPosts, {}, 'handling', {
    may: ['photos', 'words'],
    facts: { ...handled, unit: 'roads', parts: [{ unit: 'lighting' }] },
  }),
  edge('handling', 'assign', ['unit-head'], { person: 'p2' }, 'handling', { facts: handled }),
  edge('handling', 'ask-extension', ['handler'], reason, 'handling', { facts: handled }),
  edge('handling', 'ask-suspension', ['handler'], { ...reason, until: '2026-12-24T00:00:00Z' }, 'handling', {
    facts: handled,
  }),
  ...(['unit-head', 'dispatcher'] as const).flatMap((step) => [
    edge('handling', 'approve-extension', [step], {}, 'handling', {
      may: ['words'],
      facts: asked('extension', step),
    }),
    edge('handling', 'approve-suspension', [step], {}, 'suspended', {
      may: ['words'],
      facts: asked('suspension', step),
    }),
    edge('handling', 'decline', [step], reason, 'handling', { facts: asked('extension', step) }),
  ]),
  edge('suspended', 'wake', ['dispatcher', 'system'], {}, 'handling', { may: ['reason'], facts: handled }),
  edge('inspecting', 'pass', ['inspector', 'collector'], { way: 'on-site' }, 'closing', {
    may: ['photos', 'words'],
    facts: handled,
  }),
  edge('inspecting', 'fail', ['inspector', 'collector'], { way: 'photo', ...reason }, 'handling', {
    may: ['photos'],
    facts: handled,
  }),
  edge('auditing', 'audit-valid', ['shift-leader'], {}, 'closed', { may: ['words'] }),
  edge('auditing', 'audit-invalid', ['shift-leader'], reason, 'void'),
  edge('closing', 'close', ['shift-leader'], { closingCondition: '10137-1' }, 'closed', {
    may: ['words'],
    facts: handled,
  }),
  edge('closing', 'object', ['reporter', 'acceptor'], reason, 'handling', { facts: handled }),
  edge('closed', 'object', ['reporter', 'acceptor'], reason, 'handling', {
    facts: { ...handled, closedAt: NOW },
  }),
  edge('closed', 'appeal', unitPosts, reason, 'closed', { facts: { ...ours, late: true } }),
  ...(['dispatcher', 'acceptor'] as const).flatMap((step) => [
    edge('closed', 'approve-appeal', [step], {}, 'closed', {
      may: ['words'],
      facts: { late: true, ...asked('appeal', step) },
    }),
    edge('closed', 'decline', [step], reason, 'closed', { facts: { late: true, ...asked('appeal', step) } }),
  ]),
  edge('merged', 'unmerge', ['acceptor', 'dispatcher'], reason, 'left'),
  ...merged,
  ...watched,
  ...pressed,
  ...asleep,
]
