import { defaultCalendar } from '../../shared/deadlines/default-calendar.ts'
import type { CaseAct } from '../support/case-client.ts'
import { deadlineOracle, type Happened, secondsOfLimit } from '../support/deadline-oracle.ts'
import { edgeOf } from '../support/world/edges.ts'

/** What the model knows of one case: the trade's rules in small, told a second time. */
export interface Modelled {
  readonly id: string
  stage: string
  version: number
  unit?: string
  ruled: boolean
  returns: number
  parts: Map<string, boolean>
  handlers: Set<string>
  request?: { kind: string; steps: string[] }
  handling?: Happened
  extensions: number
  wasSuspended: boolean
  closedAt?: number
  late: boolean
  exempt: boolean
  grave: boolean
  merged?: { from: string; into: string }
}

export const modelled = (id: string): Modelled => ({
  id,
  stage: 'reported',
  version: 1,
  ruled: false,
  returns: 0,
  parts: new Map(),
  handlers: new Set(),
  extensions: 0,
  wasSuspended: false,
  late: false,
  exempt: false,
  grave: false,
})

const midnight = Date.parse('2026-11-20T00:00:00+08:00') / 1000
const oracle = deadlineOracle(defaultCalendar, midnight, midnight + 200 * 86_400)
const oneDay = secondsOfLimit({ amount: 1, unit: 'work_day' })
/** When the round of handling is due: one working day, with all that was granted and all that was suspended. */
const handlingDue = ({ handling, extensions }: Modelled): number =>
  handling ? oracle.reckon(oneDay, { ...handling, extensions }).due : Number.POSITIVE_INFINITY

const stepsOf: Readonly<Record<string, readonly string[]>> = {
  extension: ['unit-head', 'dispatcher'],
  suspension: ['unit-head', 'dispatcher'],
  void: ['shift-leader'],
  appeal: ['dispatcher', 'acceptor'],
}
const kindOf = (action: string) => action.replace(/^(ask|approve)-/, '').replace(/^appeal$/, 'appeal')
const asks = (action: string) => action.startsWith('ask-') || action === 'appeal'
const approves = (action: string) => action.startsWith('approve-')

/** Every reason for which the act has to be refused; none: it has to be taken. */
export function reasonsAgainst(model: Modelled, act: CaseAct, now: number): string[] {
  const edge = edgeOf(model.stage, act.action)
  if (!edge) return ['action-not-possible']
  const posts = act.claims.posts as readonly string[]
  const decides = approves(act.action) || act.action === 'decline'
  const turn = decides ? model.request?.steps[0] : undefined
  const may = edge.by.filter((post) => posts.includes(post) && (turn === undefined || post === turn))
  if (may.length === 0) return [edge.by.every((who) => who === 'system') ? 'system-only' : 'post-not-held']
  if (approves(act.action) && model.request?.kind !== kindOf(act.action)) return ['nothing-asked']
  if (act.action === 'decline' && !model.request) return ['nothing-asked']
  return guards(model, act, now)
}

const ofUnit = ['sign', 'return', 'report-back', 'assign', 'ask-extension', 'ask-suspension', 'appeal']
const notWhoHandled = ['pass', 'fail', 'close', 'audit-valid', 'audit-invalid']

function guards(model: Modelled, { action, claims }: CaseAct, now: number): string[] {
  const unit = claims.unit as string | undefined
  const against: Readonly<Record<string, boolean>> = {
    'not-own-unit':
      (ofUnit.includes(action) && unit !== model.unit) ||
      (model.stage === 'handling' &&
        model.request?.steps[0] === 'unit-head' &&
        approves(action) &&
        unit !== model.unit) ||
      (action === 'decline' && model.request?.steps[0] === 'unit-head' && unit !== model.unit) ||
      (action === 'finish-part' && model.parts.get(unit ?? '') !== false),
    'parts-open': /^report-/.test(action) && [...model.parts.values()].includes(false),
    'handled-by-you': notWhoHandled.includes(action) && model.handlers.has(String(claims.person)),
    'ruling-binds': action === 'return' && model.ruled,
    'request-open': asks(action) && model.request !== undefined,
    'asked-too-late': action === 'ask-extension' && now >= handlingDue(model),
    'extensions-used': action === 'ask-extension' && model.extensions >= 2,
    'suspended-before': action === 'ask-suspension' && model.wasSuspended,
    'action-not-possible':
      (action === 'mark-grave' && model.grave) || (action === 'object' && model.unit === undefined),
    'objection-over':
      action === 'object' && model.closedAt !== undefined && now > model.closedAt + 72 * 3_600,
    'not-late': action === 'appeal' && !(model.late && !model.exempt),
  }
  return Object.keys(against).filter((reason) => against[reason])
}

