import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'
import { afterEach, describe, expect, test } from 'vitest'
import { createQueues } from '../../../infra/local/queues/queues.ts'
import { ROOT, serveAws } from '../../support/aws-service-server.ts'
import { type Harness, partHarness, resourceOf, role } from '../../support/part-harness.ts'

const ARN = (name: string) => `arn:aws-cn:sqs:cn-north-1:000000000000:${name}`
const SECOND_MS = 1000

async function setUp(properties: Record<string, unknown> = {}, harness: Harness = partHarness()) {
  const queues = createQueues(harness)
  const name = String(properties.QueueName ?? 'jobs')
  queues.provision([
    resourceOf(queues.types, 'AWS::SQS::Queue', 'Jobs', { QueueName: name, ...properties }),
    resourceOf(queues.types, 'AWS::SQS::Queue', 'Dead', { QueueName: 'dead' }),
  ])
  let principal = ROOT
  const server = await serveAws(queues.services, () => principal)
  const client = new SQSClient(server.client)
  const QueueUrl = `${server.endpoint}/000000000000/${name}`
  const stop = async () => {
    queues.stop()
    client.destroy()
    await server.close()
  }
  return {
    harness,
    queues,
    client,
    QueueUrl,
    become(next: typeof ROOT) {
      principal = next
    },
    send: (MessageBody: string, more: object = {}) =>
      client.send(new SendMessageCommand({ QueueUrl, MessageBody, ...more })),
    async receive(more: object = {}) {
      return (
        (await client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, ...more })))
          .Messages ?? []
      )
    },
    forward: (seconds: number) => harness.clock.advanceTo(harness.clock.now() + seconds * SECOND_MS),
    stop,
    async close() {
      await stop()
      await cloud.harness.close()
    },
  }
}

let cloud: Awaited<ReturnType<typeof setUp>>
afterEach(() => cloud.close())
const bodies = (messages: { Body?: string | undefined }[]) => messages.map((message) => message.Body)

