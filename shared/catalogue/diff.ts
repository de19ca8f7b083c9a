import type { Limit } from '../kernel/limit.ts'
import type { Catalogue, Condition, Kind, KindClass } from './catalogue.ts'
import { inOrder } from './order.ts'
import { conditionCodeOf } from './rules.ts'

export interface Change<T> {
  readonly before: T
  readonly after: T
}

export interface Changes<T> {
  readonly added: readonly T[]
  readonly removed: readonly T[]
  readonly changed: readonly Change<T>[]
}

/** What must be done to one catalogue to get another; a row keeps its identity as long as it keeps its code. */
export interface CatalogueDiff {
  readonly from: string
  readonly to: string
  readonly classes: Changes<KindClass>
  readonly kinds: Changes<Kind>
  readonly conditions: Changes<Condition>
}

export const diffCatalogues = (a: Catalogue, b: Catalogue): CatalogueDiff => ({
  from: a.version,
  to: b.version,
  classes: changes(a.classes, b.classes, codeOf),
  kinds: changes(a.kinds, b.kinds, codeOf),
  conditions: changes(a.conditions, b.conditions, conditionCodeOf),
})

/**
 * Brings a catalogue to the diff's version. Rows that the diff does not name stay as they are: a county keeps its own
 * extensions when the city pushes its template.
 */
export const applyDiff = (catalogue: Catalogue, diff: CatalogueDiff): Catalogue =>
  inOrder({
    version: diff.to,
    classes: patched(catalogue.classes, diff.classes, codeOf),
    kinds: patched(catalogue.kinds, diff.kinds, codeOf),
    conditions: patched(catalogue.conditions, diff.conditions, conditionCodeOf),
  })

export const renamedKinds = ({ kinds }: CatalogueDiff): readonly Change<Kind>[] =>
  kinds.changed.filter(({ before, after }) => !same(before.name, after.name))

/** Conditions whose term is another, by their code. */
export const changedLimits = ({ conditions }: CatalogueDiff): ({ readonly code: string } & Change<Limit>)[] =>
  conditions.changed
    .filter(({ before, after }) => !same(before.limit, after.limit))
    .map(({ before, after }) => ({
      code: conditionCodeOf(after),
      before: before.limit,
      after: after.limit,
    }))

const codeOf = ({ code }: { readonly code: string }) => code

function changes<T>(before: readonly T[], after: readonly T[], keyOf: (row: T) => string): Changes<T> {
  const old = new Map(before.map((row) => [keyOf(row), row]))
  const kept = new Set(after.map(keyOf))
  return {
    added: after.filter((row) => !old.has(keyOf(row))),
    removed: before.filter((row) => !kept.has(keyOf(row))),
    changed: after.flatMap((row) => {
      const was = old.get(keyOf(row))
      return was !== undefined && !same(was, row) ? [{ before: was, after: row }] : []
    }),
  }
}

function patched<T>(rows: readonly T[], diff: Changes<T>, keyOf: (row: T) => string): T[] {
  const patch = new Map(rows.map((row) => [keyOf(row), row]))
  for (const row of diff.removed) patch.delete(keyOf(row))
  for (const { after } of diff.changed) patch.set(keyOf(after), after)
  for (const row of diff.added) patch.set(keyOf(row), row)
  return [...patch.values()]
}

/** Equal as JSON values, whatever the order of their fields. */
function same(a: unknown, b: unknown): boolean {
  if (!isObject(a) || !isObject(b)) return a === b
  const fields = Object.keys(a)
  return fields.length === Object.keys(b).length && fields.every((field) => same(a[field], b[field]))
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
