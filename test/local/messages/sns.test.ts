import { PublishBatchCommand, PublishCommand, type PublishCommandInput } from '@aws-sdk/client-sns'
import { afterEach, expect, test } from 'vitest'
import { role } from '../../support/part-harness.ts'
import { setUpMessages, TOPIC } from './messages-setup.ts'

let cloud: Awaited<ReturnType<typeof setUpMessages>>
afterEach(() => cloud.close())

async function publish(input: Partial<PublishCommandInput>) {
  const answer = await cloud.sns.send(new PublishCommand({ Message: '内容 <&>', ...input }))
  await cloud.harness.activity.idle()
  return answer
}

test('a short message is kept for the outbox instead of being sent, over a restart too', async () => {
  cloud = await setUpMessages()
  const { MessageId } = await publish({
    PhoneNumber: '+8613800000000',
    MessageAttributes: { kind: { DataType: 'String', StringValue: 'Transactional' } },
  })
  await cloud.stop()
  cloud = await setUpMessages([], { harness: await cloud.harness.reopen() })
  expect(cloud.messages.list()).toMatchObject([
    {
      channel: 'sms',
      to: '+8613800000000',
      body: '内容 <&>',
      details: { messageId: MessageId, attributes: { kind: { StringValue: 'Transactional' } } },
    },
  ])
})

test('a topic delivers to queues, functions, phones and mail boxes, each in its form', async () => {
  cloud = await setUpMessages([
    { Protocol: 'sqs', Endpoint: 'arn:queue' },
    { Protocol: 'sqs', Endpoint: 'arn:raw', RawMessageDelivery: true },
    { Protocol: 'lambda', Endpoint: 'arn:function' },
    { Protocol: 'sms', Endpoint: '+8613800000000' },
    { Protocol: 'email', Endpoint: 'a@county.test' },
  ])
  const attributes = { level: { DataType: 'Number', StringValue: '3' } }
  await publish({ TopicArn: TOPIC, Subject: 'Alarm', MessageAttributes: attributes })
  const [enveloped, raw] = cloud.queued.sort((one, other) => one.arn.localeCompare(other.arn))
  expect(JSON.parse(enveloped!.body)).toMatchObject({
    Type: 'Notification',
    TopicArn: TOPIC,
    Subject: 'Alarm',
    Message: '内容 <&>',
    MessageAttributes: { level: { Type: 'Number', Value: '3' } },
  })
  expect(raw).toEqual({ arn: 'arn:raw', body: '内容 <&>', attributes })
  expect(JSON.parse(cloud.invoked[0]!.payload).Records[0]).toMatchObject({
    EventSource: 'aws:sns',
    Sns: { Message: '内容 <&>', Subject: 'Alarm' },
  })
  expect(cloud.messages.list().map((message) => [message.channel, message.to])).toEqual([
    ['mail', 'a@county.test'],
    ['sms', '+8613800000000'],
  ])
})

test('a message with texts per protocol gives each its own', async () => {
  cloud = await setUpMessages([
    { Protocol: 'sqs', Endpoint: 'arn:raw', RawMessageDelivery: true },
    { Protocol: 'sms', Endpoint: '+8613800000000' },
  ])
  await publish({
    TopicArn: TOPIC,
    MessageStructure: 'json',
    Message: JSON.stringify({ default: 'for all', sms: 'short' }),
  })
  expect(cloud.queued[0]?.body).toBe('for all')
  expect(cloud.messages.list()[0]?.body).toBe('short')
  await expect(publish({ TopicArn: TOPIC, MessageStructure: 'json', Message: '{}' })).rejects.toThrow(
    'No default entry',
  )
})

test('a filter lets through what it describes, by attributes or by body', async () => {
  cloud = await setUpMessages([
    {
      Protocol: 'sqs',
      Endpoint: 'arn:attributes',
      FilterPolicy: { level: [{ numeric: ['>=', 3] }], tags: ['a'] },
    },
    {
      Protocol: 'sqs',
      Endpoint: 'arn:body',
      FilterPolicy: { stage: ['closed'] },
      FilterPolicyScope: 'MessageBody',
    },
  ])
  const attributes = (level: string) => ({
    level: { DataType: 'Number', StringValue: level },
    tags: { DataType: 'String.Array', StringValue: '["a","b"]' },
  })
  await publish({ TopicArn: TOPIC, Message: 'no JSON', MessageAttributes: attributes('2') })
  expect(cloud.queued).toEqual([])
  await publish({ TopicArn: TOPIC, Message: '{"stage":"closed"}', MessageAttributes: attributes('3') })
  expect(cloud.queued.map((one) => one.arn).sort()).toEqual(['arn:attributes', 'arn:body'])
})

test('a batch is answered entry by entry', async () => {
  cloud = await setUpMessages([{ Protocol: 'lambda', Endpoint: 'arn:function' }])
  const answer = await cloud.sns.send(
    new PublishBatchCommand({
      TopicArn: TOPIC,
      PublishBatchRequestEntries: [
        { Id: 'a', Message: 'one' },
        { Id: 'b', Message: 'two', MessageStructure: 'json' },
      ],
    }),
  )
  expect(answer.Successful?.map((entry) => entry.Id)).toEqual(['a'])
  expect(answer.Failed).toMatchObject([{ Id: 'b', Code: 'InvalidParameter' }])
})

test('a delivery that fails is owed over a restart, and at last goes to the dead letters', async () => {
  const subscription = {
    Protocol: 'sqs',
    Endpoint: 'arn:queue',
    RedrivePolicy: { deadLetterTargetArn: 'arn:dead' },
  }
  cloud = await setUpMessages([subscription], { failing: true })
  await publish({ TopicArn: TOPIC })
  await cloud.stop()
  cloud = await setUpMessages([subscription], { failing: true, harness: await cloud.harness.reopen() })
  cloud.messages.resume()
  await cloud.harness.clock.advanceTo(cloud.harness.clock.now() + 3_600_000)
  expect(cloud.queued).toMatchObject([{ arn: 'arn:dead' }])
})

test('unknown topics, wrong numbers and roles without the right are refused', async () => {
  cloud = await setUpMessages([], { rights: { allowed: [`sns:Publish ${TOPIC}`] } })
  await expect(publish({ TopicArn: `${TOPIC}2` })).rejects.toMatchObject({ name: 'NotFoundException' })
  await expect(publish({ PhoneNumber: 'not a phone' })).rejects.toMatchObject({
    name: 'InvalidParameterException',
  })
  cloud.become(role('publisher'))
  await publish({ TopicArn: TOPIC })
  await expect(publish({ PhoneNumber: '+8613800000000' })).rejects.toMatchObject({
    name: 'AuthorizationErrorException',
  })
  expect(cloud.messages.list()).toEqual([])
})

test('a subscription by a protocol that is not run is refused by name', async () => {
  cloud = await setUpMessages()
  await expect(setUpMessages([{ Protocol: 'https', Endpoint: 'https://x.test' }])).rejects.toThrow(
    'delivers to sqs, lambda, sms, email, email-json, not by https',
  )
})