describe('A message', () => {
  test('is received with its attributes and digests, and is gone once deleted', async () => {
    cloud = await setUp()
    const MessageAttributes = {
      kind: { DataType: 'String', StringValue: '短信' },
      bytes: { DataType: 'Binary', BinaryValue: new Uint8Array([1, 2]) },
    }
    const sent = await cloud.send('内容', { MessageAttributes })
    const [message] = await cloud.receive({
      MessageAttributeNames: ['All'],
      MessageSystemAttributeNames: ['All'],
    })
    expect(message).toMatchObject({
      MessageId: sent.MessageId,
      Body: '内容',
      MessageAttributes,
      MD5OfMessageAttributes: sent.MD5OfMessageAttributes,
      Attributes: { ApproximateReceiveCount: '1', SenderId: ROOT.arn },
    })
    await cloud.client.send(
      new DeleteMessageCommand({ QueueUrl: cloud.QueueUrl, ReceiptHandle: message!.ReceiptHandle }),
    )
    await cloud.forward(60)
    expect(await cloud.receive()).toEqual([])
  })

  test('has the attribute digest that AWS documents', async () => {
    cloud = await setUp()
    const { MD5OfMessageAttributes } = await cloud.send('x', {
      MessageAttributes: { a: { DataType: 'String', StringValue: 'b' } },
    })
    // md5 of 00000001 61 00000006 "String" 01 00000001 62, worked out apart
    expect(MD5OfMessageAttributes).toBe('bef8bf215374a0a228d67533b1a488be')
  })

  test('is out of sight until its visibility timeout passes on the virtual clock', async () => {
    cloud = await setUp({ VisibilityTimeout: 120 })
    await cloud.send('x')
    expect(await cloud.receive()).toHaveLength(1)
    await cloud.forward(119)
    expect(await cloud.receive()).toEqual([])
    await cloud.forward(2)
    expect(await cloud.receive()).toHaveLength(1)
  })

  test('comes back at once when its receiver gives it back, and later when it asks for more time', async () => {
    cloud = await setUp()
    await cloud.send('x')
    const change = (ReceiptHandle: string | undefined, VisibilityTimeout: number) =>
      cloud.client.send(
        new ChangeMessageVisibilityCommand({ QueueUrl: cloud.QueueUrl, ReceiptHandle, VisibilityTimeout }),
      )
    const [first] = await cloud.receive()
    await change(first!.ReceiptHandle, 0)
    const [second] = await cloud.receive()
    await change(second!.ReceiptHandle, 600)
    await cloud.forward(599)
    expect(await cloud.receive()).toEqual([])
    await expect(change(first!.ReceiptHandle, 5)).rejects.toMatchObject({ name: 'InvalidParameterValue' })
    await cloud.forward(2)
    await expect(change(second!.ReceiptHandle, 5)).rejects.toMatchObject({ name: 'MessageNotInflight' })
  })

  test('is not deleted by a receiver that was too slow', async () => {
    cloud = await setUp()
    await cloud.send('x')
    const [slow] = await cloud.receive()
    await cloud.forward(31)
    await cloud.receive()
    await cloud.queues.delete(ARN('jobs'), [slow!.ReceiptHandle!])
    await cloud.forward(31)
    expect(await cloud.receive()).toHaveLength(1)
  })

  test('may be delayed, by itself or by its queue', async () => {
    cloud = await setUp({ DelaySeconds: 10 })
    await cloud.send('queue')
    await cloud.send('own', { DelaySeconds: 60 })
    expect(await cloud.receive()).toEqual([])
    await cloud.forward(11)
    expect(bodies(await cloud.receive())).toEqual(['queue'])
    await cloud.forward(50)
    expect(bodies(await cloud.receive())).toContain('own')
  })

  test('is forgotten after the retention period', async () => {
    cloud = await setUp({ MessageRetentionPeriod: 3600 })
    await cloud.send('x')
    await cloud.forward(3601)
    expect(await cloud.receive()).toEqual([])
    await cloud.send('fresh')
    expect(bodies(await cloud.receive())).toEqual(['fresh'])
  })

  test('received too often goes to the dead-letter queue and says where it came from', async () => {
    cloud = await setUp({ RedrivePolicy: { deadLetterTargetArn: ARN('dead'), maxReceiveCount: 2 } })
    const heard: string[] = []
    cloud.queues.onMessage((arn) => heard.push(arn))
    await cloud.send('poison')
    for (let time = 0; time < 2; time++) {
      expect(await cloud.receive()).toHaveLength(1)
      await cloud.forward(31)
    }
    await cloud.send('fine')
    expect(bodies(await cloud.receive())).toEqual(['fine'])
    const [dead] = await cloud.queues.receive(ARN('dead'), 10)
    expect(dead).toMatchObject({ body: 'poison', attributes: { DeadLetterQueueSourceArn: ARN('jobs') } })
    expect(heard).toContain(ARN('dead'))
  })

  test('outlives the process, in sight or not', async () => {
    cloud = await setUp()
    await cloud.send('taken')
    await cloud.receive()
    await cloud.send('waiting')
    await cloud.stop()
    cloud = await setUp({}, await cloud.harness.reopen())
    const heard: string[] = []
    cloud.queues.onMessage((arn) => heard.push(arn))
    cloud.queues.resume()
    expect(heard).toEqual([ARN('jobs')])
    expect(bodies(await cloud.receive())).toEqual(['waiting'])
    await cloud.forward(31)
    expect(bodies(await cloud.receive()).sort()).toEqual(['taken', 'waiting'])
  })
})

