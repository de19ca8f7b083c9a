import { randomUUID } from 'node:crypto'
import { type AwsCall, AwsError, type AwsService } from '../kernel/aws.ts'
import { createOutbox } from '../kernel/outbox.ts'
import type { PartDeps } from '../kernel/part.ts'
import type { XmlValue } from '../kernel/xml.ts'
import {
  functionEvent,
  type NoticeAttribute,
  type Notification,
  passes,
  queueBody,
  readNotification,
  textFor,
} from './notification.ts'
import type { Outgoing } from './outgoing.ts'
import { type QueryInput, queryService } from './query-protocol.ts'
import type { Subscription } from './topic.ts'

/** Where topics deliver to. */
export interface Deliver {
  send(
    queueArn: string,
    body: string,
    options?: { attributes?: Record<string, NoticeAttribute> },
  ): Promise<void>
  invokeLater(functionArn: string, payload: string): Promise<void>
}

type Delivery = { to: 'queue' | 'function'; arn: string; text: string; deadLetters?: string } & {
  attributes?: Record<string, NoticeAttribute>
}

export interface Sns {
  service: AwsService
  /** Delivers what is still owed from before the start. */
  resume(): void
}

const PHONE = /^\+?[\d -]{3,20}$/

export function createSns(
  deps: PartDeps,
  topics: ReadonlyMap<string, Subscription[]>,
  outgoing: Outgoing,
  deliver: Deliver,
): Sns {
  const { database, clock, activity, authorize } = deps
  const outbox = createOutbox<Delivery>(
    deps,
    'sns',
    ({ to, arn, text, attributes }) =>
      to === 'function'
        ? deliver.invokeLater(arn, text)
        : deliver.send(arn, text, attributes === undefined ? {} : { attributes }),
    async ({ deadLetters, text }) => {
      if (deadLetters === undefined) return false
      await deliver.send(deadLetters, text)
      return true
    },
  )

  function fanOut(subscription: Subscription, notification: Notification) {
    if (!passes(subscription, notification)) return
    const { protocol, endpoint, deadLetters } = subscription
    const dead = deadLetters === undefined ? {} : { deadLetters }
    if (protocol === 'sqs')
      outbox.put({
        to: 'queue',
        arn: endpoint,
        text: queueBody(subscription, notification),
        ...(subscription.raw ? { attributes: notification.attributes } : {}),
        ...dead,
      })
    else if (protocol === 'lambda')
      outbox.put({ to: 'function', arn: endpoint, text: functionEvent(subscription, notification), ...dead })
    else
      show(
        protocol === 'sms' ? 'sms' : 'mail',
        endpoint,
        textFor(notification, protocol),
        notification,
        subscription.topic,
      )
  }

  const show = (channel: string, to: string, body: string, notification: Notification, topic = '') =>
    outgoing.add({
      channel,
      to,
      from: topic,
      subject: notification.subject ?? '',
      body,
      details: { messageId: notification.id, attributes: notification.attributes },
    })

  function publish(input: QueryInput, call: AwsCall): Promise<XmlValue> {
    const notification = readNotification(input, randomUUID(), Math.floor(clock.now()))
    const topic = text(input.TopicArn) ?? text(input.TargetArn)
    const phone = text(input.PhoneNumber)
    if ((topic === undefined) === (phone === undefined))
      throw new AwsError(
        'InvalidParameter',
        'Invalid parameter: Exactly one of TopicArn and PhoneNumber is needed',
      )
    if (topic === undefined) {
      authorize(call.principal, 'sns:Publish', '*')
      if (!PHONE.test(phone!))
        throw new AwsError(
          'InvalidParameter',
          `Invalid parameter: PhoneNumber Reason: ${phone} is not valid to publish to`,
        )
    }
    const subscriptions = topic === undefined ? [] : opened(topic, call)
    return activity.during('sns', async () => {
      await database.write(() => {
        if (phone !== undefined) show('sms', phone, textFor(notification, 'sms'), notification)
        for (const subscription of subscriptions) fanOut(subscription, notification)
      })
      outbox.deliver()
      return { MessageId: notification.id }
    })
  }

  function opened(topic: string, call: AwsCall): Subscription[] {
    authorize(call.principal, 'sns:Publish', topic)
    const subscriptions = topics.get(topic)
    if (!subscriptions) throw new AwsError('NotFound', 'Topic does not exist', 404)
    return subscriptions
  }

  async function publishBatch(input: QueryInput, call: AwsCall): Promise<XmlValue> {
    const entries = input.PublishBatchRequestEntries
    if (!Array.isArray(entries) || entries.length > MOST_ENTRIES)
      throw new AwsError('TooManyEntriesInBatchRequest', `A batch has 1 to ${MOST_ENTRIES} entries.`)
    opened(text(input.TopicArn) ?? '', call)
    const answers = await Promise.all(
      entries.map(async (entry) => {
        const { Id, ...message } = entry as QueryInput
        try {
          const published = (await publish({ ...message, TopicArn: input.TopicArn }, call)) as object
          return { Successful: { Id: text(Id), ...published } }
        } catch (error) {
          if (!(error instanceof AwsError)) throw error
          return { Failed: { Id: text(Id), Code: error.code, Message: error.message, SenderFault: true } }
        }
      }),
    )
    return {
      Successful: { member: answers.flatMap((answer) => answer.Successful ?? []) },
      Failed: { member: answers.flatMap((answer) => answer.Failed ?? []) },
    }
  }

  return {
    service: queryService({
      name: 'sns',
      namespace: 'http://sns.amazonaws.com/doc/2010-03-31/',
      operations: { Publish: async (input, call) => publish(input, call), PublishBatch: publishBatch },
    }),
    resume: outbox.deliver,
  }
}

const MOST_ENTRIES = 10

const text = (value: QueryInput[string]) => (typeof value === 'string' ? value : undefined)
