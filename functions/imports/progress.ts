import type { ImportJob } from '#shared/imports/job'
import { instantOf } from '#shared/kernel/instant'
import type { RunNeeds } from './run-import.ts'

/** Somebody else's command came between: what this run does is no longer wanted. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken'
}

/** How often a run tells of itself. */
const EVERY_MS = 1_000

/** Tells how a run goes, once a second at most; the job it tells of is the one given last. */
export function createProgress(
  { store, clock, elapsed }: Pick<RunNeeds, 'store' | 'clock' | 'elapsed'>,
  { version }: ImportJob,
) {
  const began = elapsed()
  let told = began
  const tell = async (job: ImportJob) => {
    const next = { ...job, heardAt: instantOf(clock.now()) }
    if ((await store.tell(next, version)) === 'changed')
      throw new Overtaken('The import was changed meanwhile.')
    return next
  }
  return {
    /** Rows a second since the run began. */
    rate: (rows: number) => Math.round(rows / Math.max(0.001, (elapsed() - began) / 1000)),
    tell,
    async maybe(job: () => ImportJob) {
      if (elapsed() - told < EVERY_MS) return
      told = elapsed()
      await tell(job())
    },
  }
}
