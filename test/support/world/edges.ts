/**
 * The ways of a case, written by hand from the trade's rules and read by eye: nothing here is taken from the lifecycle's
 * table, so that a wrong edge there is noticed here.
 */
interface Edge {
  readonly to: readonly string[]
  readonly by: readonly string[]
}

const edge = (to: string, ...by: string[]): Edge => ({ to: to.split(' '), by })

const unit = ['handler', 'unit-head'] as const
const voiding = (stage: string, asker: string) => ({
  'ask-void': edge(`${stage} void`, asker),
  'approve-void': edge('void', 'shift-leader'),
  decline: edge(stage, 'shift-leader'),
})
const merge = edge('merged', 'acceptor', 'dispatcher')
const object = edge('handling', 'reporter', 'acceptor')

const own: Readonly<Record<string, Readonly<Record<string, Edge>>>> = {
  reported: {
    accept: edge('accepted', 'acceptor', 'system'),
    reject: edge('rejected', 'acceptor'),
    'send-to-verify': edge('verifying', 'acceptor'),
    'self-handle': edge('auditing', 'collector'),
    merge,
  },
  verifying: { found: edge('accepted', 'collector'), 'not-found': edge('rejected', 'collector'), merge },
  accepted: {
    file: edge('filed', 'shift-leader', 'system'),
    refuse: edge('refused', 'shift-leader'),
    ...voiding('accepted', 'acceptor'),
    merge,
  },
  filed: {
    dispatch: edge('dispatched', 'dispatcher', 'system'),
    ...voiding('filed', 'dispatcher'),
    merge,
  },
  dispatched: {
    sign: edge('handling', ...unit),
    'sign-on-behalf': edge('handling', 'dispatcher'),
    return: edge('filed arbitration', ...unit),
    merge,
  },
  arbitration: { rule: edge('dispatched', 'shift-leader') },
  handling: {
    'report-back': edge('inspecting', ...unit),
    'report-on-behalf': edge('inspecting', 'dispatcher'),
    'finish-part': edge('handling', ...unit),
    assign: edge('handling', 'unit-head'),
    'ask-extension': edge('handling', ...unit),
    'approve-extension': edge('handling', 'unit-head', 'dispatcher'),
    'ask-suspension': edge('handling suspended', ...unit),
    'approve-suspension': edge('handling suspended', 'unit-head', 'dispatcher'),
    decline: edge('handling', 'unit-head', 'dispatcher'),
  },
  suspended: { wake: edge('handling', 'dispatcher', 'system') },
  inspecting: {
    pass: edge('closing', 'inspector', 'collector'),
    fail: edge('handling', 'inspector', 'collector'),
  },
  auditing: { 'audit-valid': edge('closed', 'shift-leader'), 'audit-invalid': edge('void', 'shift-leader') },
  closing: { close: edge('closed', 'shift-leader'), object },
  closed: {
    object,
    appeal: edge('closed', ...unit),
    'approve-appeal': edge('closed', 'dispatcher', 'acceptor'),
    decline: edge('closed', 'dispatcher', 'acceptor'),
  },
  merged: { unmerge: edge('reported verifying accepted filed dispatched', 'acceptor', 'dispatcher') },
}

/** 结案 and the other ends: nobody has to act, no clock runs. */
export const ends: readonly string[] = ['closed', 'rejected', 'refused', 'void', 'transferred', 'merged']

const toAnybody = edge('transferred', 'dispatcher')

/** 挂账: it wakes at its end by itself, is never late, and the system presses nobody for it. */
const asleep = {
  transfer: toAnybody,
  'mark-grave': edge('suspended', 'leader'),
  remind: edge('suspended', 'shift-leader', 'dispatcher', 'reporter'),
  supervise: edge('suspended', 'leader', 'shift-leader'),
  'supervise-by-leader': edge('suspended', 'leader'),
}

/** What is done about any open case; it stays where it is, unless it goes to another county. */
const anywhere = (stage: string): Readonly<Record<string, Edge>> => ({
  transfer: toAnybody,
  'mark-grave': edge(stage, 'leader'),
  remind: edge(stage, 'shift-leader', 'dispatcher', 'system', 'reporter'),
  supervise: edge(stage, 'leader', 'shift-leader', 'system'),
  'supervise-by-leader': edge(stage, 'leader', 'system'),
  'propose-notice': edge(stage, 'system'),
  'mark-overdue': edge(stage, 'system'),
})

/** The edge of an action at a stage; undefined where the trade has none. */
export function edgeOf(stage: string, action: string): Edge | undefined {
  const edges = own[stage] ?? {}
  // what another case's merging says of the one in the lead, wherever that is
  if (action === 'take-in' || action === 'let-go') return edge(stage, 'system')
  if (Object.hasOwn(edges, action)) return edges[action]
  if (ends.includes(stage)) return undefined
  const everywhere: Readonly<Record<string, Edge>> = stage === 'suspended' ? asleep : anywhere(stage)
  return Object.hasOwn(everywhere, action) ? everywhere[action] : undefined
}
