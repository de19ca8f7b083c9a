import type { FieldProblem } from '../kernel/result.ts'
import type { Catalogue, Condition } from './catalogue.ts'
import { applyDiff, type CatalogueDiff } from './diff.ts'
import { classOf, conditionCodeOf } from './rules.ts'

/** Kinds that the template adds under a code which the county gave to a kind of its own. */
export function collisions(county: Catalogue, { kinds }: CatalogueDiff): FieldProblem[] {
  const names = new Map(county.kinds.map(({ code, name }) => [code, name.zh]))
  return kinds.added
    .filter(({ code, name }) => names.has(code) && names.get(code) !== name.zh)
    .map(({ code }) => ({ field: `kinds.${code}`, code: 'repeated-code' }))
}

/**
 * A county's catalogue with the change from one template to the next. What is the county's own stays: its extensions, and
 * every limit that it has confirmed where the template still only guesses. What the template takes away goes, with its
 * conditions; a class stays as long as the county has kinds in it.
 */
export function adoptTemplate(county: Catalogue, diff: CatalogueDiff, version: string): Catalogue {
  const confirmed = new Map(
    county.conditions.filter((row) => row.confirmed).map((row) => [conditionCodeOf(row), row]),
  )
  const settled = ({ after, before }: { before: Condition; after: Condition }) => {
    const own = confirmed.get(conditionCodeOf(after))
    return {
      before,
      after: own && !after.confirmed ? { ...after, limit: own.limit, confirmed: true } : after,
    }
  }
  const changed = diff.conditions.changed.map(settled)
  const next = applyDiff(county, { ...diff, conditions: { ...diff.conditions, changed }, to: version })
  const kinds = new Set(next.kinds.map(({ code }) => code))
  const classes = new Set(next.kinds.map(({ code }) => classOf(code)))
  const there = new Set(next.classes.map(({ code }) => code))
  const kept = county.classes.filter(({ code }) => classes.has(code) && !there.has(code))
  return {
    ...next,
    classes: [...next.classes, ...kept].toSorted((a, b) => Number(a.code) - Number(b.code)),
    conditions: next.conditions.filter(({ kind }) => kinds.has(kind)),
  }
}
