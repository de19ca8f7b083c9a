import * as z from 'zod'
import { tenantCode } from '../kernel/ids.ts'
import { catalogueVersion, condition, kind, kindClass } from './catalogue.ts'

/** A template that is not published yet: one per city, replaced as a whole. */
export const draft = z.object({
  /** Counts from 1 and on, also from one template to the next. */
  revision: z.int().min(1),
  version: catalogueVersion,
  at: z.iso.datetime(),
  person: z.string(),
  classes: z.int(),
  kinds: z.int(),
  conditions: z.int(),
  unconfirmed: z.int(),
})
export type Draft = z.output<typeof draft>

/** A template that the commission has offered a county; the latest stands. */
export const proposal = z.object({
  template: catalogueVersion,
  at: z.iso.datetime(),
  person: z.string(),
})
export type Proposal = z.output<typeof proposal>

const changes = <T extends z.ZodType>(row: T) =>
  z.object({
    added: z.array(row),
    removed: z.array(row),
    changed: z.array(z.object({ before: row, after: row })),
  })

/** What `diffCatalogues` finds. */
export const diffShape = z.object({
  from: catalogueVersion,
  to: catalogueVersion,
  classes: changes(kindClass),
  kinds: changes(kind),
  conditions: changes(condition),
})

/** What became of a push in one county. */
export const pushOutcomes = [
  'proposed',
  'forced',
  'in-force-already',
  'code-collision',
  'unknown-tenant',
  'not-laid',
  'busy',
] as const
export const pushed = z.object({ tenant: tenantCode, outcome: z.enum(pushOutcomes) })
export type Pushed = z.output<typeof pushed>
