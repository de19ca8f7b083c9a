import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Clock, createClock } from '../../../infra/local/clock/clock.ts'
import { createFaults, type Faults } from '../../../infra/local/faults/faults.ts'
import { type Activity, createActivity } from '../../../infra/local/kernel/activity.ts'
import { AwsError } from '../../../infra/local/kernel/aws.ts'
import { type Database, openDatabase } from '../../../infra/local/kernel/database.ts'
import type { Functions } from '../../../infra/local/kernel/functions.ts'
import { createMappings, type Mappings } from '../../../infra/local/lambda/mappings/mappings.ts'
import type { QueueRecord } from '../../../infra/local/lambda/mappings/queue-mapping.ts'
import { batchesOf } from '../../../infra/local/lambda/mappings/stream-mapping.ts'
import type { StreamRecord, Streams } from '../../../infra/local/lambda/mappings/streams.ts'
import { resource } from '../../support/lambda-harness.ts'

const STREAM = 'arn:aws:dynamodb:us-east-1:000000000000:table/T/stream/now'
const QUEUE = 'arn:aws:sqs:us-east-1:000000000000:q'
const DEAD = 'arn:aws:sqs:us-east-1:000000000000:dead'
const SECOND = 1_000

type Record = StreamRecord & { eventName: string; value: string }

