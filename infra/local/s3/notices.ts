import { refuseResource } from '../kernel/part.ts'
import type { Place, Resource } from '../kernel/resource.ts'

/** Where a bucket tells of new objects, and of which. */
export interface NoticeRule {
  to: 'queue' | 'function' | 'topic' | 'eventbridge'
  /** Absent for eventbridge. */
  arn?: string
  id: string
  /** e.g. `ObjectCreated:*`, without `s3:`. */
  events: string[]
  prefix: string
  suffix: string
}

/** One notice on its way out. For eventbridge `payload` is the entry to put on the default bus. */
export type ObjectNotice =
  | { to: 'queue' | 'function' | 'topic'; arn: string; payload: string }
  | { to: 'eventbridge'; entry: { Source: string; DetailType: string; Resources: string[]; Detail: string } }

/** What happened to one object. */
export interface ObjectEvent {
  bucket: { name: string; arn: string }
  key: string
  /** `ObjectCreated:Put`, `:Post`, `:Copy`, `:CompleteMultipartUpload` */
  name: string
  size: number
  etag: string
  version: string | undefined
  sequencer: string
  at: number
  requestId: string
  requester: string
}

interface Configuration {
  Id?: string
  Event?: string
  Events?: string[]
  Filter?: {
    Key?: { FilterRules?: FilterRule[] }
    S3Key?: { Rules?: FilterRule[] }
  }
  Function?: string
  LambdaFunctionArn?: string
  Queue?: string
  QueueArn?: string
  Topic?: string
  TopicArn?: string
}
interface FilterRule {
  Name: string
  Value: string
}

const KINDS = [
  ['function', ['LambdaConfigurations', 'LambdaFunctionConfigurations']],
  ['queue', ['QueueConfigurations']],
  ['topic', ['TopicConfigurations']],
] as const

/** Reads a NotificationConfiguration, as the bucket's own property or as CDK's Custom::S3BucketNotifications writes it. */
export function readNoticeRules(resource: Resource, configuration: unknown): NoticeRule[] {
  const given = (configuration ?? {}) as Record<string, unknown>
  const known = ['EventBridgeConfiguration', ...KINDS.flatMap(([, names]) => [...names])]
  for (const name of Object.keys(given))
    if (!known.includes(name)) refuseResource(resource, `the notification kind ${name} is not known.`)
  const rules = KINDS.flatMap(([to, names]) =>
    names
      .flatMap((name) => (given[name] ?? []) as Configuration[])
      .map((one, index) => readRule(resource, to, one, index)),
  )
  const bus = given.EventBridgeConfiguration as { EventBridgeEnabled?: boolean | string } | undefined
  if (bus && String(bus.EventBridgeEnabled ?? true) === 'true')
    rules.push({ to: 'eventbridge', id: 'eventbridge', events: ['ObjectCreated:*'], prefix: '', suffix: '' })
  return rules
}

function readRule(
  resource: Resource,
  to: 'queue' | 'function' | 'topic',
  one: Configuration,
  index: number,
): NoticeRule {
  const arn = one.Function ?? one.LambdaFunctionArn ?? one.Queue ?? one.QueueArn ?? one.Topic ?? one.TopicArn
  const events = (one.Events ?? [one.Event ?? '']).map((event) => event.replace(/^s3:/, ''))
  if (!arn) return refuseResource(resource, `a notification to a ${to} needs its ARN.`)
  const strange = events.find((event) => !event.startsWith('ObjectCreated:'))
  if (strange !== undefined)
    return refuseResource(
      resource,
      `the local cloud tells of ObjectCreated events only, not of ${strange || 'none'}.`,
    )
  const rules = one.Filter?.Key?.FilterRules ?? one.Filter?.S3Key?.Rules ?? []
  const filtered = (name: string) => rules.find((rule) => rule.Name.toLowerCase() === name)?.Value ?? ''
  return {
    to,
    arn,
    id: one.Id ?? `${to}-${index}`,
    events,
    prefix: filtered('prefix'),
    suffix: filtered('suffix'),
  }
}

/** The notices one event gives rise to. */
export function noticesOf(rules: NoticeRule[], event: ObjectEvent, place: Place): ObjectNotice[] {
  return rules
    .filter(
      (rule) =>
        rule.events.some((name) => name === 'ObjectCreated:*' || name === event.name) &&
        event.key.startsWith(rule.prefix) &&
        event.key.endsWith(rule.suffix),
    )
    .map((rule) =>
      rule.to === 'eventbridge'
        ? { to: rule.to, entry: busEntry(event) }
        : { to: rule.to, arn: rule.arn!, payload: JSON.stringify({ Records: [record(rule, event, place)] }) },
    )
}

const record = (rule: NoticeRule, event: ObjectEvent, place: Place) => ({
  eventVersion: '2.1',
  eventSource: 'aws:s3',
  awsRegion: place.region,
  eventTime: new Date(event.at).toISOString(),
  eventName: event.name,
  userIdentity: { principalId: event.requester },
  requestParameters: { sourceIPAddress: '127.0.0.1' },
  responseElements: { 'x-amz-request-id': event.requestId, 'x-amz-id-2': event.requestId },
  s3: {
    s3SchemaVersion: '1.0',
    configurationId: rule.id,
    bucket: { name: event.bucket.name, ownerIdentity: { principalId: place.account }, arn: event.bucket.arn },
    object: {
      // S3 sends the key form-encoded in these records, and only in these
      key: encodeURIComponent(event.key).replaceAll('%20', '+').replaceAll('%2F', '/'),
      size: event.size,
      eTag: event.etag,
      ...(event.version === undefined ? {} : { versionId: event.version }),
      sequencer: event.sequencer,
    },
  },
})

const REASONS: Record<string, string> = {
  'ObjectCreated:Put': 'PutObject',
  'ObjectCreated:Post': 'POST Object',
  'ObjectCreated:Copy': 'CopyObject',
  'ObjectCreated:CompleteMultipartUpload': 'CompleteMultipartUpload',
}

const busEntry = (event: ObjectEvent) => ({
  Source: 'aws.s3',
  DetailType: 'Object Created',
  Resources: [event.bucket.arn],
  Detail: JSON.stringify({
    version: '0',
    bucket: { name: event.bucket.name },
    object: {
      key: event.key,
      size: event.size,
      etag: event.etag,
      ...(event.version === undefined ? {} : { 'version-id': event.version }),
      sequencer: event.sequencer,
    },
    'request-id': event.requestId,
    requester: event.requester,
    'source-ip-address': '127.0.0.1',
    reason: REASONS[event.name],
  }),
})
