import { dueOf } from '../deadlines/due.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Limit } from '../kernel/limit.ts'
import type { Decision } from '../lifecycle/decide.ts'
import { ladder, ladderActions } from '../lifecycle/escalation.ts'
import { type Action, lifecycle } from '../lifecycle/lifecycle.ts'
import type { RequestKind } from '../lifecycle/requests.ts'
import type { Act } from './act.ts'
import { climbed } from './awaited.ts'
import { dueAfterPause, endedRound, handlingAfter } from './clocks.ts'
import type { CaseRecord, HandlingClock, Part } from './record.ts'
import { isUrgentLimit, type Terms, usualRequestLimit } from './terms.ts'

/** What an act changes of a case besides its stage. Undefined takes a field away. */
export type Changes = { readonly [Field in keyof CaseRecord]?: CaseRecord[Field] | undefined }

interface Changing {
  readonly record: CaseRecord
  readonly act: Act
  readonly terms: Terms
}

/** What belongs to having been dispatched. */
const undispatched = { unit: undefined, ruled: undefined, assignee: undefined, parts: undefined } as const

const byAction: Readonly<Partial<Record<Action, (changing: Changing) => Changes>>> = {
  file: filed,
  dispatch: dispatched,
  rule: (changing) => ({ ...dispatched(changing), ruled: true }),
  return: ({ record }) => ({ ...undispatched, returns: (record.returns ?? 0) + 1, handling: undefined }),
  assign: ({ act }) => ({ assignee: act.evidence.person }),
  'finish-part': finishedPart,
  'report-back': (changing) => ({ ...reportedBack(changing), handlers: withHandler(changing) }),
  'report-on-behalf': reportedBack,
  'self-handle': (changing) => ({ handlers: withHandler(changing) }),
  wake: woken,
  fail: nextRound,
  object: (changing) => ({ ...nextRound(changing), ...nextEpisode(changing.record) }),
  merge: merged,
  transfer: ({ act }) => ({ transferredTo: act.evidence.to }),
  'mark-grave': markedGrave,
  'mark-overdue': markedOverdue,
  ...Object.fromEntries(ladderActions.map((action) => [action, escalated])),
}

const byGrant: Readonly<Record<RequestKind, (changing: Changing) => Changes>> = {
  extension: extended,
  suspension: suspended,
  void: () => ({}),
  appeal: () => ({ exempt: true }),
}

/** Everything that the act makes of the case, but for its stage and the clock of that. */
export function changesBy(changing: Changing, { asked, granted }: Decision): Changes {
  const { record, act, terms } = changing
  const own = byAction[act.action]?.(changing) ?? {}
  if (asked) return { ...own, request: requestAfter(record, act, terms, asked) }
  if (granted) return { ...own, ...byGrant[granted](changing), request: undefined }
  const declines = lifecycle[record.stage].actions[act.action]?.decides
  return declines ? { ...own, request: undefined } : own
}

function requestAfter(
  { request }: CaseRecord,
  { actor, at, evidence }: Act,
  { calendar, requestLimit = usualRequestLimit }: Terms,
  asked: NonNullable<Decision['asked']>,
): NonNullable<CaseRecord['request']> {
  const due = dueOf(calendar, requestLimit, at)
  if (request) return { ...request, steps: asked.steps, due }
  const by = actor.kind === 'person' ? actor.person : actor.kind
  return { ...asked, by, at, due, ...(evidence.until && { until: evidence.until }) }
}

/** The condition decides the kind, the limit of handling and whether desks keep time through the night. */
function filed({ act, terms }: Changing): Changes {
  const { condition } = act
  if (!condition) throw new Error('A case is filed under a condition that was looked up.')
  return {
    condition: act.evidence.filingCondition,
    kind: condition.kind,
    term: condition.limit,
    catalogue: terms.catalogue,
    ...(isUrgentLimit(condition.limit) && { urgent: true }),
  }
}

function dispatched({ record, act, terms }: Changing): Changes {
  const { unit, assisting = [] } = act.evidence
  const handling = begun(termOf(record), act.at, terms)
  const parts = assisting.map((one): Part => ({ unit: one, due: handling.due }))
  return {
    unit,
    handling,
    parts: parts.length > 0 ? parts : undefined,
    assignee: undefined,
    round: record.round ?? 1,
  }
}

const begun = (term: Limit, at: Instant, { calendar }: Terms): HandlingClock =>
  handlingAfter(calendar, term, undefined, { kind: 'started', at, limit: term })