/** A stream with one shard that lives in an array: sequence numbers are positions in it. */
function memoryStream(now: () => number) {
  const records: Record[] = []
  const listeners = new Set<(arn: string) => void>()
  const streams: Streams = {
    shards: () => ['shard'],
    read(_, __, after, limit) {
      if (after === 'LATEST') return { records: [], last: String(records.length) }
      const from = after === 'TRIM_HORIZON' ? 0 : Number(after)
      const found = records.slice(from, from + limit)
      return { records: found, last: found.at(-1)?.dynamodb.SequenceNumber }
    },
    onAppend(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const append = (...items: [item: string, value: string][]) => {
    for (const [item, value] of items)
      records.push({
        eventName: 'INSERT',
        value,
        dynamodb: {
          Keys: { pk: { S: item } },
          SequenceNumber: String(records.length + 1),
          ApproximateCreationDateTime: now() / 1000,
        },
      })
    for (const listener of listeners) listener(STREAM)
  }
  return { streams, append, records }
}

let folder: string
let database: Database
let activity: Activity
let clock: Clock
let faults: Faults
let stream: ReturnType<typeof memoryStream>
let mappings: Mappings
let batches: string[][]
let sent: { arn: string; body: { requestContext: object; DDBStreamBatchInfo: object } }[]
/** What the function does with a batch: throws, or answers. */
let handle: (values: string[], records: Record[]) => unknown
let waiting: QueueRecord[]
let deleted: string[]
let messageListener: (arn: string) => void

const functions: Functions = {
  invoke: (_, payload) =>
    activity.during('function', async () => {
      const { Records: records } = JSON.parse(payload) as { Records: Record[] }
      const values = records.map((record) => record.value ?? (record as unknown as QueueRecord).body)
      batches.push(values)
      await new Promise((resolve) => setImmediate(resolve))
      try {
        const answer = handle(values, records)
        return { payload: JSON.stringify(answer ?? null), executedVersion: '$LATEST', requestId: 'r' }
      } catch (error) {
        if (error instanceof AwsError) throw error
        return {
          payload: '{}',
          functionError: 'Unhandled' as const,
          executedVersion: '$LATEST',
          requestId: 'r',
        }
      }
    }),
  invokeLater: async () => undefined,
}

function begin(properties: object, id = 'M') {
  mappings = createMappings({
    ...{ database, clock, activity, faults, functions, streams: stream.streams },
    queues: {
      receive: async (_, most) => waiting.splice(0, most),
      delete: async (_, handles) => void deleted.push(...handles),
      onMessage: (listener) => {
        messageListener = listener
      },
    },
    authorize: () => undefined,
    principalOf: () => ({ arn: 'a', account: '0', root: false, tags: {} }),
    deliver: async (arn, body) => void sent.push({ arn, body: JSON.parse(body) }),
    log: () => undefined,
  })
  mappings.provision([
    resource('AWS::Lambda::EventSourceMapping', id, {
      FunctionName: 'f',
      EventSourceArn: STREAM,
      StartingPosition: 'TRIM_HORIZON',
      ...properties,
    }),
  ])
  mappings.start()
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mappings-'))
  database = openDatabase(folder)
  activity = createActivity()
  clock = createClock(database, activity)
  faults = createFaults(() => 0)
  stream = memoryStream(clock.now)
  ;[batches, sent, waiting, deleted] = [[], [], [], []]
  handle = () => undefined
})
afterEach(async () => {
  mappings.stop()
  clock.stop()
  await database.close()
  rmSync(folder, { recursive: true })
})

const settle = () => activity.idle()
const pass = (ms: number) => clock.advanceTo(clock.now() + ms)
const failOn = (bad: string) => (values: string[]) => {
  if (values.includes(bad)) throw new Error('poison')
}

describe('a stream’s mapping', () => {
  it('hands over what comes, in order, in batches of the size it is given', async () => {
    begin({ BatchSize: 3 })
    stream.append(['a', '1'], ['b', '2'], ['a', '3'], ['c', '4'])
    await settle()
    stream.append(['a', '5'])
    await settle()
    expect(batches).toEqual([['1', '2', '3'], ['4'], ['5']])
  })

  it('goes on after a restart where it stopped, and takes up what came meanwhile', async () => {
    begin({})
    stream.append(['a', '1'])
    await settle()
    mappings.stop()
    stream.append(['a', '2'])
    begin({})
    await settle()
    expect(batches).toEqual([['1'], ['2']])
  })

  it('takes nothing for delivered that a stop kept from being delivered', async () => {
    handle = () => {
      mappings.stop()
      throw new Error('cut short')
    }
    begin({})
    stream.append(['a', '1'])
    await settle()
    handle = () => undefined
    begin({})
    await settle()
    expect(batches).toEqual([['1'], ['1']])
  })

  it('hears with LATEST only what comes after it was made, a restart included', async () => {
    stream.append(['a', 'before'])
    begin({ StartingPosition: 'LATEST' })
    await settle()
    mappings.stop()
    stream.append(['a', 'meanwhile'])
    begin({ StartingPosition: 'LATEST' })
    stream.append(['a', 'after'])
    await settle()
    expect(batches.flat()).toEqual(['meanwhile', 'after'])
  })

  it('hands over only what its filters let through', async () => {
    const pattern = JSON.stringify({
      eventName: ['INSERT'],
      dynamodb: { Keys: { pk: { S: [{ prefix: 'a' }] } } },
    })
    begin({ FilterCriteria: { Filters: [{ Pattern: pattern }] } })
    stream.append(['a1', '1'], ['b1', '2'], ['a2', '3'])
    await settle()
    expect(batches).toEqual([['1', '3']])
  })

  it('waits for a fuller batch while its window is open, on the virtual clock', async () => {
    begin({ BatchSize: 3, MaximumBatchingWindowInSeconds: 60 })
    stream.append(['a', '1'])
    await pass(30 * SECOND)
    expect(batches).toEqual([])
    stream.append(['a', '2'])
    await pass(31 * SECOND)
    expect(batches).toEqual([['1', '2']])
    stream.append(['a', '3'], ['a', '4'], ['a', '5'])
    await settle()
    expect(batches[1]).toEqual(['3', '4', '5'])
  })

  it('tries a failed batch again before anything behind it, with growing pauses', async () => {
    const at: number[] = []
    handle = () => {
      at.push(clock.now())
      if (at.length < 4) throw new Error('not yet')
    }
    begin({})
    stream.append(['a', '1'])
    await settle()
    stream.append(['a', '2'])
    await pass(60 * SECOND)
    expect(batches).toEqual([['1'], ['1'], ['1'], ['1'], ['2']])
    const pauses = at.slice(1, 4).map((time, index) => Math.round((time - at[index]!) / SECOND))
    expect(pauses).toEqual([1, 2, 4])
  })

  it('sets a batch aside after its retries and tells where it is', async () => {
    handle = failOn('bad')
    begin({ MaximumRetryAttempts: 2, DestinationConfig: { OnFailure: { Destination: DEAD } } })
    stream.append(['a', 'good'], ['a', 'bad'])
    await settle()
    stream.append(['a', 'next'])
    await pass(60 * SECOND)
    expect(batches).toHaveLength(4)
    expect(batches.at(-1)).toEqual(['next'])
    expect(sent).toMatchObject([
      {
        arn: DEAD,
        body: {
          requestContext: {
            condition: 'RetryAttemptsExhausted',
            approximateInvokeCount: 3,
            functionArn: 'f',
          },
          responseContext: { statusCode: 200, functionError: 'Unhandled' },
          DDBStreamBatchInfo: {
            shardId: 'shard',
            startSequenceNumber: '1',
            endSequenceNumber: '2',
            batchSize: 2,
            streamArn: STREAM,
          },
        },
      },
    ])
  })

  it('halves a failed batch until the bad record stands alone', async () => {
    handle = failOn('bad')
    begin({
      MaximumRetryAttempts: 1,
      BisectBatchOnFunctionError: true,
      DestinationConfig: { OnFailure: { Destination: DEAD } },
    })
    stream.append(['a', '1'], ['a', '2'], ['a', 'bad'], ['a', '4'])
    await pass(60 * SECOND)
    const taken = batches.filter((batch) => !batch.includes('bad')).flat()
    expect(taken).toEqual(['1', '2', '4'])
    expect(sent.map(({ body }) => body.DDBStreamBatchInfo)).toMatchObject([
      { batchSize: 1, startSequenceNumber: '3' },
    ])
  })

  it('starts again at the first record that the function reports as failed', async () => {
    let failures = 0
    handle = (values, records) => {
      const index = values.indexOf('bad')
      if (index < 0 || ++failures > 2) return undefined
      return { batchItemFailures: [{ itemIdentifier: records[index]!.dynamodb.SequenceNumber }] }
    }
    begin({ FunctionResponseTypes: ['ReportBatchItemFailures'] })
    stream.append(['a', '1'], ['a', 'bad'], ['a', '3'])
    await pass(60 * SECOND)
    expect(batches).toEqual([
      ['1', 'bad', '3'],
      ['bad', '3'],
      ['bad', '3'],
    ])
  })

  it.each([
    [{ batchItemFailures: [{ itemIdentifier: 'nobody' }] }],
    [{ batchItemFailures: [{ itemIdentifier: '' }] }],
    [{ batchItemFailures: 'all' }],
  ])('takes a report that makes no sense for a failure of the whole batch: %j', async (report) => {
    let first = true
    handle = () => {
      const answer = first ? report : { batchItemFailures: [] }
      first = false
      return answer
    }
    begin({ FunctionResponseTypes: ['ReportBatchItemFailures'] })
    stream.append(['a', '1'], ['a', '2'])
    await pass(60 * SECOND)
    expect(batches).toEqual([
      ['1', '2'],
      ['1', '2'],
    ])
  })

  it('gives up on records that are too old', async () => {
    handle = failOn('bad')
    begin({ MaximumRecordAgeInSeconds: 120, DestinationConfig: { OnFailure: { Destination: DEAD } } })
    stream.append(['a', 'bad'])
    await pass(100 * SECOND)
    expect(sent).toEqual([])
    await pass(100 * SECOND)
    expect(sent).toMatchObject([{ body: { requestContext: { condition: 'MaximumRecordAgeExceeded' } } }])
  })

  it('does not count what never reached the function as one of its retries', async () => {
    let refusals = 5
    handle = () => {
      if (refusals-- > 0) throw new AwsError('TooManyRequestsException', 'Rate Exceeded.', 429)
    }
    begin({ MaximumRetryAttempts: 0, DestinationConfig: { OnFailure: { Destination: DEAD } } })
    stream.append(['a', '1'])
    await pass(300 * SECOND)
    expect([sent, batches.length]).toEqual([[], 6])
  })

  it('works on several items at once, each in its own order', async () => {
    begin({ ParallelizationFactor: 4, BatchSize: 1 })
    const items = Array.from({ length: 40 }, (_, index): [string, string] => [
      `i${index % 7}`,
      `${index % 7}:${index}`,
    ])
    stream.append(...items)
    await settle()
    const order = batches.flat()
    expect([...order].sort()).toEqual(items.map(([, value]) => value).sort())
    for (let item = 0; item < 7; item++) {
      const own = order.filter((value) => value.startsWith(`${item}:`))
      expect(own).toEqual(items.map(([, value]) => value).filter((value) => value.startsWith(`${item}:`)))
    }
    expect(order).not.toEqual(items.map(([, value]) => value))
  })

  it('delivers twice, late and in another order across items when that fault is switched on', async () => {
    faults.set(
      ['duplicate', 'delay', 'reorder'].map((kind) => ({ kind, method: 'streams:T', rate: 1 }) as never),
    )
    begin({})
    stream.append(['a', 'a1'], ['b', 'b1'], ['a', 'a2'])
    await settle()
    expect(batches).toEqual([])
    await pass(10 * SECOND)
    expect(batches).toEqual([
      ['b1', 'a1', 'a2'],
      ['b1', 'a1', 'a2'],
    ])
  })

  it('delivers as often as a duplicate says, and the whole shard from its beginning at a replay', async () => {
    begin({ BatchSize: 2 })
    stream.append(['a', 'a1'], ['b', 'b1'], ['a', 'a2'])
    await settle()
    batches = []
    faults.set([
      { kind: 'duplicate', method: 'streams:T', rate: 1, times: 2 },
      { kind: 'replay', method: 'streams:T', rate: 1 },
    ])
    stream.append(['c', 'c1'])
    await settle()
    const thrice = <T>(one: T) => [one, one, one]
    expect(batches).toEqual([...thrice(['c1']), ...thrice(['a1', 'b1']), ...thrice(['a2', 'c1'])])
    expect(faults.struck('replay')).toBe(1)
    faults.set([])
    stream.append(['d', 'd1'])
    await settle()
    expect(batches.at(-1)).toEqual(['d1'])
  })

  it('loses nothing and keeps each item’s order whatever fails, however often it restarts', async () => {
    const plan = fc.array(
      fc.oneof(fc.constant('stop'), fc.constant('fail'), fc.constant('turn'), fc.constantFrom('a', 'b', 'c')),
      { maxLength: 40 },
    )
    let round = 0
    await fc.assert(
      fc.asyncProperty(plan, async (steps) => {
        batches = []
        stream = memoryStream(clock.now)
        const name = `round-${++round}`
        const properties = { FilterCriteria: { Filters: [] }, BatchSize: 2, BisectBatchOnFunctionError: true }
        const taken: string[] = []
        let failures = 0
        handle = (values) => {
          if (failures > 0 && failures--) throw new Error('no')
          taken.push(...values)
        }
        begin(properties, name)
        const expected: string[] = []
        for (const step of steps) {
          if (step === 'stop') {
            mappings.stop()
            begin(properties, name)
          } else if (step === 'turn') await new Promise((resolve) => setImmediate(resolve))
          else if (step === 'fail') failures++
          else {
            expected.push(`${step}${++round}`)
            stream.append([step, `${step}${round}`])
          }
        }
        await pass(300 * SECOND)
        mappings.stop()
        const firsts = taken.filter((value, index) => taken.indexOf(value) === index)
        expect(firsts).toEqual(expected)
      }),
      { numRuns: 30 },
    )
  }, 60_000)
})

describe('batches', () => {
  it('keep every record, in order, within size', () => {
    const record = (value: string) => ({
      value,
      dynamodb: { Keys: {}, SequenceNumber: '1', ApproximateCreationDateTime: 0 },
    })
    fc.assert(
      fc.property(fc.array(fc.string().map(record)), fc.integer({ min: 1, max: 10 }), (records, size) => {
        const made = batchesOf(records, size)
        expect(made.flat()).toEqual(records)
        expect(made.every((batch) => batch.length > 0 && batch.length <= size)).toBe(true)
      }),
    )
  })

  it('are split before they weigh more than an invocation may', () => {
    const heavy = {
      value: 'x'.repeat(2_000_000),
      dynamodb: { Keys: {}, SequenceNumber: '1', ApproximateCreationDateTime: 0 },
    }
    expect(batchesOf([heavy, heavy, heavy, heavy, heavy], 100).map(({ length }) => length)).toEqual([2, 2, 1])
  })
})

describe('a queue’s mapping', () => {
  const message = (id: string): QueueRecord => ({ messageId: id, receiptHandle: `handle-${id}`, body: id })
  const queue = (more: object = {}) =>
    begin({ EventSourceArn: QUEUE, StartingPosition: undefined, BatchSize: 2, ...more })
  const arrive = async (...ids: string[]) => {
    waiting.push(...ids.map(message))
    messageListener(QUEUE)
    await settle()
  }

  it('deletes what the function took', async () => {
    queue()
    await arrive('1', '2', '3')
    expect(batches).toEqual([['1', '2'], ['3']])
    expect(deleted).toEqual(['handle-1', 'handle-2', 'handle-3'])
  })

  it('gathers messages until its batching window has passed on the virtual clock', async () => {
    queue({ BatchSize: 3, MaximumBatchingWindowInSeconds: 300 })
    await arrive('1', '2')
    expect(batches).toEqual([])
    await clock.advanceTo(clock.now() + 301 * SECOND)
    await activity.idle()
    expect(batches).toEqual([['1', '2']])
  })

  it('does not wait for its batching window once there are enough', async () => {
    queue({ BatchSize: 2, MaximumBatchingWindowInSeconds: 300 })
    await arrive('1')
    expect(batches).toEqual([])
    await arrive('2')
    expect(batches).toEqual([['1', '2']])
  })

  it('leaves a failed batch in the queue', async () => {
    handle = failOn('bad')
    queue({ ScalingConfig: { MaximumConcurrency: 2 } })
    await arrive('bad', '2', '3')
    expect(deleted).toEqual(['handle-3'])
  })

  it('leaves only the messages that the function reports as failed', async () => {
    handle = () => ({ batchItemFailures: [{ itemIdentifier: '2' }] })
    queue({ FunctionResponseTypes: ['ReportBatchItemFailures'] })
    await arrive('1', '2')
    expect(deleted).toEqual(['handle-1'])
  })

  it('throws away what its filter does not let through', async () => {
    queue({ FilterCriteria: { Filters: [{ Pattern: JSON.stringify({ body: { kind: ['wanted'] } }) }] } })
    await arrive('{"kind":"wanted"}', '{"kind":"other"}')
    expect(batches).toEqual([['{"kind":"wanted"}']])
    expect(deleted).toHaveLength(2)
  })
})

describe('what a template may not hold', () => {
  it.each<[object, RegExp]>([
    [{ EventSourceArn: 'arn:aws:kinesis:us-east-1:0:stream/s' }, /neither a queue nor a table's stream/],
    [{ StartingPosition: 'AT_TIMESTAMP' }, /AT_TIMESTAMP does not run here/],
    [{ TumblingWindowInSeconds: 5 }, /does not know the property TumblingWindowInSeconds/],
    [{ DestinationConfig: { OnFailure: { Destination: 'arn:aws:s3:::b' } } }, /neither a queue nor a topic/],
  ])('is refused in a sentence: %j', (properties, sentence) => {
    begin({})
    expect(() => begin(properties)).toThrow(sentence)
  })
})
