import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ImportJob } from '#shared/imports/job'
import type { ImportKind } from '#shared/imports/kinds'
import type { Clock } from '../kernel/clock.ts'
import { applyPlan } from './apply-plan.ts'
import { checkFile } from './check-file.ts'
import type { Extent } from './coordinates.ts'
import type { Destination, ImportObjects, ImportStore } from './ports.ts'
import { Overtaken } from './progress.ts'

export interface RunNeeds {
  readonly store: ImportStore
  objectsOf(job: string): ImportObjects
  destinationOf(kind: ImportKind): Destination
  /** Where the county lies, as far as its grids tell. */
  extent(): Promise<Extent | undefined>
  readonly clock: Clock
  /** Milliseconds that always run: how fast rows are read. */
  elapsed(): number
}

/**
 * Does what an import waits for; called again, it goes on where it was, and does nothing once that is done. Whoever is
 * overtaken by a new command leaves the rest to the run of that command.
 */
export const runImport =
  (needs: RunNeeds) =>
  async (id: string): Promise<ImportJob | undefined> => {
    const job = await needs.store.read(id)
    if (!job || (job.state !== 'checking' && job.state !== 'applying')) return job
    const folder = await mkdtemp(join(tmpdir(), 'import-'))
    try {
      return await (job.state === 'checking' ? checkFile : applyPlan)(needs, job, folder)
    } catch (error) {
      if (error instanceof Overtaken) return needs.store.read(id)
      throw error
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
