import { createHash } from 'node:crypto'
import { ofType, refuseResource, refuseUnknownProperties } from '../kernel/part.ts'
import type { Place, Resource, ResourceType } from '../kernel/resource.ts'

export interface Queue {
  name: string
  arn: string
  url: string
  fifo: boolean
  contentBasedDeduplication: boolean
  delayMs: number
  visibilityMs: number
  retentionMs: number
  waitMs: number
  mostBytes: number
  /** After this many receipts in vain a message goes to the queue `target` (ARN). */
  redrive: { target: string; mostReceipts: number } | undefined
}

const MOST_MESSAGE_BYTES = 1_048_576

const KNOWN = [
  'QueueName',
  'FifoQueue',
  'ContentBasedDeduplication',
  'DelaySeconds',
  'VisibilityTimeout',
  'MessageRetentionPeriod',
  'ReceiveMessageWaitTimeSeconds',
  'MaximumMessageSize',
  'RedrivePolicy',
  'RedriveAllowPolicy',
  'KmsMasterKeyId',
  'KmsDataKeyReusePeriodSeconds',
  'SqsManagedSseEnabled',
  'Tags',
]

export const queueInert: Record<string, string> = {
  'AWS::SQS::QueuePolicy':
    'roles decide every call; a resource policy could only deny more or admit services',
  'AWS::SQS::Queue.KmsMasterKeyId': 'messages lie unencrypted on this machine',
}

type Identified = Parameters<ResourceType['identify']>[0]

function identifyQueue({ stack, logicalId, properties }: Identified, place: Place) {
  const digest = createHash('sha256').update(`${stack}/${logicalId}`).digest('hex').slice(0, 12)
  const unnamed = `${stack}-${logicalId}`.slice(0, 62).concat('-', digest)
  const name = String(properties.QueueName ?? (isTrue(properties.FifoQueue) ? `${unnamed}.fifo` : unnamed))
  // clients send to the host of the URL, so it is the local endpoint; a place without one is never reached
  const url = `${place.endpoint ?? `http://sqs.${place.region}.invalid`}/${place.account}/${name}`
  return {
    ref: url,
    attributes: {
      Arn: `arn:${place.partition}:sqs:${place.region}:${place.account}:${name}`,
      QueueName: name,
      QueueUrl: url,
    },
  }
}

export const queueTypes: ResourceType[] = [
  { type: 'AWS::SQS::Queue', identify: identifyQueue },
  {
    type: 'AWS::SQS::QueuePolicy',
    identify: ({ stack, logicalId }) => ({ ref: `${stack}-${logicalId}`, attributes: {} }),
  },
]

export function readQueues(resources: Resource[]): Queue[] {
  const queues = ofType(resources, 'AWS::SQS::Queue')
  const arns = new Set(queues.map((resource) => resource.attributes.Arn))
  return queues.map((resource) => {
    const queue = readQueue(resource)
    if (queue.redrive && !arns.has(queue.redrive.target))
      refuseResource(resource, `its dead-letter queue ${queue.redrive.target} is not in the template.`)
    return queue
  })
}

function readQueue(resource: Resource): Queue {
  refuseUnknownProperties(resource, KNOWN)
  const { properties } = resource
  const seconds = (name: string, otherwise: number, most: number) => {
    const value = Number(properties[name] ?? otherwise)
    if (!(value >= 0 && value <= most)) refuseResource(resource, `${name} must lie between 0 and ${most}.`)
    return value * 1000
  }
  const name = resource.attributes.QueueName!
  const fifo = isTrue(properties.FifoQueue)
  if (fifo !== name.endsWith('.fifo'))
    refuseResource(resource, 'the name of a FIFO queue, and only that, ends in .fifo.')
  return {
    name,
    arn: resource.attributes.Arn!,
    url: resource.ref,
    fifo,
    contentBasedDeduplication: isTrue(properties.ContentBasedDeduplication),
    delayMs: seconds('DelaySeconds', 0, 900),
    visibilityMs: seconds('VisibilityTimeout', 30, 43_200),
    retentionMs: seconds('MessageRetentionPeriod', 345_600, 1_209_600),
    waitMs: seconds('ReceiveMessageWaitTimeSeconds', 0, 20),
    mostBytes: Number(properties.MaximumMessageSize ?? MOST_MESSAGE_BYTES),
    redrive: readRedrive(resource, properties.RedrivePolicy),
  }
}

function readRedrive(resource: Resource, policy: unknown): Queue['redrive'] {
  if (policy === undefined) return undefined
  const { deadLetterTargetArn, maxReceiveCount } = (
    typeof policy === 'string' ? JSON.parse(policy) : policy
  ) as {
    deadLetterTargetArn?: string
    maxReceiveCount?: number | string
  }
  const mostReceipts = Number(maxReceiveCount)
  if (typeof deadLetterTargetArn !== 'string' || !(mostReceipts >= 1))
    return refuseResource(resource, 'a RedrivePolicy needs deadLetterTargetArn and maxReceiveCount.')
  return { target: deadLetterTargetArn, mostReceipts }
}

const isTrue = (value: unknown) => String(value ?? false) === 'true'
