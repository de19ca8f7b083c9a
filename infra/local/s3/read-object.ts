import { type AwsAnswer, AwsError } from '../kernel/aws.ts'
import { checksumHeaders } from './checksums.ts'
import { checkReadConditions } from './conditions.ts'
import { accessDenied, noSuchKey, noSuchVersion, notImplemented } from './errors.ts'
import type { S3Context, S3Request } from './request.ts'
import type { StoredObject } from './store.ts'

/** The version asked for, else the newest. A caller who may not list learns nothing of a missing key, as on AWS. */
export function objectOf(s3: S3Context, request: S3Request): StoredObject {
  const { bucket, key, call } = request
  const id = call.query.get('versionId')
  const object = id === null ? s3.objects.latest(bucket.name, key) : s3.objects.version(bucket.name, key, id)
  if (object && !object.marker) return object
  if (!s3.allows(request.principal, 's3:ListBucket', bucket)) throw accessDenied()
  if (object && id !== null)
    throw new AwsError('MethodNotAllowed', 'The specified method is not allowed against this resource.', 405)
  throw id === null ? noSuchKey(key) : noSuchVersion()
}

export async function getObject(s3: S3Context, request: S3Request): Promise<AwsAnswer> {
  const { object, headers, range } = prepare(s3, request)
  const { start, end } = range ?? { start: 0, end: object.size }
  return {
    status: range ? 206 : 200,
    headers,
    body: await s3.bodies.read(object.body, start, end),
  }
}

export async function headObject(s3: S3Context, request: S3Request): Promise<AwsAnswer> {
  const { headers, range } = prepare(s3, request)
  return { status: range ? 206 : 200, headers, body: '' }
}

function prepare(s3: S3Context, request: S3Request) {
  const { call, principal, bucket, key } = request
  const versioned = call.query.has('versionId')
  s3.demand(principal, versioned ? 's3:GetObjectVersion' : 's3:GetObject', bucket, key)
  if (call.query.has('partNumber')) throw notImplemented('reading one part of an object')
  const object = objectOf(s3, request)
  checkReadConditions(call.headers, object)
  const range = readRange(call.headers.range, object.size)
  const length = range ? range.end - range.start : object.size
  const headers: Record<string, string> = {
    ...object.headers,
    ...overrides(call.query),
    ...lockHeaders(object),
    ...versionHeader(object),
    'accept-ranges': 'bytes',
    'content-length': String(length),
    etag: `"${object.etag}"`,
    'last-modified': new Date(object.modified).toUTCString(),
  }
  if (range) headers['content-range'] = `bytes ${range.start}-${range.end - 1}/${object.size}`
  else if (call.headers['x-amz-checksum-mode'] === 'ENABLED')
    Object.assign(headers, checksumHeaders(object.checksum))
  return { object, headers, range }
}

export const versionHeader = (object: StoredObject): Record<string, string> =>
  object.version === 'null' ? {} : { 'x-amz-version-id': object.version }

const lockHeaders = (object: StoredObject): Record<string, string> => ({
  ...(object.lock
    ? {
        'x-amz-object-lock-mode': object.lock.mode,
        'x-amz-object-lock-retain-until-date': new Date(object.lock.until).toISOString(),
      }
    : {}),
  ...(object.legalHold ? { 'x-amz-object-lock-legal-hold': 'ON' } : {}),
})

/** One range of bytes, `end` exclusive; undefined means the whole object, also for what HTTP tells to overlook. */
export function readRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | undefined {
  const range = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!range || (range[1] === '' && range[2] === '')) return undefined
  const last = range[2] === '' ? size - 1 : Number(range[2])
  const start = range[1] === '' ? Math.max(0, size - last) : Number(range[1])
  const end = range[1] === '' ? size : Math.min(last + 1, size)
  if (range[1] !== '' && range[2] !== '' && last < start) return undefined
  if (start >= size || end <= start)
    throw new AwsError('InvalidRange', 'The requested range is not satisfiable', 416, {
      RangeRequested: header,
      ActualObjectSize: size,
    })
  return { start, end }
}

const OVERRIDES = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
]

const overrides = (query: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    OVERRIDES.flatMap((name) => {
      const value = query.get(`response-${name}`)
      return value === null ? [] : [[name, value]]
    }),
  )
