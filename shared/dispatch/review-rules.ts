import { type Choice, chooseUnit, covers, type Doubt, type Responsibilities } from './choose-unit.ts'
import type { DispatchRule, DispatchSituation } from './dispatch-rule.ts'

/** Where nobody would be found, or more than one: a kind in an area, in or out of duty hours. */
export interface Finding extends Pick<DispatchSituation, 'kind' | 'area' | 'hours'> {
  readonly doubt: Doubt
  readonly contradicting?: readonly string[]
}

export interface Review {
  /** Combinations looked at. */
  readonly asked: number
  readonly certain: number
  readonly findings: readonly Finding[]
  /** Rules that decide nothing anywhere: others always speak before them, or their codes are of nothing. */
  readonly idle: readonly string[]
}

/**
 * Asks for every kind in every area, in and out of duty hours. Owners and places within an area are asked for apart, where
 * rules name them: they decide which rules are idle.
 */
export function reviewRules(
  known: Responsibilities,
  kinds: readonly string[],
  areas: readonly string[],
): Review {
  const used = new Set<string>()
  const findings: Finding[] = []
  let asked = 0
  let certain = 0
  for (const kind of kinds) {
    const rules = known.rules.filter(({ when }) => covers(when.kinds, kind))
    const precedents = known.precedents.filter((one) => one.kind === kind)
    for (const area of areas)
      for (const place of [area, ...placesNamedIn(area, rules)]) {
        const here = { ...known, precedents, rules: rules.filter(({ when }) => covers(when.areas, place)) }
        for (const hours of ['on-duty', 'off-duty'] as const) {
          const situation = { kind, area: place, hours }
          const choice = chooseUnit(here, situation)
          for (const rule of decidingIn(here, situation, choice)) used.add(rule)
          if (place !== area) continue
          asked++
          if (choice.doubt) findings.push(findingOf(situation, choice, choice.doubt))
          else certain++
        }
      }
  }
  const idle = known.rules.map(({ id }) => id).filter((id) => !used.has(id))
  return { asked, certain, findings, idle }
}

function placesNamedIn(area: string, rules: readonly DispatchRule[]): string[] {
  const named = rules.flatMap(({ when }) => (when.areas ?? []).filter((code) => code.startsWith(area)))
  return [...new Set(named)].filter((code) => code !== area)
}

/** Ids of the rules that decide, whoever owns the component. `choice`: where nobody is known to. */
function decidingIn(here: Responsibilities, situation: DispatchSituation, choice: Choice): string[] {
  if (choice.ground?.by === 'precedent') return []
  const winning = winnersOf(choice)
  const best = here.rules.filter(({ id }) => winning.includes(id))
  const owned = here.rules.filter(({ when }) => when.owners)
  const owners = new Set(owned.flatMap(({ when }) => when.owners ?? []))
  return [
    ...winning,
    ...[...owners].flatMap((owner) => {
      // what loses among the rules without an owner loses beside those with one, too
      const rules = [...best, ...owned.filter(({ when }) => when.owners?.includes(owner))]
      return winnersOf(chooseUnit({ ...here, rules }, { ...situation, owner }))
    }),
  ]
}

const winnersOf = ({ ground, contradicting }: Choice): string[] => [
  ...(contradicting ?? (ground?.by === 'rule' ? [ground.rule] : [])),
]

const findingOf = (
  { kind, area, hours }: DispatchSituation,
  { contradicting }: Choice,
  doubt: Doubt,
): Finding => ({ kind, area, hours, doubt, ...(contradicting && { contradicting }) })

/** What is found of one kind for the same cause, in however many areas and hours. */
export interface GatheredFinding extends Pick<Finding, 'kind' | 'doubt' | 'contradicting'> {
  readonly areas: string[]
  readonly hours: Finding['hours'][]
}

/** One row for all areas and hours in which a kind meets the same doubt. */
export function gatherFindings(findings: readonly Finding[]): GatheredFinding[] {
  const alike = Map.groupBy(findings, ({ kind, doubt, contradicting }) =>
    [kind, doubt, ...(contradicting ?? [])].join(' '),
  )
  return [...alike.values()].map((same) => {
    const { area: _area, hours: _hours, ...cause } = same[0]!
    return {
      ...cause,
      areas: [...new Set(same.map(({ area }) => area))],
      hours: [...new Set(same.map(({ hours }) => hours))],
    }
  })
}

/** A case of the past, with the unit that handled it in the end. */
export interface PastCase extends DispatchSituation {
  readonly number: string
  readonly handledBy: string
}

export interface Simulation {
  readonly cases: number
  /** Would have been dispatched by a rule, and to whom it went in the end. */
  readonly right: number
  /** Would have been dispatched by a rule, to somebody else. */
  readonly wrong: readonly (Pick<PastCase, 'number' | 'handledBy'> & { readonly lead: string })[]
  /** Would have been left to the dispatcher. */
  readonly left: number
}

/** What the rules would have made of cases of the past. */
export function simulate(known: Responsibilities, past: readonly PastCase[]): Simulation {
  let right = 0
  let left = 0
  const wrong: Simulation['wrong'][number][] = []
  for (const { number, handledBy, ...situation } of past) {
    const { lead, doubt } = chooseUnit(known, situation)
    if (doubt || lead === undefined) left++
    else if (lead === handledBy) right++
    else wrong.push({ number, handledBy, lead })
  }
  return { cases: past.length, right, wrong, left }
}
