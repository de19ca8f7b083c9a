import * as z from 'zod'
import type { Root } from './root.ts'

// What `npm run audit -- export` writes: a folder with `manifest.json` and two files of JSON Lines for each scope,
// `<scope>.roots.jsonl` and `<scope>.rows.jsonl`. Fields are named as here; nothing else is needed to verify it.

export const EXPORT_FORMAT = 'chengyun audit export 1'

const instant = z.iso.datetime()
const sequence = z.int().min(1)
const scopeCode = z.string().regex(/^[1-9]\d{5}$/)

/** A row and where it stands: an act in its chain, or a counter of refusals, whose sequence is its count. */
export const keptRow = z.strictObject({ chain: z.string(), sequence, row: z.looseObject({ at: instant }) })
export type KeptRow = z.output<typeof keptRow>

export const keptRoot = z.strictObject({
  scope: z.string(),
  sequence,
  at: instant,
  previous: z.string(),
  seen: z.array(z.tuple([z.string(), sequence, z.string()])),
}) satisfies z.ZodType<Root>

const scopeExport = z.strictObject({
  scope: scopeCode,
  /**
   * Sequences of the oldest and the newest root in the export, and the hash of the newest as its bucket held it under
   * lock: what makes those before it unchangeable. Absent when the scope has no root.
   */
  roots: z.strictObject({ first: sequence, last: sequence, hash: z.string() }).optional(),
  /** The county has left: its cases were erased. The act stands in the audit of its city. */
  erased: z.literal(true).optional(),
})
export type ScopeExport = z.output<typeof scopeExport>
export type RootSpan = NonNullable<ScopeExport['roots']>

export const exportManifest = z.strictObject({
  format: z.literal(EXPORT_FORMAT),
  at: instant,
  /** Roots before this instant were left out, and the chains that are in none since. */
  from: instant.optional(),
  scopes: z.array(scopeExport),
})
export type ExportManifest = z.output<typeof exportManifest>

export const rootsFile = (scope: string) => `${scope}.roots.jsonl`
export const rowsFile = (scope: string) => `${scope}.rows.jsonl`
export const MANIFEST_FILE = 'manifest.json'
