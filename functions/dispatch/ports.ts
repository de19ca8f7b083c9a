import type { Advance } from '#shared/cases/act'
import type { CaseRecord } from '#shared/cases/record'
import type { CatalogueRules } from '#shared/catalogue/packed-rules'
import type { DispatchSituation, Precedent } from '#shared/dispatch/dispatch-rule'
import type { PastCase } from '#shared/dispatch/review-rules'
import type { BookRow, RuleBook } from '#shared/dispatch/rule-book'
import type { Area } from '#shared/organisation/areas'
import type { Grid } from '#shared/organisation/grids'
import type { Unit } from '#shared/organisation/units'
import type { Command, CommandMemory } from '../kernel/command.ts'

/** The dispatch rules of one county and the rulings that go before them: bound to it when made. */
export interface RuleBooks extends CommandMemory {
  /** The row of the book in force; undefined while the county has none. */
  newest(): Promise<BookRow | undefined>
  /** Every version, the oldest first. */
  versions(): Promise<readonly BookRow[]>
  /** Frozen: read once per container. */
  read(version: number): Promise<RuleBook | undefined>
  /** `changed`: another book was put in force meanwhile. */
  replace(book: RuleBook, command: Command): Promise<'committed' | 'changed'>
  /** All of them, or those of one kind. */
  precedents(kind?: string): Promise<readonly Precedent[]>
  /** The latest ruling for the kind in the street or town of the area, and for the whole county. */
  bindingFor(kind: string, area: string): Promise<readonly Precedent[]>
}

/** What a case is known by when it is to be dispatched. */
export interface Filed {
  readonly tenant: string
  readonly kind?: string
  readonly area?: string
  readonly owner?: string
  /** Under which it was filed, and the version of the catalogue that has it. */
  readonly condition?: string
  readonly catalogue?: string
  readonly returns?: number
}

/** The cases of one county, as far as dispatching goes. */
export interface Undispatched {
  /** As last committed. */
  read(id: string): Promise<CaseRecord | undefined>
  /** Writes case and history, or nothing. `changed`: the case is no longer at the stage and version before. */
  advance(advance: Advance): Promise<'advanced' | 'changed'>
}

/** Whether the machine may act on what rules say of one county. */
export interface Responsible {
  /** A unit that can be sent a case. */
  isUnit(id: string): Promise<boolean>
  /** Nothing about the kind and its condition is guessed. */
  isConfirmed(catalogue: string, condition: string): Promise<boolean>
}

/** What a county's rules may name, as it is now. */
export interface Nameable {
  units(): Promise<readonly Unit[]>
  areas(): Promise<readonly Area[]>
  /** Of a community, or of a street whose communities are not drawn. */
  grids(area: string): Promise<readonly Grid[]>
  /** The catalogue in force; undefined while the county has none. */
  catalogue(): Promise<CatalogueRules | undefined>
}

/** A case that was handled, and when it was reported: the hour stands in for that of its dispatch. */
export interface HandledCase
  extends Pick<PastCase, 'number' | 'handledBy'>,
    Omit<DispatchSituation, 'hours'> {
  readonly reportedAt: string
}

/** What was handled in a county. */
export interface PastCases {
  /** Of the months (`yyyyMM`), the newest cases first. `whole`: there were not more than are read. */
  handled(
    months: readonly string[],
  ): Promise<{ readonly cases: readonly HandledCase[]; readonly whole: boolean }>
}

/** By the county's code. */
export type RuleBooksOf = (tenant: string) => RuleBooks
export type NameableOf = (tenant: string) => Nameable
export type PastCasesOf = (tenant: string) => PastCases
