import { guessedYears } from '../deadlines/due.ts'
import { lampOf, lampWords } from '../deadlines/lamp.ts'
import { instantOf } from '../kernel/instant.ts'
import type { Language } from '../kernel/language.ts'
import { type Actor, actionsFor } from '../lifecycle/decide.ts'
import type { Grants } from '../lifecycle/grants.ts'
import { holderOf, lifecycle } from '../lifecycle/lifecycle.ts'
import type { CaseLine, CaseView, HistoryEntry, Receipt } from './case.ts'
import type { CaseRecord, CaseWords, HistoryRow } from './record.ts'
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
    publicStatus: lifecycle[row.to].publicStatus,
    ...(row.due && { due: row.due }),
    at: row.at,
  }
}

export function caseLineOf(record: CaseRecord, reading: Reading): CaseLine {
  const { id, number, version, stage, kind, place, reportedAt, entered, due, overdue } = record
  const holder = holderOf(stage)
  return {
    id,
    number,
    version,
    stage,
    publicStatus: lifecycle[stage].publicStatus,
    ...(kind && { kind }),
    place,
    reportedAt,
    enteredAt: entered,
    ...(holder && { holder }),
    ...(due && { due }),
    overdue,
    ...lampFor(record, reading),
  }
}

function lampFor({ stage, entered, limit, due }: CaseRecord, { terms, nowMs, language }: Reading) {
  if (!limit || !due) return {}
  const lamp = lampOf(stageCalendar(terms, stage), { entered, due, limit }, nowMs)
  return { lamp: { ...lamp, words: lampWords(lamp, language) } }
}

export function caseViewOf(
  whole: { record: CaseRecord; words: CaseWords; history: readonly HistoryRow[] },
  actor: Actor,
  reading: Reading & { readonly grants?: Grants },
): CaseView {
  const { record, words, history } = whole
  return {
    ...caseLineOf(record, reading),
    ...words,
    ...(record.catalogue && { catalogue: record.catalogue }),
    history: history.map(entryOf),
    actions: actionsFor(record.stage, actor, reading.grants).map(({ action, evidence }) => ({
      action,
      evidence: [...evidence],
    })),
    unpublishedYears: yearsGuessed(record, reading.terms),
    serverTime: instantOf(reading.nowMs),
  }
}

const yearsGuessed = ({ stage, entered, limit, due }: CaseRecord, terms: Reading['terms']): number[] =>
  limit && due ? guessedYears(stageCalendar(terms, stage), limit, entered, due) : []

/** An act as it is told; what makes a repeat known and links the chain stays behind. */
export function entryOf(row: HistoryRow): HistoryEntry {
  const { key: _key, bodyHash: _bodyHash, previous: _previous, evidence, ...told } = row
  return { ...told, evidence: { ...evidence } }
}
