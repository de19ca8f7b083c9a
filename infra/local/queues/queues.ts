import { AwsError, jsonService } from '../kernel/aws.ts'
import type { Part, PartDeps } from '../kernel/part.ts'
import { createArrivals } from './arrivals.ts'
import type { MessageAttributes } from './message.ts'
import { sqsOperations } from './operations.ts'
import { type Queue, queueInert, queueTypes, readQueues } from './queue.ts'
import { type QueueRecord, recordOf } from './show.ts'
import { createMessageStore } from './store.ts'
import { createQueueWork } from './work.ts'

export interface Queues extends Part {
  /** For other parts; resolves once durable. Throws AwsError QueueDoesNotExist. */
  send(
    queueArn: string,
    body: string,
    options?: { attributes?: MessageAttributes; group?: string; deduplication?: string },
  ): Promise<void>
  /** Up to `most` (not bound to the ten of the API), hidden for the queue's visibility timeout. */
  receive(queueArn: string, most: number): Promise<QueueRecord[]>
  /** By receipt handle. */
  delete(queueArn: string, handles: string[]): Promise<void>
  /** Hears, by ARN, that a queue has something to take; not of what lay there before the start. */
  onMessage(listener: (queueArn: string) => void): void
  /** After everything listens: announces what lies in the queues. */
  resume(): void
  stop(): void
}

export function createQueues(deps: PartDeps): Queues {
  const queues = new Map<string, Queue>()
  const store = createMessageStore(deps.database, deps.clock)
  const arrivals = createArrivals(deps.clock, store)
  const work = createQueueWork(deps, queues, store, arrivals)
  const known = (arn: string): Queue => {
    const queue = queues.get(arn)
    if (queue) return queue
    throw new AwsError('QueueDoesNotExist', `The specified queue does not exist: ${arn}.`)
  }

  return {
    services: [
      jsonService({
        name: 'sqs',
        version: '1.0',
        errorPrefix: 'com.amazonaws.sqs#',
        operations: sqsOperations(queues, work, deps.authorize),
      }),
    ],
    types: queueTypes,
    inert: queueInert,
    provision(resources) {
      for (const queue of readQueues(resources)) queues.set(queue.arn, queue)
    },
    async send(queueArn, body, options = {}) {
      const queue = known(queueArn)
      await work.send(queue, {
        body,
        attributes: options.attributes ?? {},
        sender: deps.place.account,
        delayMs: undefined,
        group: options.group,
        deduplication: options.deduplication,
        trace: undefined,
      })
    },
    async receive(queueArn, most) {
      const queue = known(queueArn)
      const messages = await work.receive(queue, most, { visibilityMs: queue.visibilityMs, waitMs: 0 })
      return messages.map((message) => recordOf(queue, message, deps.place))
    },
    async delete(queueArn, handles) {
      const queue = known(queueArn)
      await Promise.all(handles.map((handle) => work.remove(queue, handle)))
    },
    onMessage: arrivals.onMessage,
    resume() {
      for (const queue of queues.values()) arrivals.announce(queue)
    },
    stop: arrivals.stop,
  }
}