describe('A receiver that waits', () => {
  test('gets what is sent meanwhile', async () => {
    cloud = await setUp()
    const waiting = cloud.receive({ WaitTimeSeconds: 5 })
    await new Promise((passed) => setTimeout(passed, 50))
    await cloud.send('x')
    expect(bodies(await waiting)).toEqual(['x'])
  })

  test('gets what comes back in sight when the virtual clock moves', async () => {
    cloud = await setUp()
    await cloud.send('x', { DelaySeconds: 600 })
    const waiting = cloud.receive({ WaitTimeSeconds: 5 })
    await new Promise((passed) => setTimeout(passed, 50))
    await cloud.forward(601)
    expect(bodies(await waiting)).toEqual(['x'])
  })

  test('gets nothing after the time it gave, which is real', async () => {
    cloud = await setUp()
    const before = Date.now()
    expect(await cloud.receive({ WaitTimeSeconds: 1 })).toEqual([])
    expect(Date.now() - before).toBeGreaterThanOrEqual(990)
  })
})

describe('A batch', () => {
  test('is answered entry by entry', async () => {
    cloud = await setUp()
    const sent = await cloud.client.send(
      new SendMessageBatchCommand({
        QueueUrl: cloud.QueueUrl,
        Entries: [
          { Id: 'a', MessageBody: 'fine' },
          { Id: 'b', MessageBody: 'not \u0000 fine' },
        ],
      }),
    )
    expect(sent.Successful?.map((entry) => entry.Id)).toEqual(['a'])
    expect(sent.Failed).toMatchObject([{ Id: 'b', Code: 'InvalidMessageContents', SenderFault: true }])
    const [message] = await cloud.receive()
    const deleted = await cloud.client.send(
      new DeleteMessageBatchCommand({
        QueueUrl: cloud.QueueUrl,
        Entries: [
          { Id: '1', ReceiptHandle: message!.ReceiptHandle },
          { Id: '2', ReceiptHandle: 'rubbish' },
        ],
      }),
    )
    expect(deleted.Failed).toMatchObject([{ Id: '2', Code: 'ReceiptHandleIsInvalid' }])
  })

  test.each([
    ['no entry', [], 'EmptyBatchRequest'],
    ['the same id twice', ['a', 'a'], 'BatchEntryIdsNotDistinct'],
    ['a strange id', ['a b'], 'InvalidBatchEntryId'],
    ['eleven entries', [...'abcdefghijk'], 'TooManyEntriesInBatchRequest'],
  ])('with %s is refused', async (_, ids, name) => {
    cloud = await setUp()
    const Entries = ids.map((Id) => ({ Id, MessageBody: 'x' }))
    await expect(
      cloud.client.send(new SendMessageBatchCommand({ QueueUrl: cloud.QueueUrl, Entries })),
    ).rejects.toMatchObject({ name })
  })
})

describe('A FIFO queue', () => {
  const FIFO = { QueueName: 'jobs.fifo', FifoQueue: true }

  test('holds a group back while an earlier message of it is being worked on', async () => {
    cloud = await setUp({ ...FIFO, ContentBasedDeduplication: true })
    for (const [body, MessageGroupId] of [
      ['a1', 'a'],
      ['a2', 'a'],
      ['b1', 'b'],
    ] as const)
      await cloud.send(body, { MessageGroupId })
    const [first] = await cloud.receive({ MaxNumberOfMessages: 1 })
    expect(first?.Body).toBe('a1')
    expect(bodies(await cloud.receive())).toEqual(['b1'])
    await cloud.queues.delete(ARN('jobs.fifo'), [first!.ReceiptHandle!])
    expect(bodies(await cloud.receive())).toEqual(['a2'])
  })

  test('takes the same deduplication id once in five minutes', async () => {
    cloud = await setUp(FIFO)
    const more = { MessageGroupId: 'a', MessageDeduplicationId: '1' }
    const one = await cloud.send('x', more)
    const two = await cloud.send('x', more)
    expect(two.MessageId).toBe(one.MessageId)
    await cloud.forward(301)
    await cloud.send('y', more)
    expect(bodies(await cloud.receive())).toEqual(['x', 'y'])
  })

  test('does not let a receiver delete what it held too long', async () => {
    cloud = await setUp({ ...FIFO, ContentBasedDeduplication: true })
    await cloud.send('x', { MessageGroupId: 'a' })
    const [slow] = await cloud.receive()
    await cloud.forward(31)
    await expect(cloud.queues.delete(ARN('jobs.fifo'), [slow!.ReceiptHandle!])).rejects.toThrow('has expired')
  })

  test('demands a group and a deduplication id', async () => {
    cloud = await setUp(FIFO)
    await expect(cloud.send('x')).rejects.toMatchObject({ name: 'MissingParameter' })
    await expect(cloud.send('x', { MessageGroupId: 'a' })).rejects.toMatchObject({
      name: 'InvalidParameterValue',
    })
  })
})

