import { dueOf, guessedYears } from '../deadlines/due.ts'
import { type LampClock, lampOf, lampWords } from '../deadlines/lamp.ts'
import { pausedSince } from '../deadlines/stage-clock.ts'
import { instantOf } from '../kernel/instant.ts'
import type { Language } from '../kernel/language.ts'
import { type Limit, limitSeconds } from '../kernel/limit.ts'
import { type Actor, actionsFor } from '../lifecycle/decide.ts'
import type { Grants } from '../lifecycle/grants.ts'
import { holderOf, publicStatusOf, ruleOf } from '../lifecycle/lifecycle.ts'
import type { CaseLine, CaseView, HistoryEntry, Receipt } from './case.ts'
import type { CaseRecord, CaseWords, HandlingClock, HistoryRow } from './record.ts'
import { stageCalendar, type Terms } from './terms.ts'

/** What a view depends on besides the case: the county's hours, the moment, the reader's language. */
export interface Reading {
  readonly terms: Pick<Terms, 'calendar' | 'duty'>
  readonly nowMs: number
  readonly language: Language
}

/** The case as one act left it: a function of that act's row alone, so that a repeat is answered the same. */
export function receiptOf({ id, number }: Pick<CaseRecord, 'id' | 'number'>, row: HistoryRow): Receipt {
  return {
    id,
    number,
    version: row.version,
    stage: row.to,
    publicStatus: publicStatusOf(row.to),
    ...(row.due && { due: row.due }),
    at: row.at,
  }
}

export function caseLineOf(record: CaseRecord, reading: Reading): CaseLine {
  const { id, number, version, stage, kind, place, reportedAt, entered, due, overdue } = record
  const { channel, area, areaClass, component, episode, round, unit } = record
  const holder = holderOf(stage)
  return {
    id,
    number,
    version,
    stage,
    publicStatus: publicStatusOf(stage),
    ...(kind && { kind }),
    place,
    reportedAt,
    enteredAt: entered,
    ...(holder && { holder }),
    ...(due && { due }),
    overdue,
    channel,
    ...(area && { area }),
    ...(areaClass && { areaClass }),
    ...(component && { component }),
    urgent: record.urgent === true,
    grave: record.grave === true,
    supervised: record.supervised === true,
    episode,
    ...(round && { round }),
    ...(unit && { unit }),
    ...(record.parts && { parts: record.parts.map((part) => ({ ...part })) }),
    ...requestOf(record),
    late: record.late === true,
    exempt: record.exempt === true,
    ...lampFor(record, reading),
  }
}

/** Without who asked: the history tells. */
function requestOf({ request }: CaseRecord) {
  if (!request) return {}
  const { by: _by, steps, ...told } = request
  return { request: { ...told, steps: [...steps] } }
}

function lampFor(record: CaseRecord, { terms, nowMs, language }: Reading) {
  const clock = lampClockOf(record)
  if (!clock) return {}
  const lamp = lampOf(stageCalendar(terms, record.stage), clock, nowMs)
  return { lamp: { ...lamp, words: lampWords(lamp, language) } }
}

/** The clock whose lamp the case shows: its stage's, in handling the round's with all that was granted. */
function lampClockOf({ entered, limit, due, handling, term }: CaseRecord): LampClock | undefined {
  const pausedAt = handling && pausedSince(handling)
  if (handling && term && pausedAt)
    return { entered: handling.started, due: handling.due, limit: granted(term, handling), pausedAt }
  if (!limit || !due) return undefined
  if (handling && due === handling.due)
    return { entered: handling.started, due, limit: granted(limit, handling) }
  return { entered, due, limit }
}

/** How many times its term a case has used by now; 0 where no clock runs. */
export function termsUsed(record: CaseRecord, { terms, nowMs }: Omit<Reading, 'language'>): number {
  const clock = lampClockOf(record)
  if (!clock) return 0
  const term = limitSeconds(clock.limit)
  return (term - lampOf(stageCalendar(terms, record.stage), clock, nowMs).secondsLeft) / term
}

const granted = ({ amount, unit }: Limit, { extensions }: HandlingClock): Limit => ({
  amount: amount * (1 + extensions),
  unit,
})

export function caseViewOf(
  whole: { record: CaseRecord; words: CaseWords; history: readonly HistoryRow[] },
  actor: Actor,
  reading: Reading & { readonly grants?: Grants },
): CaseView {
  const { record, history } = whole
  const { photos, ...words } = whole.words
  return {
    ...caseLineOf(record, reading),
    ...words,
    ...(photos && { photos: [...photos] }),
    ...(record.catalogue && { catalogue: record.catalogue }),
    ...(record.condition && { condition: record.condition }),
    ...(record.merged && { mergedInto: record.merged.into }),
    ...(record.transferredTo && { transferredTo: record.transferredTo }),
    ...(record.origin && { origin: record.origin }),
    takenIn: record.takenIn ?? 0,
    ...(record.assignee && { assignee: record.assignee }),
    history: history.map(entryOf),
    actions: actionsFor(record, actor, {
      at: instantOf(reading.nowMs),
      ...(reading.grants && { grants: reading.grants }),
    }).map(({ action, evidence, may }) => ({ action, evidence: [...evidence], may: [...may] })),
    ...dueIfDispatched(record, reading),
    unpublishedYears: yearsGuessed(record, reading.terms),
    serverTime: instantOf(reading.nowMs),
  }
}

/** The clock of handling begins with the dispatch: what a term of now would end at. */
function dueIfDispatched({ stage, term }: CaseRecord, { terms, nowMs }: Reading) {
  const waits = ruleOf(stage, 'dispatch') ?? ruleOf(stage, 'rule')
  return waits && term ? { dueIfDispatched: dueOf(terms.calendar, term, instantOf(nowMs)) } : {}
}

const yearsGuessed = ({ stage, entered, limit, due }: CaseRecord, terms: Reading['terms']): number[] =>
  limit && due ? guessedYears(stageCalendar(terms, stage), limit, entered, due) : []

/** An act as it is told; what makes a repeat known and links the chain stays behind. */
export function entryOf(row: HistoryRow): HistoryEntry {
  const { key: _key, bodyHash: _bodyHash, previous: _previous, series: _series, of, ...told } = row
  const { evidence, skipped, ...rest } = told
  return {
    ...rest,
    evidence: { ...evidence } as HistoryEntry['evidence'],
    ...(of.unit && { unit: of.unit }),
    ...(skipped && { skipped: [...skipped] }),
  }
}
