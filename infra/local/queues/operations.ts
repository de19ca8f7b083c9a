import { type Authorize, type AwsCall, AwsError } from '../kernel/aws.ts'
import { runBatch } from './batch.ts'
import {
  invalid,
  type MessageAttributes,
  md5Hex,
  md5OfAttributes,
  sequenceNumber,
  sizeOf,
} from './message.ts'
import type { Queue } from './queue.ts'
import { showMessage } from './show.ts'
import type { QueueWork } from './work.ts'

interface ToQueue {
  QueueUrl?: string
}
interface SendEntry {
  MessageBody?: string
  DelaySeconds?: number
  MessageAttributes?: MessageAttributes
  MessageSystemAttributes?: { AWSTraceHeader?: { StringValue?: string } }
  MessageGroupId?: string
  MessageDeduplicationId?: string
}
interface ReceiveInput extends ToQueue {
  MaxNumberOfMessages?: number
  VisibilityTimeout?: number
  WaitTimeSeconds?: number
  AttributeNames?: string[]
  MessageSystemAttributeNames?: string[]
  MessageAttributeNames?: string[]
}
interface ReceiptEntry {
  ReceiptHandle?: string
  VisibilityTimeout?: number
}
interface Batch<T> extends ToQueue {
  Entries?: (T & { Id?: string })[]
}

const MOST_SECONDS_HIDDEN = 43_200

