import type { AwsAnswer } from '../kernel/aws.ts'
import { AwsError } from '../kernel/aws.ts'
import { readXml, textOf } from '../kernel/xml.ts'
import type { LockMode } from './bucket.ts'
import { accessDenied, empty, invalidArgument, invalidRequest, malformedXml, xmlAnswer } from './errors.ts'
import { objectOf } from './read-object.ts'
import type { S3Context, S3Request } from './request.ts'
import type { StoredObject } from './store.ts'

type Lock = NonNullable<StoredObject['lock']>

/** The lock a new object begins with: what the request asks for, else the bucket's default. */
export function lockOf(
  s3: S3Context,
  request: S3Request,
  headers: Record<string, string>,
): { lock: Lock | undefined; legalHold: boolean } {
  const { bucket } = request
  const mode = headers['x-amz-object-lock-mode']
  const until = headers['x-amz-object-lock-retain-until-date']
  const hold = headers['x-amz-object-lock-legal-hold']
  if (!bucket.objectLock) {
    if (mode ?? until ?? hold) throw withoutLock()
    return { lock: undefined, legalHold: false }
  }
  if ((mode === undefined) !== (until === undefined))
    throw invalidArgument(
      'x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied',
    )
  if (hold !== undefined) s3.demand(request.principal, 's3:PutObjectLegalHold', bucket, request.key)
  const legalHold = hold === 'ON'
  if (mode !== undefined) {
    s3.demand(request.principal, 's3:PutObjectRetention', bucket, request.key)
    return { lock: readLock(s3, mode, until), legalHold }
  }
  const standard = bucket.defaultRetention
  return {
    lock: standard && { mode: standard.mode, until: Math.floor(s3.clock.now()) + standard.ms },
    legalHold,
  }
}

function readLock(s3: S3Context, mode: string | undefined, until: string | undefined): Lock {
  const instant = Date.parse(until ?? '')
  if ((mode !== 'GOVERNANCE' && mode !== 'COMPLIANCE') || Number.isNaN(instant)) throw malformedXml()
  if (instant <= s3.clock.now()) throw invalidArgument('The retain until date must be in the future!')
  return { mode: mode as LockMode, until: instant }
}

/** Throws AccessDenied while a lock or a legal hold forbids removing this version. Time is the virtual clock's. */
export function refuseWhileLocked(s3: S3Context, request: S3Request, object: StoredObject) {
  if (object.legalHold) throw locked()
  if (!object.lock || object.lock.until <= s3.clock.now()) return
  if (object.lock.mode === 'GOVERNANCE' && mayBypass(s3, request)) return
  throw locked()
}

function mayBypass(s3: S3Context, request: S3Request): boolean {
  return (
    request.call.headers['x-amz-bypass-governance-retention'] === 'true' &&
    s3.allows(request.principal, 's3:BypassGovernanceRetention', request.bucket, request.key)
  )
}

const locked = () => accessDenied('Access Denied because object protected by object lock.')
const withoutLock = () => invalidRequest('Bucket is missing Object Lock Configuration')

export async function putRetention(s3: S3Context, request: S3Request): Promise<AwsAnswer> {
  s3.demand(request.principal, 's3:PutObjectRetention', request.bucket, request.key)
  const object = lockable(s3, request)
  const document = readXml(request.call.body.toString('utf8'))
  if (document?.name !== 'Retention') throw malformedXml()
  const lock = readLock(s3, textOf(document, 'Mode'), textOf(document, 'RetainUntilDate'))
  const held = object.lock && object.lock.until > s3.clock.now() ? object.lock : undefined
  const shorter = held && (lock.until < held.until || (held.mode === 'COMPLIANCE' && lock.mode !== held.mode))
  if (shorter && !(held.mode === 'GOVERNANCE' && mayBypass(s3, request))) throw locked()
  await s3.database.write(() => s3.objects.relock({ ...object, lock }))
  return empty()
}

export async function getRetention(s3: S3Context, request: S3Request): Promise<AwsAnswer> {
  s3.demand(request.principal, 's3:GetObjectRetention', request.bucket, request.key)
  const { lock } = lockable(s3, request)
  if (!lock) throw noLock()
  return xmlAnswer('Retention', { Mode: lock.mode, RetainUntilDate: new Date(lock.until).toISOString() })
}

export async function putLegalHold(s3: S3Context, request: S3Request): Promise<AwsAnswer> {
  s3.demand(request.principal, 's3:PutObjectLegalHold', request.bucket, request.key)
  const object = lockable(s3, request)
  const status = textOf(readXml(request.call.body.toString('utf8')), 'Status')
  if (status !== 'ON' && status !== 'OFF') throw malformedXml()
  await s3.database.write(() => s3.objects.relock({ ...object, legalHold: status === 'ON' }))
  return empty()
}

export async function getLegalHold(s3: S3Context, request: S3Request): Promise<AwsAnswer> {
  s3.demand(request.principal, 's3:GetObjectLegalHold', request.bucket, request.key)
  return xmlAnswer('LegalHold', { Status: lockable(s3, request).legalHold ? 'ON' : 'OFF' })
}

function lockable(s3: S3Context, request: S3Request): StoredObject {
  if (!request.bucket.objectLock) throw withoutLock()
  return objectOf(s3, request)
}

const noLock = () =>
  new AwsError(
    'NoSuchObjectLockConfiguration',
    'The specified object does not have a ObjectLock configuration',
    404,
  )