/** What the act makes of the case. */
export function carryOut(model: Modelled, act: CaseAct, now: number): void {
  const { action, evidence, claims } = act
  model.version++
  const before = model.stage
  if (asks(action)) ask(model, action, claims.posts as readonly string[], now)
  else if (approves(action)) approve(model, now)
  else if (action === 'decline') delete model.request
  else if (action === 'unmerge') unmerge(model, now)
  else effects[action]?.(model, { evidence, person: String(claims.person), unit: claims.unit as string, now })
  if (!asks(action) && !approves(action) && action !== 'unmerge') {
    const to = edgeOf(before, action)!.to
    model.stage = action === 'return' && model.returns > 1 ? 'arbitration' : to[0]!
  }
  if (model.stage !== before) delete model.request
  if (model.stage === 'closed' && before !== 'closed') model.closedAt = now
  if (endsTheRound(model.stage)) delete model.handling
}

const endsTheRound = (stage: string) =>
  ['inspecting', 'closing', 'closed', 'void', 'transferred', 'filed', 'arbitration'].includes(stage)

interface Doing {
  readonly evidence: CaseAct['evidence']
  readonly person: string
  readonly unit?: string
  readonly now: number
}

const begun = (now: number): Happened => ({ started: now, pauses: [], extensions: 0, finished: now })

function dispatched(model: Modelled, { evidence, now }: Doing) {
  model.unit = String(evidence.unit)
  model.parts = new Map(((evidence.assisting ?? []) as string[]).map((unit) => [unit, false]))
  model.handling = begun(now)
  model.extensions = 0
}

function rework(model: Modelled, { now }: Doing) {
  model.handling = begun(now)
  model.extensions = 0
  model.parts = new Map()
  if (model.closedAt === undefined) return
  delete model.closedAt
  model.late = false
  model.exempt = false
  model.wasSuspended = false
  model.handlers = new Set()
}

function reportedBack(model: Modelled, { now }: Doing) {
  if (handlingDue(model) <= now) model.late = true
}

const effects: Readonly<Record<string, (model: Modelled, doing: Doing) => void>> = {
  dispatch: dispatched,
  rule(model, doing) {
    dispatched(model, doing)
    model.ruled = true
  },
  return(model) {
    model.returns++
    delete model.unit
    model.ruled = false
    model.parts = new Map()
  },
  'finish-part'(model, { unit, person }) {
    model.parts.set(unit ?? '', true)
    model.handlers.add(person)
  },
  'report-back'(model, doing) {
    reportedBack(model, doing)
    model.handlers.add(doing.person)
  },
  'report-on-behalf': reportedBack,
  'self-handle': (model, { person }) => void model.handlers.add(person),
  wake: (model, { now }) => resume(model, now),
  fail: rework,
  object: rework,
  'mark-grave'(model) {
    model.grave = true
  },
  merge(model, { evidence, now }) {
    model.merged = { from: model.stage, into: String(evidence.case) }
    pause(model, now)
  },
}

function ask(model: Modelled, action: string, posts: readonly string[], now: number) {
  const kind = kindOf(action)
  const steps = stepsOf[kind]!.filter((step) => !posts.includes(step))
  model.request = { kind, steps: [...steps] }
  if (steps.length === 0) grant(model, now)
}

function approve(model: Modelled, now: number) {
  model.request?.steps.shift()
  if (model.request?.steps.length === 0) grant(model, now)
}

function grant(model: Modelled, now: number) {
  const kind = model.request?.kind
  delete model.request
  if (kind === 'extension') model.extensions++
  if (kind === 'void') model.stage = 'void'
  if (kind === 'appeal') model.exempt = true
  if (kind !== 'suspension') return
  model.stage = 'suspended'
  model.wasSuspended = true
  pause(model, now)
}

function unmerge(model: Modelled, now: number) {
  model.stage = model.merged!.from
  delete model.merged
  resume(model, now)
}

function pause(model: Modelled, now: number) {
  if (model.handling)
    model.handling = { ...model.handling, pauses: [...model.handling.pauses, { from: now, until: now }] }
}

function resume(model: Modelled, now: number) {
  const last = model.handling?.pauses.at(-1)
  if (model.handling && last)
    model.handling = {
      ...model.handling,
      pauses: [...model.handling.pauses.slice(0, -1), { from: last.from, until: now }],
    }
}
