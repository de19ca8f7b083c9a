import { join } from 'node:path'
import type { ImportJob } from '#shared/imports/job'
import { instantOf } from '#shared/kernel/instant'
import { bodyHashOf } from '../kernel/command.ts'
import { linesOf } from './files/lines.ts'
import { openSourceFile } from './files/source-file.ts'
import { createProgress, Overtaken } from './progress.ts'
import type { RunNeeds } from './run-import.ts'

/**
 * Writes what the check has planned, batch by batch, and notes after each how far it came. Whoever is killed is followed
 * by another run, which writes the batch under way once more (rows that are there are left alone) and goes on to the end:
 * a plan that has begun is never half done for good, and never done twice.
 */
export async function applyPlan(needs: RunNeeds, job: ImportJob, folder: string): Promise<ImportJob> {
  const progress = createProgress(needs, job)
  const plan = join(folder, 'plan')
  if ((await needs.objectsOf(job.id).fetch('plan', plan)) === 'missing')
    throw new Error('The plan of the import is gone: its bucket keeps it for a week.')
  const { batch, apply } = needs.destinationOf(job.kind)
  const by = { actor: job.person, post: 'administrator', at: instantOf(needs.clock.now()) }
  let now = job
  for await (const items of batchesOf(plan, batch, job.written)) {
    await apply(items, by)
    const written = now.written + items.length
    now = await progress.tell({ ...now, written, rowsPerSecond: progress.rate(written - job.written) })
  }
  return finish(needs, now)
}

async function* batchesOf(plan: string, size: number, skip: number): AsyncIterable<unknown[]> {
  await using file = await openSourceFile(plan)
  let items: unknown[] = []
  let at = 0
  for await (const line of linesOf(file.pieces())) {
    if (at++ < skip) continue
    items.push(JSON.parse(line.toString()).item)
    if (items.length < size) continue
    yield items
    items = []
  }
  if (items.length > 0) yield items
}

/** The end stands in the audit, once. */
async function finish({ store, clock }: RunNeeds, job: ImportJob): Promise<ImportJob> {
  const at = instantOf(clock.now())
  const done: ImportJob = { ...job, state: 'applied', version: job.version + 1, heardAt: at }
  const { kind, counts } = job
  const { added, changed, same, bad } = counts
  const command = {
    key: `import-applied-${job.id}`,
    bodyHash: bodyHashOf({ import: job.id }),
    act: {
      act: 'import-applied',
      actor: job.person,
      post: 'administrator',
      subject: job.id,
      details: { kind, added, changed, same, bad },
      at,
    },
    answer: null,
  }
  if ((await store.keep(command, done)) === 'changed') throw new Overtaken('Another run has come to the end.')
  return done
}
