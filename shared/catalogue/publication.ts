import * as z from 'zod'
import { type Catalogue, catalogueVersion } from './catalogue.ts'
import { unconfirmedKinds } from './rules.ts'

/** Why a version was published. The first two are a city's or an installation's hand, the others the county's. */
export const causes = ['published', 'laid', 'taken', 'forced', 'extended', 'confirmed'] as const
export type Cause = (typeof causes)[number]

/** One frozen version of a catalogue as the list of a scope's versions tells of it. The newest is in force. */
export const publication = z.object({
  /** Counts from 1 within the scope. */
  sequence: z.int().min(1),
  version: catalogueVersion,
  /** The version of the template that it rests on; a template rests on itself. */
  template: catalogueVersion,
  cause: z.enum(causes),
  at: z.iso.datetime(),
  person: z.string(),
  reason: z.string().exactOptional(),
  classes: z.int(),
  kinds: z.int(),
  conditions: z.int(),
  /** Kinds that await confirmation. */
  unconfirmed: z.int(),
})
export type Publication = z.output<typeof publication>

/** The list's row for a catalogue that is to be published. */
export const publicationOf = (
  catalogue: Catalogue,
  rest: Omit<Publication, 'version' | 'classes' | 'kinds' | 'conditions' | 'unconfirmed'>,
): Publication => ({
  ...rest,
  version: catalogue.version,
  classes: catalogue.classes.length,
  kinds: catalogue.kinds.length,
  conditions: catalogue.conditions.length,
  unconfirmed: unconfirmedKinds(catalogue).length,
})

/** A county's own versions are numbered: templates are named by whoever publishes them. */
export const countyVersion = (tenant: string, sequence: number) => `${tenant}-${sequence}`
