import type { AwsAnswer } from '../kernel/aws.ts'
import type { Held } from './bodies.ts'
import { type Checksum, checksumFields, checksumHeaders, md5, verifyChecksums } from './checksums.ts'
import { checkReadConditions, checkWriteConditions } from './conditions.ts'
import { empty, invalidArgument, invalidRequest, noSuchBucket, xmlAnswer } from './errors.ts'
import { noticesOf } from './notices.ts'
import { objectHeaders } from './object-headers.ts'
import { readPayload } from './payload.ts'
import { objectOf, versionHeader } from './read-object.ts'
import type { S3Context, S3Request } from './request.ts'
import { lockOf } from './retention.ts'
import type { StoredObject } from './store.ts'

export interface Draft {
  body: Held
  /** Without quotes. */
  etag: string
  checksum: Checksum | undefined
  headers: Record<string, string>
  lock: StoredObject['lock']
  legalHold: boolean
  /** e.g. `ObjectCreated:Put`. */
  event: string
  /** Asked and done inside the same change, before the row is written; answers bodies that lost a row by it. */
  alongside?: () => string[]
}

/** Makes a body that is on disk an object: row and notices in one durable change. */
export async function storeObject(s3: S3Context, request: S3Request, draft: Draft): Promise<StoredObject> {
  const { bucket, key, call, principal } = request
  const { body, etag, checksum, headers, lock, legalHold } = draft
  const { stored, released } = await s3.database.write(() => {
    checkWriteConditions(call.headers, s3.objects.latest(bucket.name, key), key)
    const freed = draft.alongside?.() ?? []
    const modified = Math.floor(s3.clock.now())
    const content = { body: body.hash, size: body.size, etag, checksum, headers }
    const change = s3.objects.insert(bucket, { key, marker: false, modified, lock, legalHold, ...content })
    const notices = noticesOf(
      bucket.notices,
      {
        bucket,
        key,
        name: draft.event,
        size: body.size,
        etag,
        version: change.stored.version === 'null' ? undefined : change.stored.version,
        sequencer: change.stored.seq.toString(16).toUpperCase().padStart(16, '0'),
        at: modified,
        requestId: call.requestId,
        requester: principal.arn,
      },
      s3.place,
    )
    for (const notice of notices) s3.notices.put(notice)
    return { stored: change.stored, released: [...freed, ...change.released] }
  })
  for (const hash of released) s3.bodies.release(hash)
  s3.notices.deliver()
  return stored
}

/** Stores content sent in one piece, by PUT or by a form. */
export async function storeContent(
  s3: S3Context,
  request: S3Request,
  content: Buffer,
  headers: Record<string, string>,
  event: string,
): Promise<StoredObject> {
  s3.demand(request.principal, 's3:PutObject', request.bucket, request.key)
  if (request.key === '') throw invalidArgument('A key must be specified')
  const checksum = verifyChecksums(content, headers)
  const kept = objectHeaders(headers, request.bucket)
  const lock = lockOf(s3, request, headers)
  await using body = await s3.bodies.keep([content])
  const etag = md5(content).toString('hex')
  return await storeObject(s3, request, { body, etag, checksum, headers: kept, event, ...lock })
}

export async function putObject(s3: S3Context, request: S3Request): Promise<AwsAnswer> {
  const { content, headers } = readPayload(request.call)
  const stored = await storeContent(s3, request, content, headers, 'ObjectCreated:Put')
  return empty(writtenHeaders(stored))
}

export const writtenHeaders = (stored: StoredObject): Record<string, string> => ({
  etag: `"${stored.etag}"`,
  'x-amz-server-side-encryption': stored.headers['x-amz-server-side-encryption'] ?? 'AES256',
  ...checksumHeaders(stored.checksum),
  ...versionHeader(stored),
})

export async function copyObject(s3: S3Context, request: S3Request): Promise<AwsAnswer> {
  const { call, bucket, key, principal } = request
  const source = copySource(s3, request)
  s3.demand(
    principal,
    source.call.query.has('versionId') ? 's3:GetObjectVersion' : 's3:GetObject',
    source.bucket,
    source.key,
  )
  s3.demand(principal, 's3:PutObject', bucket, key)
  const original = objectOf(s3, source)
  checkReadConditions(call.headers, original, 'x-amz-copy-source-')
  const replace = call.headers['x-amz-metadata-directive'] === 'REPLACE'
  if (source.bucket === bucket && source.key === key && !replace && !source.call.query.has('versionId'))
    throw invalidRequest(
      "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
    )
  await using body = s3.bodies.hold(original.body, original.size)
  const stored = await storeObject(s3, request, {
    body,
    etag: original.etag,
    checksum: original.checksum,
    headers: replace ? objectHeaders(call.headers, bucket) : original.headers,
    event: 'ObjectCreated:Copy',
    ...lockOf(s3, request, call.headers),
  })
  return xmlAnswer(
    'CopyObjectResult',
    {
      LastModified: new Date(stored.modified).toISOString(),
      ETag: `"${stored.etag}"`,
      ...checksumFields(stored.checksum),
    },
    versionHeader(stored),
  )
}

/** `x-amz-copy-source: bucket/key[?versionId=…]`, URL-encoded, as a request of its own. */
function copySource(s3: S3Context, request: S3Request): S3Request {
  const [path = '', query] = (request.call.headers['x-amz-copy-source'] ?? '').split('?', 2)
  const [, name = '', key = ''] = /^\/?([^/]+)\/(.+)$/s.exec(decode(path)) ?? []
  if (key === '')
    throw invalidArgument('Copy Source must mention the source bucket and key: sourcebucket/sourcekey')
  const bucket = s3.buckets.get(name)
  if (!bucket) throw noSuchBucket(name)
  return { ...request, bucket, key, call: { ...request.call, query: new URLSearchParams(query ?? '') } }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw invalidArgument('The copy source is not URL-encoded.')
  }
}
