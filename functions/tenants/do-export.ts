import { canonical } from '#shared/kernel/canonical'
import { instantOf } from '#shared/kernel/instant'
import { type ExportRecord, MANIFEST, partName } from '#shared/tenants/leaving'
import type { LeavingInput } from '#shared/tenants/leaving-asl'
import type { TenantFile } from '#shared/tenants/view'
import type { Clock } from '../kernel/clock.ts'
import { systemCommand } from './acts.ts'
import type { CountyItems, ExportFiles, Item, Partition, Registry } from './ports.ts'
import { StepStopped } from './step-stopped.ts'

export interface ExportNeeds {
  readonly registry: Registry
  readonly file: TenantFile
  readonly items: CountyItems
  readonly files: ExportFiles
  readonly clock: Clock
  /** SHA-256 in hexadecimal. */
  readonly digest: (text: string) => string
  /** Whether there is time to go on before the function would be cut off. */
  readonly hasTime: () => boolean
  /** Characters of a part, about. */
  readonly partSize: number
}

/** Items that are read and not yet put. */
interface Collected {
  readonly lines: readonly string[]
  readonly size: number
  readonly counts: Readonly<Record<string, number>>
  readonly place: Partition
}

/**
 * Takes a county out, part by part. A part is put before the register knows of it: broken off between the two, it is read
 * and put once more under the same name.
 */
export async function doExport(needs: ExportNeeds, { number, attempt }: LeavingInput) {
  const { registry, file, items, hasTime, partSize } = needs
  const { tenant, foundedAt } = file.record
  let record = await registry.exportOf(tenant, number)
  if (record?.attempt !== attempt) throw new StepStopped('attempt-superseded')
  if (record.state === 'done') return { done: true }
  let collected: Collected | undefined
  for await (const partition of items.partitions(foundedAt, record.place)) {
    collected = withItems(collected, partition, await items.read(partition))
    if (collected.size < partSize && hasTime()) continue
    record = await keepPart(needs, record, collected)
    collected = undefined
    if (!hasTime()) return { done: false }
  }
  if (collected) record = await keepPart(needs, record, collected)
  await finish(needs, record)
  return { done: true }
}

const nothing: Omit<Collected, 'place'> = { lines: [], size: 0, counts: {} }

function withItems(before: Collected | undefined, place: Partition, found: readonly Item[]): Collected {
  const { lines, size, counts } = before ?? nothing
  const added = found.map((item) => JSON.stringify({ table: place.table, item }))
  const addedSize = added.reduce((sum, line) => sum + line.length + 1, 0)
  const count = (counts[place.family] ?? 0) + found.length
  return {
    lines: lines.concat(added),
    size: size + addedSize,
    counts: found.length > 0 ? { ...counts, [place.family]: count } : counts,
    place,
  }
}

/** Puts what was collected, if anything, and notes how far the walk came. */
async function keepPart(needs: ExportNeeds, record: ExportRecord, { lines, counts, place }: Collected) {
  const { family, partition, table } = place
  return keep(needs, {
    ...record,
    parts: [...record.parts, ...(lines.length > 0 ? [await putPart(needs, record, lines)] : [])],
    counts: summed(record.counts, counts),
    place: { family, partition, table },
  })
}

async function putPart({ files, file, digest }: ExportNeeds, record: ExportRecord, lines: readonly string[]) {
  const name = partName(record.parts.length + 1)
  const content = lines.map((line) => `${line}\n`).join('')
  await files.put({ tenant: file.record.tenant, number: record.number }, name, content)
  return { name, items: lines.length, bytes: Buffer.byteLength(content), sha256: digest(content) }
}

const summed = (a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map((name) => [
      name,
      (a[name] ?? 0) + (b[name] ?? 0),
    ]),
  )

/** The manifest names every part with its hash, and says what the register knew of the county. */
async function finish(needs: ExportNeeds, record: ExportRecord) {
  const { files, file, clock, digest } = needs
  const { number, startedAt, counts, parts } = record
  const { tenant, city, name } = file.record
  const endedAt = instantOf(clock.now())
  const told = { tenant, city, name, number, startedAt, endedAt, counts, parts }
  const content = canonical({ format: 'chengyun tenant export 1', ...told, register: file })
  await files.put({ tenant, number }, MANIFEST, content)
  await keep(needs, { ...record, state: 'done', endedAt, manifest: digest(content) })
}

/** Upon the sequence that was read: an execution that was given up for another one keeps nothing any more. */
async function keep({ registry, file, clock }: ExportNeeds, changed: ExportRecord): Promise<ExportRecord> {
  const { tenant } = file.record
  const next = { ...changed, sequence: changed.sequence + 1 }
  const { number, attempt, sequence, state, parts } = next
  const command = systemCommand(`export-${tenant}-${number}-${attempt}-${sequence}`, {
    act: state === 'done' ? 'tenant-exported' : 'tenant-export-part-kept',
    subject: tenant,
    at: instantOf(clock.now()),
    details: { number, parts: parts.length, ...(next.manifest && { manifest: next.manifest }) },
  })
  if ((await registry.keepExport(tenant, next, command)) === 'committed') return next
  throw new StepStopped('attempt-superseded')
}
