import type { Wording } from '../kernel/language.ts'

/** What can be wrong with an audit. */
export const breakCodes = [
  'row-changed',
  'row-missing',
  'row-twice',
  'row-unlinked',
  'row-without-root',
  'row-of-another-scope',
  'root-changed',
  'root-missing',
  'root-twice',
  'root-of-another-scope',
] as const
export type BreakCode = (typeof breakCodes)[number]

/** A place at which an audit is not what was recorded. Of each chain the first is told. */
export interface Break {
  readonly scope: string
  /** The chain's name; that of the roots is {@link rootChain}. */
  readonly chain: string
  readonly sequence: number
  readonly code: BreakCode
}

/** How the roots of a scope are named among the chains. */
export const rootChain = (scope: string) => `${scope}#ROOTS`

export const breakWording: Record<BreakCode, Wording> = {
  'row-changed': { zh: '记录被改动', en: 'the row was changed' },
  'row-missing': { zh: '记录缺失', en: 'the row is missing' },
  'row-twice': { zh: '同一位置有两条记录', en: 'two rows stand at one place' },
  'row-unlinked': { zh: '记录与前一条不相接', en: 'the row does not follow the one before' },
  'row-without-root': { zh: '记录未被任何根收录', en: 'no root has seen the row' },
  'row-of-another-scope': { zh: '记录属于别的区县', en: 'the row belongs to another scope' },
  'root-changed': { zh: '根被改动', en: 'the root was changed' },
  'root-missing': { zh: '根缺失', en: 'the root is missing' },
  'root-twice': { zh: '同一序号有两个根', en: 'two roots have one number' },
  'root-of-another-scope': { zh: '根属于别的区县', en: 'the root belongs to another scope' },
}
