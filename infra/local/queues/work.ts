import { createHash } from 'node:crypto'
import { AwsError } from '../kernel/aws.ts'
import type { PartDeps } from '../kernel/part.ts'
import type { Arrivals } from './arrivals.ts'
import { checkAttributes, checkBody, invalid, type MessageAttributes } from './message.ts'
import type { Queue } from './queue.ts'
import type { Message, MessageStore } from './store.ts'

export interface Sending {
  body: string | undefined
  attributes: MessageAttributes
  sender: string
  /** Absent: as the queue says. */
  delayMs: number | undefined
  group: string | undefined
  deduplication: string | undefined
  trace: string | undefined
}

/** What can be done with a queue; every answer means the change is durable. */
export interface QueueWork {
  send(queue: Queue, message: Sending): Promise<{ id: string; seq: number }>
  /** Waits up to `waitMs` of real time for the first message. */
  receive(queue: Queue, most: number, how: { visibilityMs: number; waitMs: number }): Promise<Message[]>
  remove(queue: Queue, handle: string | undefined): Promise<void>
  hide(queue: Queue, handle: string | undefined, ms: number): Promise<void>
  purge(queue: Queue): Promise<void>
  counts: MessageStore['counts']
}

export function createQueueWork(
  deps: PartDeps,
  queues: ReadonlyMap<string, Queue>,
  store: MessageStore,
  arrivals: Arrivals,
): QueueWork {
  const { database, clock, activity } = deps

  const change = <T>(queue: Queue, run: () => T): Promise<T> =>
    activity.during('sqs', async () => {
      const result = await database.write(run)
      arrivals.announce(queue)
      return result
    })

  async function take(queue: Queue, most: number, visibilityMs: number): Promise<Message[]> {
    const { taken, dead } = await change(queue, () => store.take(queue, most, visibilityMs))
    const target = dead > 0 ? queues.get(queue.redrive!.target) : undefined
    if (target) arrivals.announce(target)
    return taken
  }

  return {
    async send(queue, message) {
      checkAttributes(message.attributes)
      checkBody(message.body, message.attributes, queue.mostBytes)
      const { body } = message
      const fields = { ...message, body, ...orderOf(queue, message, body) }
      return change(queue, () =>
        store.insert(queue, { ...fields, delayMs: message.delayMs ?? queue.delayMs }),
      )
    },
    async receive(queue, most, { visibilityMs, waitMs }) {
      const until = Date.now() + waitMs
      for (;;) {
        // set up before looking: what arrives in between is not missed
        using wait = arrivals.wait(queue, Math.max(0, until - Date.now()))
        const taken = store.counts(queue).visible > 0 ? await take(queue, most, visibilityMs) : []
        if (taken.length > 0 || waitMs === 0 || !(await wait.arrived)) return taken
      }
    },
    async remove(queue, handle) {
      const { seq, receipt } = readHandle(handle)
      await change(queue, () => {
        const found = store.find(queue, seq)
        // gone, or taken again: then it belongs to another receiver
        if (found?.receipt !== receipt) return
        if (queue.fifo && found.visibleAt <= clock.now())
          throw invalid(
            `Value ${handle} for parameter ReceiptHandle is invalid. Reason: The receipt handle has expired.`,
          )
        store.remove(seq)
      })
    },
    async hide(queue, handle, ms) {
      const { seq, receipt } = readHandle(handle)
      await change(queue, () => {
        const found = store.find(queue, seq)
        if (found?.receipt !== receipt)
          throw invalid(
            `Value ${handle} for parameter ReceiptHandle is invalid. Reason: Message does not exist or is not available for visibility timeout change.`,
          )
        if (found.visibleAt <= clock.now())
          throw new AwsError('MessageNotInflight', 'The specified message is not in flight.')
        store.hide(seq, Math.floor(clock.now()) + ms)
      })
    },
    purge: (queue) => change(queue, () => store.purge(queue)),
    counts: store.counts,
  }
}

/** Group and deduplication id, as the kind of queue demands them. */
function orderOf(queue: Queue, message: Sending, body: string) {
  if (!queue.fifo) return { deduplication: undefined }
  if (message.group === undefined)
    throw new AwsError('MissingParameter', 'The request must contain the parameter MessageGroupId.')
  if (message.delayMs !== undefined)
    throw invalid(
      `Value ${message.delayMs / 1000} for parameter DelaySeconds is invalid. Reason: The request include parameter that is not valid for this queue type.`,
    )
  const digest = queue.contentBasedDeduplication ? createHash('sha256').update(body).digest('hex') : undefined
  const deduplication = message.deduplication ?? digest
  if (deduplication === undefined)
    throw invalid(
      'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
    )
  return { deduplication }
}

export const writeHandle = (message: Pick<Message, 'seq' | 'receipt'>) =>
  Buffer.from(`${message.seq}.${message.receipt}`).toString('base64url')

function readHandle(handle: string | undefined): { seq: number; receipt: string } {
  const parts = /^(\d+)\.([\w-]+)$/.exec(Buffer.from(handle ?? '', 'base64url').toString('latin1'))
  if (!parts)
    throw new AwsError(
      'ReceiptHandleIsInvalid',
      `The input receipt handle "${handle ?? ''}" is not a valid receipt handle.`,
    )
  return { seq: Number(parts[1]), receipt: parts[2]! }
}
