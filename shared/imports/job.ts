import * as z from 'zod'
import { coordinateSystems } from './coordinates.ts'
import { importKinds } from './kinds.ts'
import { fileProblemCodes } from './problems.ts'

export const importId = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/)

/**
 * `waiting` for the file; `checking` it; `checked`: what it would do is known, nothing is done; `unreadable`: the file cannot
 * be read; `applying`, `applied`. A run that was killed goes on where it was, and can be sent
 * on again.
 */
export const importStates = ['waiting', 'checking', 'checked', 'unreadable', 'applying', 'applied'] as const
export type ImportState = (typeof importStates)[number]

/** What can be done next. */
export const importActions = {
  waiting: ['check'],
  checking: ['check'],
  checked: ['check', 'apply'],
  unreadable: ['check'],
  applying: ['apply'],
  applied: [],
} as const satisfies Record<ImportState, readonly ('check' | 'apply')[]>

const count = z.int().min(0)

export const importCounts = z.object({
  rows: count,
  added: count,
  changed: count,
  same: count,
  bad: count,
})
export type ImportCounts = Readonly<z.output<typeof importCounts>>

export const noCounts: ImportCounts = { rows: 0, added: 0, changed: 0, same: 0, bad: 0 }

/** An import as it is stored: no name of a file and nothing of its rows, which may name people. */
export const importJob = z.object({
  id: importId,
  kind: z.enum(importKinds),
  /** What whoever imports chose; once checked, what the file was read as. */
  coordinates: z.enum(coordinateSystems).exactOptional(),
  state: z.enum(importStates),
  version: z.int().min(1),
  person: z.string(),
  startedAt: z.iso.datetime(),
  counts: importCounts,
  /** Rows of the plan that are written. */
  written: count,
  rowsPerSecond: count,
  /** When a run last told of itself. */
  heardAt: z.iso.datetime().exactOptional(),
  /** Why the file could not be read. */
  problem: z
    .object({
      code: z.enum(fileProblemCodes),
      values: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
    })
    .exactOptional(),
})
export type ImportJob = Readonly<z.output<typeof importJob>>
