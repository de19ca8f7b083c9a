import { AwsError } from '../kernel/aws.ts'
import type { QueryInput, QueryValue } from './query-protocol.ts'
import type { Protocol, Subscription } from './topic.ts'

/** As SQS carries it too. Binary values are base64. */
export interface NoticeAttribute {
  DataType: string
  StringValue?: string
  BinaryValue?: string
}

/** What a publisher says, whoever it is for. */
export interface Notification {
  id: string
  text: string
  /** Texts per protocol, of a message with MessageStructure json. */
  structured: Record<string, string> | undefined
  subject: string | undefined
  attributes: Record<string, NoticeAttribute>
  /** Virtual milliseconds. */
  at: number
}

const MOST_BYTES = 262_144

const isTree = (value: QueryValue | undefined): value is QueryInput =>
  typeof value === 'object' && !Array.isArray(value)
const textOf = (value: QueryValue | undefined) => (typeof value === 'string' ? value : undefined)

/** Reads Message, Subject, MessageStructure and MessageAttributes; throws SNS's InvalidParameter. */
export function readNotification(input: QueryInput, id: string, at: number): Notification {
  const text = textOf(input.Message) ?? ''
  if (text === '') throw invalid('Empty message')
  if (Buffer.byteLength(text) > MOST_BYTES) throw invalid('Message too long')
  const structure = textOf(input.MessageStructure)
  if (structure !== undefined && structure !== 'json') throw invalid('MessageStructure')
  return {
    id,
    text,
    structured: structure === undefined ? undefined : readStructure(text),
    subject: textOf(input.Subject),
    attributes: readAttributes(input.MessageAttributes),
    at,
  }
}

function readStructure(text: string): Record<string, string> {
  let texts: unknown
  try {
    texts = JSON.parse(text)
  } catch {
    throw invalid('Message Structure - JSON message body failed to parse')
  }
  if (
    typeof texts !== 'object' ||
    texts === null ||
    typeof (texts as { default?: unknown }).default !== 'string'
  )
    throw invalid('Message Structure - No default entry in JSON message body')
  return texts as Record<string, string>
}

function readAttributes(value: QueryValue | undefined): Record<string, NoticeAttribute> {
  if (!Array.isArray(value)) return {}
  return Object.fromEntries(
    value.filter(isTree).map((entry) => {
      const given = isTree(entry.Value) ? entry.Value : {}
      const [name, type] = [textOf(entry.Name), textOf(given.DataType)]
      const [text, binary] = [textOf(given.StringValue), textOf(given.BinaryValue)]
      if (!name || !type || (text === undefined) === (binary === undefined))
        throw invalid('MessageAttributes need a name, a type and a value')
      return [
        name,
        {
          DataType: type,
          ...(text === undefined ? {} : { StringValue: text }),
          ...(binary === undefined ? {} : { BinaryValue: binary }),
        },
      ]
    }),
  )
}

const invalid = (reason: string) => new AwsError('InvalidParameter', `Invalid parameter: ${reason}`)

export const textFor = (notification: Notification, protocol: Protocol) =>
  notification.structured
    ? (notification.structured[protocol] ?? notification.structured.default!)
    : notification.text

/** Whether the subscription's filter lets the notification through. */
export function passes({ filter, filterScope }: Subscription, notification: Notification): boolean {
  if (!filter) return true
  if (filterScope === 'MessageAttributes') return filter(plainAttributes(notification.attributes))
  try {
    return filter(JSON.parse(notification.text))
  } catch {
    return false // a body that is no JSON matches no filter of bodies
  }
}

function plainAttributes(attributes: Record<string, NoticeAttribute>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, { DataType, StringValue }]) => [
      name,
      DataType === 'Number'
        ? Number(StringValue)
        : DataType === 'String.Array'
          ? arrayOf(StringValue)
          : StringValue,
    ]),
  )
}

function arrayOf(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return text
  }
}

const shownAttributes = (notification: Notification) =>
  Object.fromEntries(
    Object.entries(notification.attributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
      name,
      { Type: DataType, Value: StringValue ?? BinaryValue },
    ]),
  )

const envelope = ({ topic, protocol }: Subscription, notification: Notification) => ({
  Type: 'Notification',
  MessageId: notification.id,
  TopicArn: topic,
  ...(notification.subject === undefined ? {} : { Subject: notification.subject }),
  Message: textFor(notification, protocol),
  Timestamp: new Date(notification.at).toISOString(),
})

/** The text a queue receives; unsigned, for nobody here could tell a signature from another. */
export function queueBody(subscription: Subscription, notification: Notification): string {
  if (subscription.raw) return textFor(notification, 'sqs')
  const attributes = shownAttributes(notification)
  const shown = Object.keys(attributes).length > 0 ? { MessageAttributes: attributes } : {}
  return JSON.stringify({ ...envelope(subscription, notification), ...shown })
}

/** The event a function receives. */
export const functionEvent = (subscription: Subscription, notification: Notification): string =>
  JSON.stringify({
    Records: [
      {
        EventVersion: '1.0',
        EventSubscriptionArn: subscription.arn,
        EventSource: 'aws:sns',
        Sns: {
          ...envelope(subscription, notification),
          Subject: notification.subject ?? null,
          MessageAttributes: shownAttributes(notification),
        },
      },
    ],
  })
