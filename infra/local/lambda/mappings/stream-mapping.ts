import { createHash } from 'node:crypto'
import type { Timer } from '../../clock/clock.ts'
import { createBatchDelivery, type DeliveryDeps } from './batch-delivery.ts'
import type { Mapping, Reader } from './mapping.ts'
import type { Positions } from './positions.ts'
import type { StreamRecord, Streams } from './streams.ts'

export interface ShardReaderDeps extends DeliveryDeps {
  streams: Streams
  positions: Positions
}

/** What a batch may weigh as an invocation, with room for the list around the records. */
const LONGEST_BATCH_BYTES = 5_900_000

export function createShardReader(mapping: Mapping, shard: string, deps: ShardReaderDeps): Reader {
  const { clock, activity, faults, positions, streams } = deps
  const delivery = createBatchDelivery(mapping, shard, deps)
  const faultName = `streams:${mapping.sourceArn.split('/')[1]}`
  let position = positions.read(mapping.id, shard) ?? firstPosition()
  let running = false
  let again = false
  let stopped = false
  /** Read up to `readTo`, not yet delivered: a batch that grows until it is full or its window has passed. */
  let gathered: StreamRecord[] = []
  let readTo = position
  let batchingSince: number | undefined
  let alarm: Timer | undefined

  /** LATEST means what comes after the mapping was made, not after the first record was read. */
  function firstPosition(): string {
    if (mapping.startingPosition === 'TRIM_HORIZON') return mapping.startingPosition
    const first = streams.read(mapping.sourceArn, shard, 'LATEST', 0).last ?? 'TRIM_HORIZON'
    void positions.save(mapping.id, shard, first).catch(() => undefined)
    return first
  }

  async function moveTo(next: string) {
    position = next
    readTo = next
    await activity.during('stream position', () => positions.save(mapping.id, shard, next))
  }

  /** False when there is nothing to deliver now. */
  async function readOnce(): Promise<boolean> {
    const window = mapping.batchSize * mapping.parallel
    const { records, last } = streams.read(mapping.sourceArn, shard, readTo, window)
    if (records.length === 0 && gathered.length === 0) return false
    gathered.push(...records.filter((record) => mapping.matches(record)))
    readTo = last ?? readTo
    if (waitsForMore(gathered.length)) return false
    const wanted = gathered
    gathered = []
    batchingSince = undefined
    if (faults.strikes('delay', faultName)) await deps.pause(DELAY_FAULT_MS)
    if (wanted.length > 0) await deliverAll(faults.strikes('reorder', faultName) ? reordered(wanted) : wanted)
    if (stopped) return false
    const reached = readTo
    if (faults.strikes('replay', faultName)) await replayUpTo(reached)
    if (stopped) return false
    await moveTo(reached)
    return true
  }

  /** Everything that the shard keeps, from its beginning, once more. */
  async function replayUpTo(end: string) {
    const window = mapping.batchSize * mapping.parallel
    let from = 'TRIM_HORIZON'
    for (;;) {
      const { records, last } = streams.read(mapping.sourceArn, shard, from, window)
      const stop = records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === end)
      const again = stop < 0 ? records : records.slice(0, stop + 1)
      await deliverAll(again.filter((record) => mapping.matches(record)))
      if (stopped || stop >= 0 || last === undefined || records.length === 0) return
      from = last
    }
  }

  /** A batching window lets a batch grow until it is full or the window has passed on the virtual clock. */
  function waitsForMore(count: number): boolean {
    if (mapping.batchingWindowMs === 0 || count >= mapping.batchSize || count === 0) return false
    batchingSince ??= clock.now()
    const end = batchingSince + mapping.batchingWindowMs
    if (clock.now() >= end) return false
    alarm?.cancel()
    alarm = clock.at(end, wake)
    return true
  }

  /**
   * Lanes keep the order of each item; a lane that is stuck holds up the others for its retries at most. What fits one
   * batch goes as one: with nothing behind it, lanes would be so many more invocations and not a moment sooner.
   */
  async function deliverAll(records: StreamRecord[]) {
    const lanes = lanesOf(records, records.length > mapping.batchSize ? mapping.parallel : 1)
    await Promise.all(
      lanes.map(async (lane) => {
        for (const batch of batchesOf(lane, mapping.batchSize)) {
          await delivery.deliver(batch)
          for (let again = faults.times('duplicate', faultName); again > 0 && !stopped; again--)
            await delivery.deliver(batch)
        }
      }),
    )
  }

  async function loop() {
    running = true
    try {
      do {
        again = false
        while (!stopped && (await readOnce())) again = false
      } while (again && !stopped)
    } catch (error) {
      // what was read and not delivered is read again
      gathered = []
      readTo = position
      batchingSince = undefined
      // a database that closes under us at a stop; anything else is told and tried again at the next record
      if (!stopped) deps.log(`event source mapping ${mapping.id}: ${(error as Error).message}`)
    } finally {
      running = false
    }
  }

  function wake() {
    again = true
    if (!running && !stopped) void loop()
  }

  return {
    start: wake,
    wake,
    stop() {
      stopped = true
      alarm?.cancel()
      delivery.stop()
    },
  }
}

/** How long an injected delay holds a batch back, on the virtual clock. */
const DELAY_FAULT_MS = 2_000

function lanesOf(records: StreamRecord[], count: number): StreamRecord[][] {
  if (count === 1) return [records]
  const lanes: StreamRecord[][] = Array.from({ length: count }, () => [])
  for (const record of records) lanes[hashOf(itemOf(record)) % count]!.push(record)
  return lanes.filter((lane) => lane.length > 0)
}

export function batchesOf(records: StreamRecord[], size: number): StreamRecord[][] {
  const batches: StreamRecord[][] = []
  let bytes = 0
  for (const record of records) {
    const weight = Buffer.byteLength(JSON.stringify(record))
    const current = batches.at(-1)
    if (!current || current.length >= size || bytes + weight > LONGEST_BATCH_BYTES) {
      batches.push([record])
      bytes = weight
    } else {
      current.push(record)
      bytes += weight
    }
  }
  return batches
}

/** The same records with the items in another order; those of one item keep theirs, as a real stream does. */
function reordered(records: StreamRecord[]): StreamRecord[] {
  const items = new Map<string, StreamRecord[]>()
  for (const record of records) {
    const item = itemOf(record)
    items.set(item, [...(items.get(item) ?? []), record])
  }
  return [...items.values()].reverse().flat()
}

const itemOf = (record: StreamRecord) => JSON.stringify(record.dynamodb.Keys)
const hashOf = (text: string) => createHash('sha256').update(text).digest().readUInt32BE(0)
