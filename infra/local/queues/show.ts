import type { Place } from '../kernel/resource.ts'
import { type MessageAttributes, md5Hex, md5OfAttributes, sequenceNumber } from './message.ts'
import type { Queue } from './queue.ts'
import type { Message } from './store.ts'
import { writeHandle } from './work.ts'

/** One record of the event a function receives from a queue. */
export interface QueueRecord {
  messageId: string
  receiptHandle: string
  body: string
  attributes: Record<string, string>
  messageAttributes: Record<
    string,
    {
      dataType: string
      stringValue?: string
      binaryValue?: string
      stringListValues: string[]
      binaryListValues: string[]
    }
  >
  md5OfBody: string
  md5OfMessageAttributes?: string
  eventSource: 'aws:sqs'
  eventSourceARN: string
  awsRegion: string
}

function systemAttributes(queue: Queue, message: Message): Record<string, string> {
  const optional: Record<string, string | undefined> = {
    MessageGroupId: message.group,
    MessageDeduplicationId: message.deduplication,
    SequenceNumber: queue.fifo ? sequenceNumber(message.seq) : undefined,
    AWSTraceHeader: message.trace,
    DeadLetterQueueSourceArn: message.deadLetterSource,
  }
  return {
    SenderId: message.sender,
    SentTimestamp: String(message.sent),
    ApproximateReceiveCount: String(message.receipts),
    ApproximateFirstReceiveTimestamp: String(message.firstReceived),
    ...Object.fromEntries(
      Object.entries(optional).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
  }
}

const chosen = <T>(all: Record<string, T>, fits: (name: string) => boolean) => {
  const entries = Object.entries(all).filter(([name]) => fits(name))
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

/** A message as ReceiveMessage answers it, with the attributes asked for. */
export function showMessage(
  queue: Queue,
  message: Message,
  wanted: {
    AttributeNames?: string[]
    MessageSystemAttributeNames?: string[]
    MessageAttributeNames?: string[]
  },
) {
  const system = [...(wanted.AttributeNames ?? []), ...(wanted.MessageSystemAttributeNames ?? [])]
  const own = wanted.MessageAttributeNames ?? []
  const attributes: MessageAttributes | undefined = chosen(message.attributes, (name) =>
    own.some(
      (one) => one === 'All' || one === name || (one.endsWith('.*') && name.startsWith(one.slice(0, -1))),
    ),
  )
  return {
    MessageId: message.id,
    ReceiptHandle: writeHandle(message),
    Body: message.body,
    MD5OfBody: md5Hex(message.body),
    Attributes: chosen(
      systemAttributes(queue, message),
      (name) => system.includes('All') || system.includes(name),
    ),
    MessageAttributes: attributes,
    MD5OfMessageAttributes: attributes && md5OfAttributes(attributes),
  }
}

/** A message as it stands in the event of a function. */
export function recordOf(queue: Queue, message: Message, place: Place): QueueRecord {
  const md5 = md5OfAttributes(message.attributes)
  return {
    messageId: message.id,
    receiptHandle: writeHandle(message),
    body: message.body,
    attributes: systemAttributes(queue, message),
    messageAttributes: Object.fromEntries(
      Object.entries(message.attributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
        name,
        {
          dataType: DataType,
          ...(StringValue === undefined ? {} : { stringValue: StringValue }),
          ...(BinaryValue === undefined ? {} : { binaryValue: BinaryValue }),
          stringListValues: [],
          binaryListValues: [],
        },
      ]),
    ),
    md5OfBody: md5Hex(message.body),
    ...(md5 === undefined ? {} : { md5OfMessageAttributes: md5 }),
    eventSource: 'aws:sqs',
    eventSourceARN: queue.arn,
    awsRegion: place.region,
  }
}
