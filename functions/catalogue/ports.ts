import type { Catalogue } from '#shared/catalogue/catalogue'
import type { CatalogueRules } from '#shared/catalogue/packed-rules'
import type { Publication } from '#shared/catalogue/publication'
import type { Command, CommandMemory } from '../kernel/command.ts'

type Outcome = Promise<'committed' | 'changed'>

/** The catalogues of one scope, a county's own or a city's templates: bound to it when made. */
export interface Catalogues extends CommandMemory {
  /** The version in force; undefined while nothing is published. */
  newest(): Promise<Publication | undefined>
  /** Every version, the oldest first. */
  published(): Promise<readonly Publication[]>
  read(version: string): Promise<Catalogue | undefined>
  /** The same without names and sentences: a few KB, read once per container. */
  rulesOf(version: string): Promise<CatalogueRules | undefined>
  /** Freezes a version as the next of the scope. `changed`: another was published meanwhile. */
  publish(publication: Publication, catalogue: Catalogue, command: Command): Outcome
}

/** Catalogues by their scope. */
export type CataloguesOf = (scope: string) => Catalogues
