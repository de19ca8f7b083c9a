import type { FieldCode, FieldProblem } from '../kernel/result.ts'
import { areaOfGrid } from '../organisation/codes.ts'
import type { Unit } from '../organisation/units.ts'
import type { DispatchRule } from './dispatch-rule.ts'

/** What a county's rules may name. */
export interface Named {
  readonly units: readonly Pick<Unit, 'id' | 'retired'>[]
  /** Of the catalogue in force, in five digits. */
  readonly kinds: readonly string[]
  /** Of its own areas and of the unit grids that the rules name, as far as they are there. */
  readonly areas: readonly string[]
}

/** Longer than the code of a community: a unit grid's. */
const COMMUNITY_DIGITS = 12

/** The areas whose unit grids the rules name. */
export const areasOfGrids = (rules: readonly DispatchRule[]): string[] => [
  ...new Set(
    rules.flatMap(({ when }) =>
      (when.areas ?? []).filter((code) => code.length > COMMUNITY_DIGITS).map(areaOfGrid),
    ),
  ),
]

/** What is wrong with rules that have their form: rule by rule, each by its place in the list. */
export function ruleProblems(rules: readonly DispatchRule[], named: Named): FieldProblem[] {
  const known = {
    units: new Map(named.units.map(({ id, retired }) => [id, retired])),
    kinds: new Set(named.kinds.flatMap((code) => [code, code.slice(0, 3)])),
    areas: new Set(named.areas),
  }
  const ids = rules.map(({ id }) => id)
  return rules.flatMap((rule, at) => [
    ...(ids.indexOf(rule.id) < at ? [problem(`rules.${at}.id`, 'repeated')] : []),
    ...problemsOf(rule, `rules.${at}`, known),
  ])
}

interface Known {
  readonly units: ReadonlyMap<string, boolean>
  readonly kinds: ReadonlySet<string>
  readonly areas: ReadonlySet<string>
}

function problemsOf({ when, lead, assisting }: DispatchRule, at: string, known: Known): FieldProblem[] {
  const unitProblem = (id: string, field: string) => {
    const retired = known.units.get(id)
    if (retired === undefined) return [problem(field, 'unknown-id')]
    return retired ? [problem(field, 'retired')] : []
  }
  const unlike = (codes: readonly string[] | undefined, field: string, code: FieldCode, isKnown: Is) =>
    (codes ?? []).flatMap((one, index) => (isKnown(one) ? [] : [problem(`${field}.${index}`, code)]))
  return [
    ...unlike(when.kinds, `${at}.when.kinds`, 'unknown-kind', (code) => known.kinds.has(code)),
    ...unlike(when.areas, `${at}.when.areas`, 'unknown-id', (code) => known.areas.has(code)),
    // an owner that is retired owns what it owned: the rule says who answers for it
    ...unlike(when.owners, `${at}.when.owners`, 'unknown-id', (id) => known.units.has(id)),
    ...unitProblem(lead, `${at}.lead`),
    ...assisting.flatMap((id, index) =>
      id === lead
        ? [problem(`${at}.assisting.${index}`, 'repeated')]
        : unitProblem(id, `${at}.assisting.${index}`),
    ),
  ]
}

type Is = (code: string) => boolean

const problem = (field: string, code: FieldCode): FieldProblem => ({ field, code })
