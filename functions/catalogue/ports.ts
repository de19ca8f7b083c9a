import type { Catalogue } from '#shared/catalogue/catalogue'
import type { Extension } from '#shared/catalogue/extension'
import type { CatalogueRules } from '#shared/catalogue/packed-rules'
import type { Publication } from '#shared/catalogue/publication'
import type { Draft, Proposal } from '#shared/catalogue/template'
import type { Command, CommandMemory } from '../kernel/command.ts'

type Outcome = Promise<'committed' | 'changed'>

/** A version that is to be frozen as the next of its scope. */
export interface Publishing {
  readonly publication: Publication
  readonly catalogue: Catalogue
}

/** The catalogues of one scope, a county's own or a city's templates: bound to it when made. */
export interface Catalogues extends CommandMemory {
  /** The version in force; undefined while nothing is published. */
  newest(): Promise<Publication | undefined>
  /** Every version, the oldest first. */
  published(): Promise<readonly Publication[]>
  read(version: string): Promise<Catalogue | undefined>
  /** The same without names and sentences: a few KB, read once per container. */
  rulesOf(version: string): Promise<CatalogueRules | undefined>
  /** `changed`: another version was published meanwhile, or this one is taken. */
  publish(publishing: Publishing, command: Command): Outcome

  /** A city's. */
  draft(): Promise<{ readonly draft: Draft; readonly catalogue: Catalogue } | undefined>
  /** Puts it in the place of the draft with the revision before; `changed` when that is not the draft any more. */
  keepDraft(draft: Draft, catalogue: Catalogue, command: Command): Outcome

  /** What the city has offered this county last. */
  proposal(): Promise<Proposal | undefined>
  propose(proposal: Proposal, command: Command): Outcome

  extensions(): Promise<readonly Extension[]>
  /** `changed`: the code is taken. */
  proposeExtension(extension: Extension, command: Command): Outcome
  /** Writes what was decided, with the version that it brings; `changed` when it was decided already. */
  decideExtension(extension: Extension, command: Command, publishing?: Publishing): Outcome
}

/** Catalogues by their scope. */
export type CataloguesOf = (scope: string) => Catalogues

/** The city that a county belongs to; undefined when the register does not know the county. */
export type CityOf = (tenant: string) => Promise<string | undefined>
