import { by, CONDITION, LEAD_UNIT, OTHER_UNIT } from '../../support/case-acts.ts'
import type { CaseAct } from '../../support/case-client.ts'

/** What a walk knows of where it is. */
export interface Place {
  /** Another open case of the county. */
  readonly other: string
  /** An hour from now, as evidence has it. */
  readonly soon: string
}

type Claims = CaseAct['claims']
type Evidence = CaseAct['evidence']

/** One person in each post; those of units work in the lead's. */
const holders: Readonly<Record<string, Claims>> = {
  acceptor: by('w-acceptor', undefined, 'acceptor'),
  'shift-leader': by('w-shift-leader', undefined, 'shift-leader'),
  dispatcher: by('w-dispatcher', undefined, 'dispatcher'),
  collector: by('w-collector', undefined, 'collector'),
  inspector: by('w-inspector', undefined, 'inspector'),
  leader: by('w-leader', undefined, 'leader'),
  handler: by('w-handler', LEAD_UNIT, 'handler'),
  'unit-head': by('w-unit-head', LEAD_UNIT, 'unit-head'),
}

const assistants: Readonly<Record<string, Claims>> = {
  handler: by('w-assistant', OTHER_UNIT, 'handler'),
  'unit-head': by('w-assistants-head', OTHER_UNIT, 'unit-head'),
}

/** Of the lead unit, to whom its head assigns cases. */
export const WORKER = 'w-worker'

/** Everybody at once: whoever is refused so is refused for the stage, and not for the post. */
export const everyPost = by('w-everybody', LEAD_UNIT, ...Object.keys(holders))

const photos = { photos: ['0'.repeat(26)] }
const reason = { reason: '情况属实，按规定办理' }
const proof = { proof: '09:10 电话，王主任' }

interface Usual {
  /** Who takes it where nobody else is named. */
  readonly post: string
  readonly evidence: (place: Place) => Evidence
}
const usual = (post: string, evidence: Evidence = {}): Usual => ({ post, evidence: () => evidence })

/**
 * Who takes each action and what they give. An action of the lifecycle's table that is not here has no walk, and is named.
 */
const means: Readonly<Record<string, Usual>> = {
  accept: usual('acceptor'),
  reject: usual('acceptor', reason),
  'send-to-verify': usual('acceptor'),
  'self-handle': usual('collector', { photosBefore: ['1'.repeat(26)], ...photos }),
  found: usual('collector', photos),
  'not-found': usual('collector', { ...photos, ...reason }),
  merge: { post: 'dispatcher', evidence: ({ other }) => ({ case: other }) },
  unmerge: usual('acceptor', reason),
  'audit-valid': usual('shift-leader'),
  'audit-invalid': usual('shift-leader', reason),
  file: usual('shift-leader', { filingCondition: CONDITION }),
  refuse: usual('shift-leader', reason),
  'ask-void': usual('acceptor', reason),
  'approve-void': usual('shift-leader'),
  dispatch: usual('dispatcher', { unit: LEAD_UNIT }),
  sign: usual('handler'),
  'sign-on-behalf': usual('dispatcher', proof),
  return: usual('unit-head', reason),
  rule: usual('shift-leader', { unit: LEAD_UNIT, ...reason }),
  'finish-part': usual('handler'),
  'report-back': usual('handler', photos),
  'report-on-behalf': usual('dispatcher', { ...photos, ...proof }),
  assign: usual('unit-head', { person: WORKER }),
  'ask-extension': usual('handler', reason),
  'approve-extension': usual('unit-head'),
  'ask-suspension': { post: 'handler', evidence: ({ soon }) => ({ until: soon, ...reason }) },
  'approve-suspension': usual('unit-head'),
  decline: usual('shift-leader', reason),
  wake: usual('dispatcher'),
  pass: usual('inspector', { way: 'on-site' }),
  fail: usual('inspector', { way: 'photo', ...reason }),
  close: usual('shift-leader', { closingCondition: CONDITION }),
  object: usual('acceptor', reason),
  appeal: usual('unit-head', reason),
  'approve-appeal': usual('dispatcher'),
  transfer: usual('dispatcher', { to: '市公安局', ...reason }),
  'mark-grave': usual('leader', reason),
  remind: usual('dispatcher'),
  supervise: usual('leader', reason),
  'supervise-by-leader': usual('leader', reason),
}

/** What is given otherwise than usual, by what stands behind the action's name. */
const besides: Readonly<Record<string, Evidence>> = { assisted: { assisting: [OTHER_UNIT] } }

/** People in several posts, by what they are. */
const merged: Readonly<Record<string, Claims>> = {
  // whoever asks is whoever would approve
  'all of the desk': by('w-small-county', undefined, 'acceptor', 'dispatcher', 'shift-leader'),
  'all of the unit': by('w-one-for-all', LEAD_UNIT, 'handler', 'unit-head', 'dispatcher'),
  'who handled': by('w-handler', LEAD_UNIT, 'inspector'),
}

/** By a name such as `accept`, `accept as acceptor`, `dispatch assisted`; undefined where nobody knows how. */
export function meansOf(name: string): ((place: Place) => CaseAct) | undefined {
  const [, action = '', manner, who] = /^([a-z-]+)(?: (assisted))?(?: as (.+))?$/.exec(name) ?? []
  const found = Object.hasOwn(means, action) ? means[action] : undefined
  const post = who ?? found?.post ?? ''
  const claims = (action === 'finish-part' ? assistants : { ...holders, ...merged })[post]
  if (!found || !claims) return undefined
  return (place) => ({
    action,
    claims,
    evidence: { ...found.evidence(place), ...(manner && besides[manner]) },
  })
}

const toHandling = ['accept', 'file', 'dispatch', 'sign']
const toInspecting = [...toHandling, 'report-back']

/** How a new case gets to each stage. A stage of the table that is not here is named. */
export const ways: Readonly<Record<string, readonly string[]>> = {
  reported: [],
  verifying: ['send-to-verify'],
  accepted: ['accept'],
  filed: ['accept', 'file'],
  dispatched: ['accept', 'file', 'dispatch'],
  arbitration: ['accept', 'file', 'dispatch', 'return', 'dispatch', 'return'],
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

/** What must have happened at the stage before the action can be taken there by the post, or by whoever takes it. */
export const preludes: Readonly<Record<string, readonly string[]>> = {
  'approve-void': ['ask-void'],
  'approve-void at filed': ['ask-void as dispatcher'],
  'approve-extension': ['ask-extension'],
  'approve-extension as dispatcher': ['ask-extension', 'approve-extension'],
  'approve-suspension': ['ask-suspension'],
  'approve-suspension as dispatcher': ['ask-suspension', 'approve-suspension'],
  'approve-appeal': ['appeal'],
  'approve-appeal as acceptor': ['appeal', 'approve-appeal'],
  'decline at accepted': ['ask-void'],
  'decline at filed': ['ask-void as dispatcher'],
  'decline at handling': ['ask-extension'],
  'decline at handling as dispatcher': ['ask-extension', 'approve-extension'],
  'decline at closed': ['appeal'],
  'decline at closed as acceptor': ['appeal', 'approve-appeal'],
}

/** Instead of the stage's way. */
export const otherWays: Readonly<Record<string, readonly string[]>> = {
  'finish-part': ['accept', 'file', 'dispatch assisted', 'sign'],
}
