import { type Choice, chooseUnit, type Doubt, type Responsibilities } from './choose-unit.ts'
import type { DispatchSituation } from './dispatch-rule.ts'

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

/** Asks for every kind in every area, in and out of duty hours. Rules about owners are asked apart: components have them. */
export function reviewRules(
  known: Responsibilities,
  kinds: readonly string[],
  areas: readonly string[],
): Review {
  const owners = [undefined, ...new Set(known.rules.flatMap(({ when }) => when.owners ?? []))]
  const used = new Set<string>()
  const findings: Finding[] = []
  let asked = 0
  let certain = 0
  for (const kind of kinds)
    for (const area of areas)
      for (const hours of ['on-duty', 'off-duty'] as const)
        for (const owner of owners) {
          const choice = chooseUnit(known, { kind, area, hours, ...(owner !== undefined && { owner }) })
          if (choice.ground?.by === 'rule') used.add(choice.ground.rule)
          for (const rule of choice.contradicting ?? []) used.add(rule)
          if (owner !== undefined) continue
          asked++
          if (choice.doubt) findings.push(findingOf({ kind, area, hours }, choice, choice.doubt))
          else certain++
        }
  const idle = known.rules.map(({ id }) => id).filter((id) => !used.has(id))
  return { asked, certain, findings, idle }
}

const findingOf = (
  at: Pick<DispatchSituation, 'kind' | 'area' | 'hours'>,
  { contradicting }: Choice,
  doubt: Doubt,
): Finding => ({ ...at, doubt, ...(contradicting && { contradicting }) })

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
