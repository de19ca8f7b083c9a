import * as z from 'zod'
import { jobStates } from './onboarding-steps.ts'

/** How many items of each kind (`CASE`, `AREAS`): what a county has, had or left behind. */
export const itemCounts = z.record(z.string(), z.int())
export type ItemCounts = z.output<typeof itemCounts>

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const job = { state: z.enum(jobStates), attempt: z.int(), startedAt: z.iso.datetime() }

/** Where a walk over a county's partitions stands: the last one that is done with. */
export const walkPlace = z.object({ family: z.string(), partition: z.string(), table: z.string() })
export type WalkPlace = z.output<typeof walkPlace>

/** A file of JSON Lines, an item of the county per line. */
const exportPart = z.object({ name: z.string(), items: z.int(), bytes: z.int(), sha256 })

/** Everything of a county, taken out into files. */
export const tenantExport = z.object({
  ...job,
  /** Counts from 1 within the county. */
  number: z.int(),
  /** Version of the tenant's record when it was begun: what came after is not in it. */
  version: z.int(),
  endedAt: z.iso.datetime().exactOptional(),
  counts: itemCounts,
  parts: z.array(exportPart),
  /** The hash of the file that names all others with their hashes; there once the export is done. */
  manifest: sha256.exactOptional(),
})
export type TenantExport = z.output<typeof tenantExport>

/** The same as the register keeps it while it is made. */
export const exportRecord = z.object({
  ...tenantExport.shape,
  /** Counts its writes: each is made upon the one before. */
  sequence: z.int(),
  place: walkPlace.exactOptional(),
})
export type ExportRecord = z.output<typeof exportRecord>

/** That everything of a county was erased, and what was taken out before: the proof. */
export const erasure = z.object({
  ...job,
  export: z.int(),
  manifest: sha256,
  endedAt: z.iso.datetime().exactOptional(),
  before: itemCounts.exactOptional(),
  /** What is there still: rows of the audit alone, which the law asks to be kept and in which nobody is named. */
  after: itemCounts.exactOptional(),
})
export type Erasure = z.output<typeof erasure>

export const MANIFEST = 'manifest.json'
export const partName = (sequence: number) => `part-${String(sequence).padStart(6, '0')}.jsonl`
