import type { Language, Wording } from '../kernel/language.ts'
import type { Evidence } from './evidence.ts'
import { type Action, lifecycle, type PublicStatus, type Stage } from './lifecycle.ts'

/** The creation of a case stands in its history beside the actions. */
export type HistoryAction = 'report' | Action

export const actionWording: Record<HistoryAction, Wording> = {
  report: { zh: '上报', en: 'Report' },
  accept: { zh: '受理', en: 'Accept' },
  reject: { zh: '不予受理', en: 'Reject' },
  file: { zh: '立案', en: 'File' },
  refuse: { zh: '不予立案', en: 'Refuse to file' },
  'mark-overdue': { zh: '标记超期', en: 'Mark overdue' },
}

export const evidenceWording: Record<Evidence, Wording> = {
  reason: { zh: '理由', en: 'Reason' },
  filingCondition: { zh: '立案条件', en: 'Filing condition' },
}

export const publicStatusWording: Record<PublicStatus, Wording> = {
  received: { zh: '已收到', en: 'Received' },
  accepted: { zh: '已受理', en: 'Accepted' },
  'in-hand': { zh: '处理中', en: 'In hand' },
  'not-accepted': { zh: '不予受理', en: 'Not accepted' },
  'not-filed': { zh: '不予立案', en: 'Not filed' },
}

export const stageName = (stage: Stage, language: Language): string => lifecycle[stage].name[language]

/** What the case waits for, as its work list is called; the stage's name once it has ended. */
export function waitingName(stage: Stage, language: Language): string {
  const row = lifecycle[stage]
  return (row.open ? row.waiting : row.name)[language]
}
