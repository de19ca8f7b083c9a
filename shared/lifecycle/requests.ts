import type { Wording } from '../kernel/language.ts'
import type { Post } from './posts.ts'
import type { Stage } from './vocabulary.ts'

/** 申请: what is asked beside the stage, who approves it one after the other, and where it leads once granted. */
const table = {
  extension: { name: { zh: '延期', en: 'Extension' }, steps: ['unit-head', 'dispatcher'] },
  suspension: {
    name: { zh: '挂账', en: 'Suspension' },
    steps: ['unit-head', 'dispatcher'],
    to: 'suspended',
  },
  void: { name: { zh: '作废', en: 'Void' }, steps: ['shift-leader'], to: 'void' },
  appeal: { name: { zh: '申诉', en: 'Appeal' }, steps: ['dispatcher', 'acceptor'] },
} as const satisfies Record<string, RequestRow>

interface RequestRow {
  readonly name: Wording
  readonly steps: readonly Post[]
  readonly to?: Stage
}
export type RequestKind = keyof typeof table
export const requests: Readonly<Record<RequestKind, RequestRow>> = table
export const requestKinds = Object.keys(table) as [RequestKind, ...RequestKind[]]

/** Where a case stands once this is granted; its stage as it was when it leads nowhere. */
export const grantedStage = (kind: RequestKind, stage: Stage): Stage => requests[kind].to ?? stage