function termOf({ term }: CaseRecord): Limit {
  if (!term) throw new Error('A case that was filed has the limit of its condition.')
  return term
}

function finishedPart({ record, act }: Changing): Changes {
  const own = act.actor.kind === 'person' ? act.actor.unit : undefined
  return {
    parts: record.parts?.map((part) => (part.unit === own && !part.done ? { ...part, done: act.at } : part)),
    handlers: withHandler({ record, act }),
  }
}

function withHandler({ record, act }: Pick<Changing, 'record' | 'act'>): CaseRecord['handlers'] {
  const before = record.handlers ?? []
  if (act.actor.kind !== 'person' || before.includes(act.actor.person)) return record.handlers
  return [...before, act.actor.person]
}

/** The unit has done its part: the clock of the round stops, and whether it was in time is a fact from then on. */
function reportedBack({ record, act, terms }: Changing): Changes {
  const late = endedRound(record, act.at, terms)?.overdue
  return { handling: undefined, ...(late && { late: true }) }
}

/** 返工: the same unit once more, under a clock of its own. */
function nextRound({ record, act, terms }: Changing): Changes {
  return {
    round: (record.round ?? 1) + 1,
    handling: begun(termOf(record), act.at, terms),
    parts: undefined,
  }
}

const nextEpisode = ({ episode, closedAt }: CaseRecord): Changes =>
  closedAt === undefined
    ? {}
    : {
        episode: episode + 1,
        closedAt: undefined,
        late: undefined,
        exempt: undefined,
        handlers: undefined,
        wasSuspended: undefined,
        request: undefined,
      }

function extended({ record, act, terms }: Changing): Changes {
  const term = termOf(record)
  const handling = handlingAfter(terms.calendar, term, record.handling, { kind: 'extended', at: act.at })
  const inTime = handling.due > act.at
  return {
    handling,
    due: handling.due,
    ...(inTime && { overdue: false, escalation: undefined }),
  }
}

function suspended({ record, act, terms }: Changing): Changes {
  const paused = { kind: 'paused', at: act.at } as const
  return {
    wasSuspended: true,
    handling: handlingAfter(terms.calendar, termOf(record), record.handling, paused),
  }
}

/** What was left goes on, for the lead unit and for those who assist. */
function woken({ record, act, terms }: Changing): Changes {
  const { calendar } = terms
  const term = termOf(record)
  const from = record.handling?.pauses.at(-1)?.from ?? act.at
  const parts = record.parts?.map((part) =>
    part.done ? part : { ...part, due: dueAfterPause(calendar, term, part.due, { from, at: act.at }) },
  )
  return {
    handling: handlingAfter(calendar, term, record.handling, { kind: 'resumed', at: act.at }),
    ...(parts && { parts }),
  }
}

function merged({ record, act, terms }: Changing): Changes {
  const { stage, limit, due, overdue, entered, handling, term } = record
  const { at, evidence } = act
  if (!evidence.case) throw new Error('A case is merged into one that is named.')
  const left = { ...(limit && { limit }), ...(due && { due }) }
  return {
    merged: { into: evidence.case, from: stage, at, overdue, entered, ...left },
    ...(handling &&
      term && { handling: handlingAfter(terms.calendar, term, handling, { kind: 'paused', at }) }),
  }
}

/** The ladder of a case that is found to be grave has one step more: it goes on where it had come to its end. */
function markedGrave({ record, act, terms }: Changing): Changes {
  const { escalation } = record
  if (!escalation || escalation.next) return { grave: true }
  return { grave: true, escalation: climbed({ ...record, grave: true }, escalation.step, act.at, terms) }
}

function markedOverdue({ record, act, terms }: Changing): Changes {
  const { due, handling } = record
  return {
    overdue: true,
    escalation: climbed(record, 0, act.at, terms),
    ...(handling && due === handling.due && { handling: { ...handling, marked: true } }),
  }
}

/** The ladder's own step raises it; whoever reminds or supervises besides leaves it where it is, and a 督办 of theirs stays told. */
function escalated({ record, act, terms }: Changing): Changes {
  if (act.actor.kind !== 'system') return isSupervision(act.action) ? { supervised: true } : {}
  if (!record.escalation) return {}
  const step = ladder.findIndex(({ action }) => action === act.action)
  return { escalation: climbed(record, step + 1, act.at, terms) }
}

const isSupervision = (action: Action) => action === 'supervise' || action === 'supervise-by-leader'
