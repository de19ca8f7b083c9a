import { createHash } from 'node:crypto'
import { ofType, refuseResource, refuseUnknownProperties } from '../kernel/part.ts'
import { type EventPattern, readPattern } from '../kernel/pattern.ts'
import type { Place, Resource, ResourceType } from '../kernel/resource.ts'

const PROTOCOLS = ['sqs', 'lambda', 'sms', 'email', 'email-json'] as const
export type Protocol = (typeof PROTOCOLS)[number]

export interface Subscription {
  arn: string
  topic: string
  protocol: Protocol
  /** ARN, phone number or address. */
  endpoint: string
  /** To a queue: the text alone, without the envelope. */
  raw: boolean
  filter: EventPattern | undefined
  filterScope: 'MessageAttributes' | 'MessageBody'
  /** Queue for what could not be delivered. */
  deadLetters: string | undefined
}

type Identified = Parameters<ResourceType['identify']>[0]

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')

function identifyTopic({ stack, logicalId, properties }: Identified, place: Place) {
  const unnamed = `${stack}-${logicalId}-${digestOf(`${stack}/${logicalId}`).slice(0, 12)}`
  const name = String(properties.TopicName ?? unnamed)
  const arn = `arn:${place.partition}:sns:${place.region}:${place.account}:${name}`
  return { ref: arn, attributes: { TopicArn: arn, TopicName: name } }
}

const subscriptionArn = (topic: string, seed: string) =>
  `${topic}:${digestOf(seed).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')}`

function identifySubscription({ stack, logicalId, properties }: Identified) {
  const arn = subscriptionArn(String(properties.TopicArn), `${stack}/${logicalId}`)
  return { ref: arn, attributes: { Arn: arn } }
}

const identifyByName = ({ stack, logicalId }: Identified) => ({
  ref: `${stack}-${logicalId}`,
  attributes: {},
})

export const messageTypes: ResourceType[] = [
  { type: 'AWS::SNS::Topic', identify: identifyTopic },
  { type: 'AWS::SNS::TopicPolicy', identify: identifyByName },
  { type: 'AWS::SNS::Subscription', identify: identifySubscription },
  {
    type: 'AWS::SES::EmailIdentity',
    identify: ({ properties }) => ({ ref: String(properties.EmailIdentity), attributes: {} }),
  },
]

export const messageInert: Record<string, string> = {
  'AWS::SNS::TopicPolicy':
    'roles decide every call; a resource policy could only deny more or admit services',
  'AWS::SNS::Topic.KmsMasterKeyId': 'messages lie unencrypted on this machine',
  'AWS::SNS::Subscription.DeliveryPolicy': 'deliveries are repeated as the local cloud repeats all',
  'AWS::SES::EmailIdentity': 'every identity of the template counts as verified; no mail leaves this machine',
}

const TOPIC_PROPERTIES = [
  'TopicName',
  'DisplayName',
  'KmsMasterKeyId',
  'Subscription',
  'SignatureVersion',
  'TracingConfig',
  'Tags',
]
const SUBSCRIPTION_PROPERTIES = [
  'TopicArn',
  'Protocol',
  'Endpoint',
  'RawMessageDelivery',
  'FilterPolicy',
  'FilterPolicyScope',
  'RedrivePolicy',
  'DeliveryPolicy',
  'Region',
]

/** Topics by ARN with who hears of them. */
export function readTopics(resources: Resource[]): Map<string, Subscription[]> {
  const topics = new Map<string, Subscription[]>()
  for (const resource of ofType(resources, 'AWS::SNS::Topic')) {
    refuseUnknownProperties(resource, TOPIC_PROPERTIES)
    const inline = (resource.properties.Subscription ?? []) as Record<string, unknown>[]
    topics.set(
      resource.ref,
      inline.map((properties, index) =>
        readSubscription(resource, subscriptionArn(resource.ref, String(index)), {
          ...properties,
          TopicArn: resource.ref,
        }),
      ),
    )
  }
  for (const resource of ofType(resources, 'AWS::SNS::Subscription')) {
    refuseUnknownProperties(resource, SUBSCRIPTION_PROPERTIES)
    const topic = topics.get(String(resource.properties.TopicArn))
    if (!topic) return refuseResource(resource, 'its topic is not in the template.')
    topic.push(readSubscription(resource, resource.ref, resource.properties))
  }
  return topics
}

function readSubscription(
  resource: Resource,
  arn: string,
  properties: Record<string, unknown>,
): Subscription {
  const protocol = PROTOCOLS.find((one) => one === properties.Protocol)
  if (!protocol)
    return refuseResource(
      resource,
      `the local cloud delivers to ${PROTOCOLS.join(', ')}, not by ${properties.Protocol}.`,
    )
  const redrive = properties.RedrivePolicy as { deadLetterTargetArn?: string } | undefined
  return {
    arn,
    topic: String(properties.TopicArn),
    protocol,
    endpoint: String(properties.Endpoint),
    raw: String(properties.RawMessageDelivery ?? false) === 'true',
    filter: properties.FilterPolicy === undefined ? undefined : readPattern(properties.FilterPolicy),
    filterScope: properties.FilterPolicyScope === 'MessageBody' ? 'MessageBody' : 'MessageAttributes',
    deadLetters: redrive?.deadLetterTargetArn,
  }
}