describe('A queue', () => {
  test('tells its URL, its settings and how much lies in it, and can be emptied', async () => {
    cloud = await setUp({ RedrivePolicy: { deadLetterTargetArn: ARN('dead'), maxReceiveCount: 3 } })
    const url = await cloud.client.send(new GetQueueUrlCommand({ QueueName: 'jobs' }))
    expect(url.QueueUrl).toMatch(/\/000000000000\/jobs$/)
    await cloud.send('x')
    await cloud.send('later', { DelaySeconds: 60 })
    const read = async () =>
      (
        await cloud.client.send(
          new GetQueueAttributesCommand({ QueueUrl: cloud.QueueUrl, AttributeNames: ['All'] }),
        )
      ).Attributes
    expect(await read()).toMatchObject({
      QueueArn: ARN('jobs'),
      VisibilityTimeout: '30',
      ApproximateNumberOfMessages: '1',
      ApproximateNumberOfMessagesDelayed: '1',
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: ARN('dead'), maxReceiveCount: 3 }),
    })
    await cloud.client.send(new PurgeQueueCommand({ QueueUrl: cloud.QueueUrl }))
    expect(await read()).toMatchObject({ ApproximateNumberOfMessages: '0' })
  })

  test('that the template does not name does not exist', async () => {
    cloud = await setUp()
    await expect(cloud.client.send(new GetQueueUrlCommand({ QueueName: 'none' }))).rejects.toMatchObject({
      name: 'QueueDoesNotExist',
    })
  })

  test('is open only to whom a role opens it', async () => {
    cloud = await setUp({}, partHarness({ allowed: [`sqs:SendMessage ${ARN('jobs')}`] }))
    cloud.become(role('sender'))
    await cloud.send('x')
    await expect(cloud.receive()).rejects.toMatchObject({ name: 'AccessDeniedException' })
  })

  test('refuses a message that is too long or empty', async () => {
    cloud = await setUp({ MaximumMessageSize: 1024 })
    await cloud.send('x'.repeat(1024))
    await expect(cloud.send('x'.repeat(1025))).rejects.toThrow('must be shorter than 1024 bytes')
    await expect(cloud.send('')).rejects.toMatchObject({ name: 'InvalidParameterValue' })
  })

  test('hands other parts the record a function receives', async () => {
    cloud = await setUp()
    await cloud.queues.send(ARN('jobs'), '{"a":1}', {
      attributes: { n: { DataType: 'Number', StringValue: '1' } },
    })
    const [record] = await cloud.queues.receive(ARN('jobs'), 100)
    expect(record).toMatchObject({
      body: '{"a":1}',
      eventSource: 'aws:sqs',
      eventSourceARN: ARN('jobs'),
      awsRegion: 'cn-north-1',
      messageAttributes: { n: { dataType: 'Number', stringValue: '1' } },
    })
  })

  test('whose template asks for what is not run is refused by name', async () => {
    cloud = await setUp()
    const queue = (properties: Record<string, unknown>) => () =>
      cloud.queues.provision([resourceOf(cloud.queues.types, 'AWS::SQS::Queue', 'Odd', properties)])
    expect(queue({ FifoThroughputLimit: 'perQueue' })).toThrow(
      'does not know the property FifoThroughputLimit',
    )
    expect(queue({ RedrivePolicy: { deadLetterTargetArn: 'x', maxReceiveCount: 1 } })).toThrow(
      'is not in the template',
    )
    expect(queue({ VisibilityTimeout: 50_000 })).toThrow('VisibilityTimeout must lie between 0 and 43200')
  })
})
