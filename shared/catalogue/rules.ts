import type { Limit } from '../kernel/limit.ts'
import type { Condition, Kind } from './catalogue.ts'

/** What a case asks of a kind and of a condition; the sentences and names can stay behind. */
export type KindRule = Pick<Kind, 'code' | 'status'>
export type ConditionRule = Pick<Condition, 'kind' | 'no' | 'grade' | 'limit' | 'confirmed'>

export const classOf = (kind: string) => kind.slice(0, 3)

/** `10101-2` */
export const conditionCodeOf = ({ kind, no }: Pick<Condition, 'kind' | 'no'>) => `${kind}-${no}`

export const kindOf = <K extends KindRule>(kinds: readonly K[], code: string): K | undefined =>
  kinds.find((kind) => kind.code === code)

/** The conditions a case of this kind may be filed under. */
export const conditionsOf = <C extends ConditionRule>(conditions: readonly C[], kind: string): C[] =>
  conditions.filter((condition) => condition.kind === kind)

export const conditionOf = <C extends ConditionRule>(conditions: readonly C[], code: string): C | undefined =>
  conditions.find((condition) => conditionCodeOf(condition) === code)

/** Term of handling under the condition of that code; undefined when there is none of it. */
export const limitOf = (conditions: readonly ConditionRule[], code: string): Limit | undefined =>
  conditionOf(conditions, code)?.limit

/** 待确认 kinds and limits are never dispatched without a person. */
export const dispatchableByRule = (
  kind: Pick<Kind, 'status'>,
  condition: Pick<Condition, 'confirmed'>,
): boolean => kind.status === 'verified-code' && condition.confirmed

/**
 * 待确认: kinds whose code or any limit is not settled. They stay out of published figures, and the guide to onboarding
 * lists them.
 */
export function unconfirmedKinds<K extends KindRule>(catalogue: {
  readonly kinds: readonly K[]
  readonly conditions: readonly ConditionRule[]
}): K[] {
  const guessed = new Set(catalogue.conditions.filter(({ confirmed }) => !confirmed).map(({ kind }) => kind))
  return catalogue.kinds.filter(({ code, status }) => status !== 'verified-code' || guessed.has(code))
}

/** Whether figures that are published may count cases of this kind. */
export const countsInPublished = (
  catalogue: { readonly kinds: readonly KindRule[]; readonly conditions: readonly ConditionRule[] },
  kind: string,
): boolean =>
  kindOf(catalogue.kinds, kind) !== undefined &&
  unconfirmedKinds(catalogue).every(({ code }) => code !== kind)
