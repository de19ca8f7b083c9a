import type { Clock, Timer } from '../../clock/clock.ts'
import type { Faults } from '../../faults/faults.ts'
import type { Activity } from '../../kernel/activity.ts'
import { AwsError } from '../../kernel/aws.ts'
import type { Functions, Invocation } from '../../kernel/functions.ts'
import { failedItems } from './item-failures.ts'
import type { Mapping } from './mapping.ts'
import type { StreamRecord } from './streams.ts'

export interface DeliveryDeps {
  clock: Clock
  activity: Activity
  faults: Faults
  functions: Functions
  /** Waits on the virtual clock without counting as busy. */
  pause: (ms: number) => Promise<void>
  /** Sends a text to a queue or topic. */
  deliver: (arn: string, body: string) => Promise<void>
  log: (line: string) => void
}

/** Brings batches of one shard to their function: again after failures, in halves, at last aside. */
export interface BatchDelivery {
  /** Resolves when every record was taken, set aside or is too old. */
  deliver(records: StreamRecord[]): Promise<void>
  stop(): void
}

type Result = { taken: true } | { taken: false; from: number; invocation: Invocation | undefined }

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 30_000

export function createBatchDelivery(mapping: Mapping, shard: string, deps: DeliveryDeps): BatchDelivery {
  const { clock, activity, functions } = deps
  let stopped = false

  async function attempt(records: StreamRecord[]): Promise<Result> {
    let invocation: Invocation
    try {
      invocation = await functions.invoke(mapping.functionArn, JSON.stringify({ Records: records }))
    } catch (error) {
      if (!(error instanceof AwsError)) throw error
      return { taken: false, from: 0, invocation: undefined }
    }
    if (invocation.functionError) return { taken: false, from: 0, invocation }
    if (!mapping.reportsItemFailures) return { taken: true }
    const numbers = records.map((record) => record.dynamodb.SequenceNumber)
    const failed = failedItems(invocation.payload, numbers)
    if (failed.length === 0) return { taken: true }
    return { taken: false, from: Math.min(...failed.map((number) => numbers.indexOf(number))), invocation }
  }

  async function deliver(records: StreamRecord[]): Promise<void> {
    let pending = records
    let failures = 0
    for (let attempts = 1; !stopped; attempts++) {
      pending = await withoutTooOld(pending)
      if (pending.length === 0) return
      const result = await attempt(pending)
      if (result.taken || stopped) return
      if (result.from > 0) {
        pending = pending.slice(result.from)
        failures = 0
      }
      // halving does not count as a retry: it ends where the record that fails stands alone
      if (result.invocation && mapping.bisect && pending.length > 1) {
        const middle = Math.ceil(pending.length / 2)
        await deliver(pending.slice(0, middle))
        return deliver(pending.slice(middle))
      }
      if (result.invocation) failures++
      if (mapping.retries !== undefined && failures > mapping.retries)
        return setAside(pending, 'RetryAttemptsExhausted', failures, result.invocation)
      await deps.pause(Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS))
    }
  }

  async function withoutTooOld(records: StreamRecord[]): Promise<StreamRecord[]> {
    const oldest = (clock.now() - mapping.longestAgeMs) / 1000
    const tooOld = records.filter((record) => record.dynamodb.ApproximateCreationDateTime < oldest)
    if (tooOld.length === 0) return records
    await setAside(tooOld, 'MaximumRecordAgeExceeded', 0, undefined)
    return records.filter((record) => !tooOld.includes(record))
  }

  async function setAside(
    records: StreamRecord[],
    condition: string,
    count: number,
    invocation?: Invocation,
  ) {
    deps.log(`event source mapping ${mapping.id}: ${records.length} records set aside (${condition})`)
    if (!mapping.onFailure) return
    const document = failureDocument({
      mapping,
      shard,
      records,
      condition,
      count,
      invocation,
      now: clock.now(),
    })
    await activity.during('failure destination', () =>
      deps.deliver(mapping.onFailure!, JSON.stringify(document)),
    )
  }

  return {
    deliver,
    stop() {
      stopped = true
    },
  }
}

interface Failure {
  mapping: Mapping
  shard: string
  records: StreamRecord[]
  condition: string
  count: number
  invocation: Invocation | undefined
  now: number
}

/** What AWS sends to the failure destination of a stream: where the records are, not the records. */
function failureDocument({ mapping, shard, records, condition, count, invocation, now }: Failure) {
  const first = records[0]!.dynamodb
  const last = records.at(-1)!.dynamodb
  const instant = (seconds: number) => new Date(seconds * 1000).toISOString()
  return {
    requestContext: {
      requestId: invocation?.requestId ?? '',
      functionArn: mapping.functionArn,
      condition,
      approximateInvokeCount: count,
    },
    ...(invocation
      ? {
          responseContext: {
            statusCode: 200,
            executedVersion: invocation.executedVersion,
            functionError: invocation.functionError ?? 'Unhandled',
          },
        }
      : {}),
    version: '1.0',
    timestamp: new Date(now).toISOString(),
    DDBStreamBatchInfo: {
      shardId: shard,
      startSequenceNumber: first.SequenceNumber,
      endSequenceNumber: last.SequenceNumber,
      approximateArrivalOfFirstRecord: instant(first.ApproximateCreationDateTime),
      approximateArrivalOfLastRecord: instant(last.ApproximateCreationDateTime),
      batchSize: records.length,
      streamArn: mapping.sourceArn,
    },
  }
}

/** A pause on the virtual clock that a stop cuts short. */
export function createPause(clock: Clock): { pause: (ms: number) => Promise<void>; stop(): void } {
  const open = new Set<{ timer: Timer; end: () => void }>()
  return {
    pause: (ms) =>
      new Promise((resolve) => {
        const entry = { timer: clock.at(clock.now() + ms, () => entry.end()), end: () => finish() }
        const finish = () => {
          open.delete(entry)
          resolve()
        }
        open.add(entry)
      }),
    stop() {
      for (const { timer, end } of [...open]) {
        timer.cancel()
        end()
      }
    },
  }
}
