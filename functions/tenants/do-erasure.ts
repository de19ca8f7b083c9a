import { instantOf } from '#shared/kernel/instant'
import type { Erasure, ItemCounts } from '#shared/tenants/leaving'
import type { LeavingInput } from '#shared/tenants/leaving-asl'
import { moved } from '#shared/tenants/standing'
import type { TenantRecord } from '#shared/tenants/tenant'
import type { TenantFile } from '#shared/tenants/view'
import type { Clock } from '../kernel/clock.ts'
import { systemCommand } from './acts.ts'
import type { CountyAccounts, CountyItems, Registry } from './ports.ts'
import { StepStopped } from './step-stopped.ts'

export interface ErasureNeeds {
  readonly registry: Registry
  readonly file: TenantFile
  readonly items: CountyItems
  readonly accounts: CountyAccounts
  readonly clock: Clock
  readonly hasTime: () => boolean
}

/**
 * Erases a county: counted, deleted, counted again until nothing is left but what is kept, and only then left. What was
 * deleted stays so: broken off, it goes on with what it still finds.
 */
export async function doErasure(needs: ErasureNeeds, { attempt }: LeavingInput) {
  const { file, items, accounts, hasTime } = needs
  const { foundedAt, erasure } = file.record
  if (erasure?.attempt !== attempt) throw new StepStopped('attempt-superseded')
  if (erasure.state === 'done') return { done: true }
  if (!erasure.before) {
    const { all } = await countAll(needs, foundedAt)
    await keep(needs, { ...erasure, before: all })
    return { done: false }
  }
  for await (const partition of items.partitions(foundedAt)) {
    if (!partition.kept) await items.erase(partition)
    if (!hasTime()) return { done: false }
  }
  await accounts.erase()
  const { all, left } = await countAll(needs, foundedAt)
  if (left > 0) return { done: false }
  const endedAt = instantOf(needs.clock.now())
  await keep(needs, { ...erasure, state: 'done', endedAt, after: all })
  return { done: true }
}

/** `left`: how many of them are not there to stay. */
async function countAll(
  { items, accounts }: ErasureNeeds,
  since: string,
): Promise<{ all: ItemCounts; left: number }> {
  const opened = await accounts.count()
  const all: Record<string, number> = opened > 0 ? { ACCOUNT: opened } : {}
  let left = opened
  for await (const partition of items.partitions(since)) {
    const count = await items.count(partition)
    if (count > 0) all[partition.family] = (all[partition.family] ?? 0) + count
    if (!partition.kept) left += count
  }
  return { all, left }
}

async function keep({ registry, file, clock }: ErasureNeeds, erasure: Erasure): Promise<void> {
  const { record } = file
  const isDone = erasure.state === 'done'
  const standing = isDone ? moved(record, 'erased') : undefined
  if (isDone && !standing) throw new StepStopped('not-leaving')
  const { before: _before, ...rest } = record
  const after: TenantRecord = {
    ...(standing ? { ...rest, ...standing } : record),
    erasure,
    version: record.version + 1,
  }
  const { tenant } = record
  const command = systemCommand(`erasure-${tenant}-${erasure.attempt}-${erasure.state}`, {
    act: isDone ? 'tenant-erased' : 'tenant-counted',
    subject: tenant,
    at: instantOf(clock.now()),
    details: {
      export: erasure.export,
      manifest: erasure.manifest,
      before: total(erasure.before),
      ...(erasure.after && { after: total(erasure.after) }),
    },
  })
  const outcome = await registry.change(record, after, command)
  if (outcome !== 'committed') throw new StepStopped('attempt-superseded')
}

const total = (counts: ItemCounts = {}) => Object.values(counts).reduce((sum, count) => sum + count, 0)
