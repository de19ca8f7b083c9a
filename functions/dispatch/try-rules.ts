import type { CatalogueRules } from '#shared/catalogue/packed-rules'
import { unconfirmedKinds } from '#shared/catalogue/rules'
import type { Responsibilities } from '#shared/dispatch/choose-unit'
import type { DispatchRule } from '#shared/dispatch/dispatch-rule'
import { type Refusal, refuse } from '#shared/kernel/result'
import type { Unit } from '#shared/organisation/units'
import type { Nameable, RuleBooks } from './ports.ts'

export interface Trying {
  readonly books: RuleBooks
  readonly nameable: Nameable
}

interface Tried {
  /** Of the book in force; absent for a draft. */
  readonly version?: number
  readonly catalogue: CatalogueRules
  readonly known: Responsibilities
}

/** The draft that was sent along, or else the book in force, with what stands beside rules; the rulings are not among it. */
export async function triedRules(
  { books, nameable }: Trying,
  draft: DispatchRule[] | undefined,
): Promise<Tried | Refusal> {
  const [catalogue, units] = await Promise.all([nameable.catalogue(), nameable.units()])
  if (!catalogue) return refuse('unknown-catalogue')
  if (draft) return { catalogue, known: knownOf(draft, catalogue, units) }
  const newest = await books.newest()
  const book = newest && (await books.read(newest.version))
  if (!book) return refuse('unknown-rule-book')
  return { version: book.version, catalogue, known: knownOf(book.rules, catalogue, units) }
}

function knownOf(
  rules: readonly DispatchRule[],
  catalogue: CatalogueRules,
  units: readonly Unit[],
): Responsibilities {
  const guessed = new Set(unconfirmedKinds(catalogue).map(({ code }) => code))
  const working = new Set(units.filter(({ retired }) => !retired).map(({ id }) => id))
  return {
    rules,
    precedents: [],
    isConfirmed: (kind) => !guessed.has(kind),
    isRetired: (unit) => !working.has(unit),
  }
}
