import type { Clock, Timer } from '../../clock/clock.ts'
import type { Faults } from '../../faults/faults.ts'
import type { Activity } from '../../kernel/activity.ts'
import { AwsError } from '../../kernel/aws.ts'
import type { Functions } from '../../kernel/functions.ts'
import { failedItems } from './item-failures.ts'
import type { Mapping, Reader } from './mapping.ts'

/** A message as Lambda hands it to a function. */
export interface QueueRecord {
  messageId: string
  receiptHandle: string
  body: string
}

/** The queues, read in the process. What is not deleted comes back when its visibility timeout ends. */
export interface QueueSource {
  receive(queueArn: string, most: number): Promise<QueueRecord[]>
  delete(queueArn: string, receiptHandles: string[]): Promise<void>
  /** Called when a message becomes visible. */
  onMessage(listener: (queueArn: string) => void): void
}

interface Deps {
  queues: QueueSource
  clock: Clock
  functions: Functions
  activity: Activity
  faults: Faults
  log: (line: string) => void
}

/** Reads one queue for one mapping, several batches at once. */
export function createQueueReader(mapping: Mapping, deps: Deps): Reader {
  const { queues, clock, functions, activity, faults } = deps
  const faultName = `streams:${mapping.sourceArn.split(':').at(-1)}`
  let running = 0
  let again = false
  let stopped = false
  /** Messages that came since the batching window opened; undefined while it is shut. */
  let arrived: number | undefined
  let alarm: Timer | undefined

  /** False when the queue had nothing. */
  async function takeBatch(): Promise<boolean> {
    const records = await activity.during('queue', () => queues.receive(mapping.sourceArn, mapping.batchSize))
    if (records.length === 0) return false
    const wanted = records.filter((record) => mapping.matches(readable(record)))
    const unwanted = records.filter((record) => !wanted.includes(record))
    // a filter of a queue mapping throws away what does not fit
    const done = [...unwanted, ...(await taken(wanted))]
    if (!stopped && done.length > 0 && !faults.strikes('duplicate', faultName))
      await activity.during('queue', () =>
        queues.delete(
          mapping.sourceArn,
          done.map(({ receiptHandle }) => receiptHandle),
        ),
      )
    return true
  }

  async function taken(records: QueueRecord[]): Promise<QueueRecord[]> {
    if (records.length === 0) return []
    try {
      const invocation = await functions.invoke(mapping.functionArn, JSON.stringify({ Records: records }))
      if (invocation.functionError) return []
      if (!mapping.reportsItemFailures) return records
      const failed = failedItems(
        invocation.payload,
        records.map(({ messageId }) => messageId),
      )
      return records.filter(({ messageId }) => !failed.includes(messageId))
    } catch (error) {
      if (error instanceof AwsError) return []
      throw error
    }
  }

  async function loop() {
    running++
    try {
      while (!stopped && (await takeBatch())) if (running < mapping.concurrency) void loop()
    } catch (error) {
      if (!stopped) deps.log(`event source mapping ${mapping.id}: ${(error as Error).message}`)
    } finally {
      running--
      if (again && running === 0) wake()
    }
  }

  function wake() {
    again = running > 0
    if (running === 0 && !stopped) void loop()
  }

  /** A batching window lets messages gather until there are enough of them or it has passed on the virtual clock. */
  function gather() {
    if (stopped) return
    if (arrived === undefined) {
      arrived = 0
      alarm = clock.at(clock.now() + mapping.batchingWindowMs, endGathering)
    }
    if (++arrived >= mapping.batchSize) endGathering()
  }

  function endGathering() {
    alarm?.cancel()
    arrived = undefined
    wake()
  }

  return {
    start: wake,
    wake: mapping.batchingWindowMs === 0 ? wake : gather,
    stop() {
      stopped = true
      alarm?.cancel()
    },
  }
}

/** Filters see the body as an object where it is JSON. */
function readable(record: QueueRecord): unknown {
  try {
    return { ...record, body: JSON.parse(record.body) }
  } catch {
    return record
  }
}
