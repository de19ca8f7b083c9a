import { refuseResource, refuseUnknownProperties } from '../kernel/part.ts'
import type { Resource } from '../kernel/resource.ts'
import { type CorsRule, readCorsRules } from './cors.ts'
import { type NoticeRule, readNoticeRules } from './notices.ts'

export type LockMode = 'GOVERNANCE' | 'COMPLIANCE'

export interface Bucket {
  name: string
  arn: string
  versioning: 'Enabled' | 'Suspended' | undefined
  objectLock: boolean
  /** What a new object is locked with when the request says nothing. */
  defaultRetention: { mode: LockMode; ms: number } | undefined
  /** `AES256` or `aws:kms`, as answers name it; nothing is encrypted on this machine's disk. */
  encryption: string
  cors: CorsRule[]
  notices: NoticeRule[]
}

const DAY_MS = 86_400_000

const KNOWN = [
  'BucketName',
  'BucketEncryption',
  'CorsConfiguration',
  'LifecycleConfiguration',
  'LoggingConfiguration',
  'NotificationConfiguration',
  'ObjectLockConfiguration',
  'ObjectLockEnabled',
  'OwnershipControls',
  'PublicAccessBlockConfiguration',
  'Tags',
  'VersioningConfiguration',
]

export const bucketInert: Record<string, string> = {
  'AWS::S3::BucketPolicy': 'roles decide every call; a resource policy could only deny more',
  'AWS::S3::Bucket.BucketEncryption': 'answers name it, the disk of this machine is not encrypted',
  'AWS::S3::Bucket.LifecycleConfiguration': 'no object expires here',
  'AWS::S3::Bucket.LoggingConfiguration': 'no access log is written',
}

interface BucketProperties {
  CorsConfiguration?: { CorsRules?: unknown }
  VersioningConfiguration?: { Status?: string }
  ObjectLockEnabled?: boolean | string
  ObjectLockConfiguration?: {
    Rule?: { DefaultRetention?: { Mode?: string; Days?: number | string; Years?: number | string } }
  }
  NotificationConfiguration?: unknown
  BucketEncryption?: {
    ServerSideEncryptionConfiguration?: { ServerSideEncryptionByDefault?: { SSEAlgorithm?: string } }[]
  }
}

export function readBucket(resource: Resource): Bucket {
  refuseUnknownProperties(resource, KNOWN)
  const properties = resource.properties as BucketProperties
  const objectLock = String(properties.ObjectLockEnabled ?? false) === 'true'
  const status = properties.VersioningConfiguration?.Status
  if (status !== undefined && status !== 'Enabled' && status !== 'Suspended')
    refuseResource(resource, `VersioningConfiguration.Status cannot be ${status}.`)
  return {
    name: resource.ref,
    arn: resource.attributes.Arn!,
    versioning: objectLock ? 'Enabled' : status,
    objectLock,
    defaultRetention: readDefaultRetention(resource, properties),
    encryption:
      properties.BucketEncryption?.ServerSideEncryptionConfiguration?.[0]?.ServerSideEncryptionByDefault
        ?.SSEAlgorithm ?? 'AES256',
    cors: readCorsRules(properties.CorsConfiguration?.CorsRules),
    notices: readNoticeRules(resource, properties.NotificationConfiguration),
  }
}

function readDefaultRetention(resource: Resource, properties: BucketProperties): Bucket['defaultRetention'] {
  const retention = properties.ObjectLockConfiguration?.Rule?.DefaultRetention
  if (!retention) return undefined
  const { Mode: mode, Days, Years } = retention
  if (mode !== 'GOVERNANCE' && mode !== 'COMPLIANCE')
    return refuseResource(resource, `a default retention needs the mode GOVERNANCE or COMPLIANCE.`)
  const days = Days !== undefined ? Number(Days) : Number(Years) * 365
  if (!(days > 0)) return refuseResource(resource, 'a default retention needs Days or Years.')
  return { mode, ms: days * DAY_MS }
}
