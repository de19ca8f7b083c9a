import type { DispatchCondition, DispatchRule, DispatchSituation, Precedent } from './dispatch-rule.ts'

/** Whose word decided. */
export type Ground =
  | { readonly by: 'precedent'; readonly caseNumber: string }
  | { readonly by: 'rule'; readonly rule: string; readonly basis: string }

/** Why nobody may be sent the case without a dispatcher having looked at it. */
export type Doubt =
  | 'no-rule'
  /** Rules that speak with equal right name different units. */
  | 'conflict'
  /** The limit of the kind awaits confirmation. */
  | 'unconfirmed-kind'
  /** The unit is retired. */
  | 'retired-unit'

export interface Choice {
  readonly lead?: string
  readonly assisting: readonly string[]
  readonly ground?: Ground
  /** Absent when the case may be dispatched by the rule alone. */
  readonly doubt?: Doubt
  /** The rules that contradict each other. */
  readonly contradicting?: readonly string[]
}

export interface Responsibilities {
  readonly rules: readonly DispatchRule[]
  readonly precedents: readonly Precedent[]
  /** Whether a kind's limits are confirmed: others are never dispatched automatically. */
  isConfirmed(kind: string): boolean
  isRetired(unit: string): boolean
}

/**
 * Who handles the case: the latest ruling for the kind and street, else the first rule that speaks. Certain unless there
 * is a doubt, and then a suggestion at most.
 */
export function chooseUnit(known: Responsibilities, situation: DispatchSituation): Choice {
  const chosen = byPrecedent(known.precedents, situation) ?? byRule(known.rules, situation)
  if (chosen.doubt || chosen.lead === undefined) return chosen
  if (known.isRetired(chosen.lead)) return { ...chosen, doubt: 'retired-unit' }
  const assisting = chosen.assisting.filter((unit) => !known.isRetired(unit))
  if (!known.isConfirmed(situation.kind)) return { ...chosen, assisting, doubt: 'unconfirmed-kind' }
  return { ...chosen, assisting }
}

function byPrecedent(
  precedents: readonly Precedent[],
  { kind, area }: DispatchSituation,
): Choice | undefined {
  const binding = precedents
    .filter((one) => one.kind === kind && area.startsWith(one.area))
    .toSorted((a, b) => b.area.length - a.area.length || (a.at < b.at ? 1 : -1))[0]
  if (!binding) return undefined
  const { lead, caseNumber } = binding
  return { lead, assisting: [], ground: { by: 'precedent', caseNumber } }
}

function byRule(rules: readonly DispatchRule[], situation: DispatchSituation): Choice {
  const speaking = rules.filter(({ when }) => applies(when, situation))
  const order = Math.min(...speaking.map((rule) => rule.order))
  const first = narrowest(
    speaking.filter((rule) => rule.order === order),
    situation,
  ).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const [rule] = first
  if (!rule) return { assisting: [], doubt: 'no-rule' }
  const choice = {
    lead: rule.lead,
    assisting: rule.assisting,
    ground: { by: 'rule', rule: rule.id, basis: rule.basis },
  } as const
  if (first.every(({ lead }) => lead === rule.lead)) return choice
  return { ...choice, doubt: 'conflict', contradicting: first.map(({ id }) => id) }
}

/** Whether a list of codes asks for this one, or for what it lies in; a list that is absent asks for nothing. */
export const covers = (codes: readonly string[] | undefined, of: string): boolean =>
  !codes || codes.some((code) => of.startsWith(code))

const applies = (when: DispatchCondition, { kind, area, owner, hours }: DispatchSituation): boolean =>
  covers(when.kinds, kind) &&
  covers(when.areas, area) &&
  (!when.owners || (owner !== undefined && when.owners.includes(owner))) &&
  (!when.hours || when.hours === hours)

/** Of rules with the same order those that say most exactly what they are for: owner, then kind, then area, then hours. */
function narrowest(rules: readonly DispatchRule[], situation: DispatchSituation): DispatchRule[] {
  const ranked = rules.map((rule) => ({ rule, rank: narrowness(rule.when, situation) }))
  const best = ranked.reduce<readonly number[]>((most, { rank }) => (exceeds(rank, most) ? rank : most), [])
  return ranked.filter(({ rank }) => !exceeds(best, rank)).map(({ rule }) => rule)
}

function narrowness({ kinds, areas, owners, hours }: DispatchCondition, { kind, area }: DispatchSituation) {
  const longest = (codes: readonly string[] | undefined, of: string) =>
    Math.max(0, ...(codes ?? []).filter((code) => of.startsWith(code)).map((code) => code.length))
  return [owners ? 1 : 0, longest(kinds, kind), longest(areas, area), hours ? 1 : 0]
}

function exceeds(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((part, index) => part !== (b[index] ?? -1))
  return at >= 0 && a[at]! > (b[at] ?? -1)
}
