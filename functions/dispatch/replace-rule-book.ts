import { areasOfGrids, type Named, ruleProblems } from '#shared/dispatch/check-rules'
import type { DispatchRule } from '#shared/dispatch/dispatch-rule'
import type { BookRow } from '#shared/dispatch/rule-book'
import { instantOf } from '#shared/kernel/instant'
import { type Refusal, refuse } from '#shared/kernel/result'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf, oneEffect } from '../kernel/command.ts'
import type { Nameable, RuleBooks } from './ports.ts'

interface Needs {
  readonly books: RuleBooks
  readonly nameable: Nameable
  readonly clock: Clock
}

interface Replacing {
  readonly person: string
  /** In which they may. */
  readonly post: string
  readonly key: string
  /** Of the book that was shown; 0 when there was none. */
  readonly version: number
  readonly reason: string
  readonly rules: DispatchRule[]
}

/** As many as anybody mends at once; the next come up when these are mended. */
const MOST_PROBLEMS = 500

/** Puts a new book in force as a whole. Cases that were dispatched stay where they are. */
export const replaceRuleBook =
  ({ books, nameable, clock }: Needs) =>
  ({ person, post, key, version, reason, rules }: Replacing): Promise<BookRow | Refusal> => {
    const submission = { key, bodyHash: bodyHashOf({ person, version, reason, rules }) }
    return oneEffect(books, submission, async () => {
      if (((await books.newest())?.version ?? 0) !== version) return refuse('record-changed')
      const named = await namedIn(nameable, rules)
      if (!named) return refuse('unknown-catalogue')
      const fields = ruleProblems(rules, named).slice(0, MOST_PROBLEMS)
      if (fields.length > 0) return refuse('invalid-input', { fields })
      const at = instantOf(clock.now())
      const answer = { version: version + 1, at, person, reason, count: rules.length }
      const details = { version: answer.version, rules: rules.length, reason }
      const act = { act: 'dispatch-rules-replaced', actor: person, post, details, at }
      const outcome = await books.replace({ ...answer, rules }, { ...submission, act, answer })
      return outcome === 'committed' ? answer : 'changed'
    })
  }

/** What of the county these rules may name; undefined while it has no catalogue. */
async function namedIn(nameable: Nameable, rules: readonly DispatchRule[]): Promise<Named | undefined> {
  const [catalogue, units, areas] = await Promise.all([
    nameable.catalogue(),
    nameable.units(),
    nameable.areas(),
  ])
  if (!catalogue) return undefined
  const there = areas.filter(({ retired }) => !retired).map(({ code }) => code)
  const withGrids = areasOfGrids(rules).filter((code) => there.includes(code))
  const grids = (await Promise.all(withGrids.map((code) => nameable.grids(code)))).flat()
  const used = grids.filter(({ retired }) => !retired).map(({ code }) => code)
  return { units, kinds: catalogue.kinds.map(({ code }) => code), areas: [...there, ...used] }
}