/** The operations of the SQS API over `queues`, by name. */
export function sqsOperations(queues: ReadonlyMap<string, Queue>, work: QueueWork, authorize: Authorize) {
  const byName = (name: string): Queue => {
    const queue = [...queues.values()].find((one) => one.name === name)
    if (queue) return queue
    throw new AwsError('QueueDoesNotExist', 'The specified queue does not exist.')
  }
  /** The queue of a URL, when the caller may do `action` there. */
  const opened = (input: ToQueue, action: string, call: AwsCall): Queue => {
    if (!input.QueueUrl)
      throw new AwsError('MissingParameter', 'The request must contain the parameter QueueUrl.')
    const queue = byName(input.QueueUrl.slice(input.QueueUrl.lastIndexOf('/') + 1))
    authorize(call.principal, `sqs:${action}`, queue.arn)
    return queue
  }

  async function send(queue: Queue, entry: SendEntry, call: AwsCall) {
    const attributes = entry.MessageAttributes ?? {}
    const sent = await work.send(queue, {
      body: entry.MessageBody,
      attributes,
      sender: call.principal.arn,
      delayMs:
        entry.DelaySeconds === undefined ? undefined : seconds('DelaySeconds', entry.DelaySeconds, 900),
      group: entry.MessageGroupId,
      deduplication: entry.MessageDeduplicationId,
      trace: entry.MessageSystemAttributes?.AWSTraceHeader?.StringValue,
    })
    return {
      MessageId: sent.id,
      MD5OfMessageBody: md5Hex(entry.MessageBody!),
      MD5OfMessageAttributes: md5OfAttributes(attributes),
      SequenceNumber: queue.fifo ? sequenceNumber(sent.seq) : undefined,
    }
  }

  const hide = (queue: Queue, entry: ReceiptEntry) =>
    work.hide(
      queue,
      entry.ReceiptHandle,
      seconds('VisibilityTimeout', entry.VisibilityTimeout, MOST_SECONDS_HIDDEN),
    )

  return {
    SendMessage: (input: ToQueue & SendEntry, call: AwsCall) =>
      send(opened(input, 'SendMessage', call), input, call),
    SendMessageBatch(input: Batch<SendEntry>, call: AwsCall) {
      const queue = opened(input, 'SendMessage', call)
      const size = (input.Entries ?? []).reduce(
        (sum, entry) => sum + sizeOf(entry.MessageBody ?? '', entry.MessageAttributes ?? {}),
        0,
      )
      if (size > queue.mostBytes)
        throw new AwsError(
          'BatchRequestTooLong',
          `Batch requests cannot be longer than ${queue.mostBytes} bytes.`,
        )
      return runBatch(input.Entries, (entry) => send(queue, entry, call))
    },
    async ReceiveMessage(input: ReceiveInput, call: AwsCall) {
      const queue = opened(input, 'ReceiveMessage', call)
      const most = input.MaxNumberOfMessages ?? 1
      if (!(Number.isInteger(most) && most >= 1 && most <= 10))
        throw invalid(
          `Value ${most} for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.`,
        )
      const messages = await work.receive(queue, most, {
        visibilityMs:
          input.VisibilityTimeout === undefined
            ? queue.visibilityMs
            : seconds('VisibilityTimeout', input.VisibilityTimeout, MOST_SECONDS_HIDDEN),
        waitMs:
          input.WaitTimeSeconds === undefined
            ? queue.waitMs
            : seconds('WaitTimeSeconds', input.WaitTimeSeconds, 20),
      })
      if (messages.length === 0) return {}
      return { Messages: messages.map((message) => showMessage(queue, message, input)) }
    },
    DeleteMessage: (input: ToQueue & ReceiptEntry, call: AwsCall) =>
      work.remove(opened(input, 'DeleteMessage', call), input.ReceiptHandle),
    DeleteMessageBatch(input: Batch<ReceiptEntry>, call: AwsCall) {
      const queue = opened(input, 'DeleteMessage', call)
      return runBatch(input.Entries, (entry) => work.remove(queue, entry.ReceiptHandle))
    },
    ChangeMessageVisibility: (input: ToQueue & ReceiptEntry, call: AwsCall) =>
      hide(opened(input, 'ChangeMessageVisibility', call), input),
    ChangeMessageVisibilityBatch(input: Batch<ReceiptEntry>, call: AwsCall) {
      const queue = opened(input, 'ChangeMessageVisibility', call)
      return runBatch(input.Entries, (entry) => hide(queue, entry))
    },
    GetQueueUrl(input: { QueueName?: string }, call: AwsCall) {
      const queue = byName(input.QueueName ?? '')
      authorize(call.principal, 'sqs:GetQueueUrl', queue.arn)
      return { QueueUrl: queue.url }
    },
    GetQueueAttributes(input: ToQueue & { AttributeNames?: string[] }, call: AwsCall) {
      const queue = opened(input, 'GetQueueAttributes', call)
      const all = Object.entries(attributesOf(queue, work))
      const names = input.AttributeNames ?? []
      return {
        Attributes: Object.fromEntries(all.filter(([name]) => names.includes('All') || names.includes(name))),
      }
    },
    PurgeQueue: (input: ToQueue, call: AwsCall) => work.purge(opened(input, 'PurgeQueue', call)),
  }
}

function seconds(name: string, value: number | undefined, most: number): number {
  if (value === undefined || !Number.isInteger(value) || value < 0 || value > most)
    throw invalid(
      `Value ${value} for parameter ${name} is invalid. Reason: Must be between 0 and ${most}, if provided.`,
    )
  return value * 1000
}

function attributesOf(queue: Queue, work: QueueWork): Record<string, string> {
  const { visible, inFlight, delayed } = work.counts(queue)
  return {
    QueueArn: queue.arn,
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(inFlight),
    ApproximateNumberOfMessagesDelayed: String(delayed),
    DelaySeconds: String(queue.delayMs / 1000),
    VisibilityTimeout: String(queue.visibilityMs / 1000),
    MessageRetentionPeriod: String(queue.retentionMs / 1000),
    ReceiveMessageWaitTimeSeconds: String(queue.waitMs / 1000),
    MaximumMessageSize: String(queue.mostBytes),
    ...(queue.fifo
      ? { FifoQueue: 'true', ContentBasedDeduplication: String(queue.contentBasedDeduplication) }
      : {}),
    ...(queue.redrive
      ? {
          RedrivePolicy: JSON.stringify({
            deadLetterTargetArn: queue.redrive.target,
            maxReceiveCount: queue.redrive.mostReceipts,
          }),
        }
      : {}),
  }
}
