import { createHash, randomBytes } from 'node:crypto'
import type { AwsAnswer } from '../kernel/aws.ts'
import { AwsError } from '../kernel/aws.ts'
import { childrenOf, readXml, textOf } from '../kernel/xml.ts'
import {
  type Checksum,
  type ChecksumAlgorithm,
  checksumFields,
  checksumHeaders,
  checksumOf,
  compositeChecksum,
  md5,
  readAlgorithm,
  verifyChecksums,
} from './checksums.ts'
import { empty, invalidArgument, malformedXml, noSuchUpload, xmlAnswer } from './errors.ts'
import { objectHeaders } from './object-headers.ts'
import { readPayload } from './payload.ts'
import { versionHeader } from './read-object.ts'
import type { S3Context, S3Request } from './request.ts'
import { lockOf } from './retention.ts'
import type { StoredObject } from './store.ts'
import { storeObject } from './write-object.ts'

const MOST_PARTS = 10_000
const LEAST_PART_BYTES = 5 * 1024 * 1024 // of every part but the last

/** What CreateMultipartUpload settles for the object to come. */
interface Start {
  headers: Record<string, string>
  algorithm: ChecksumAlgorithm
  type: Checksum['type']
  lock: StoredObject['lock']
  legalHold: boolean
}

interface Part {
  number: number
  body: string
  size: number
  etag: string
  checksum: string
  modified: number
}

export async function createUpload(s3: S3Context, request: S3Request): Promise<AwsAnswer> {
  const { bucket, key, call, principal } = request
  s3.demand(principal, 's3:PutObject', bucket, key)
  const algorithm = readAlgorithm(call.headers['x-amz-checksum-algorithm'] ?? 'CRC32')
  const type = call.headers['x-amz-checksum-type'] === 'FULL_OBJECT' ? 'FULL_OBJECT' : 'COMPOSITE'
  const locks = lockOf(s3, request, call.headers)
  const start: Start = { headers: objectHeaders(call.headers, bucket), algorithm, type, ...locks }
  const id = randomBytes(32).toString('base64url')
  await s3.database.write(() =>
    s3.database.sqlite
      .prepare('INSERT INTO s3_upload VALUES (?, ?, ?, ?, ?)')
      .run(id, bucket.name, key, Math.floor(s3.clock.now()), JSON.stringify(start)),
  )
  return xmlAnswer(
    'InitiateMultipartUploadResult',
    { Bucket: bucket.name, Key: key, UploadId: id },
    { 'x-amz-checksum-algorithm': algorithm, 'x-amz-checksum-type': type },
  )
}

function uploadOf(s3: S3Context, request: S3Request): { id: string; start: Start } {
  const id = request.call.query.get('uploadId') ?? ''
  const row = s3.database.sqlite
    .prepare('SELECT start FROM s3_upload WHERE id = ? AND bucket = ? AND key = ?')
    .get(id, request.bucket.name, request.key)
  if (!row) throw noSuchUpload()
  return { id, start: JSON.parse(row.start as string) as Start }
}

function partsOf(s3: S3Context, upload: string): Part[] {
  return s3.database.sqlite
    .prepare(
      'SELECT number, body, size, etag, checksum, modified FROM s3_part WHERE upload = ? ORDER BY number',
    )
    .all(upload) as unknown as Part[]
}

export async function uploadPart(s3: S3Context, request: S3Request): Promise<AwsAnswer> {
  const { bucket, key, call, principal } = request
  s3.demand(principal, 's3:PutObject', bucket, key)
  const { id, start } = uploadOf(s3, request)
  const number = Number(call.query.get('partNumber'))
  if (!Number.isInteger(number) || number < 1 || number > MOST_PARTS)
    throw invalidArgument('Part number must be an integer between 1 and 10000, inclusive')
  const { content, headers } = readPayload(call)
  verifyChecksums(content, headers)
  const checksum = checksumOf(start.algorithm, content)
  const etag = md5(content).toString('hex')
  await using body = await s3.bodies.keep([content])
  const replaced = await s3.database.write(() => {
    uploadOf(s3, request)
    const before = partsOf(s3, id).find((part) => part.number === number)
    s3.database.sqlite
      .prepare('INSERT OR REPLACE INTO s3_part VALUES (?, ?, ?, ?, ?, ?, ?)')
      .run(id, number, body.hash, body.size, etag, checksum.value, Math.floor(s3.clock.now()))
    return before?.body
  })
  if (replaced !== undefined) s3.bodies.release(replaced)
  return empty({ etag: `"${etag}"`, ...checksumHeaders(checksum) })
}

export async function completeUpload(s3: S3Context, request: S3Request): Promise<AwsAnswer> {
  const { bucket, key, call, principal } = request
  s3.demand(principal, 's3:PutObject', bucket, key)
  const { id, start } = uploadOf(s3, request)
  const parts = chosenParts(partsOf(s3, id), call.body.toString('utf8'))
  await using body = await s3.bodies.keep(contentsOf(s3, parts))
  const digest = createHash('md5').update(Buffer.concat(parts.map((part) => Buffer.from(part.etag, 'hex'))))
  const stored = await storeObject(s3, request, {
    body,
    etag: `${digest.digest('hex')}-${parts.length}`,
    checksum:
      start.type === 'COMPOSITE'
        ? compositeChecksum(
            start.algorithm,
            parts.map((part) => part.checksum),
          )
        : checksumOf(start.algorithm, await s3.bodies.read(body.hash, 0, body.size)),
    headers: start.headers,
    lock: start.lock,
    legalHold: start.legalHold,
    event: 'ObjectCreated:CompleteMultipartUpload',
    alongside: () => removeUpload(s3, request),
  })
  return xmlAnswer(
    'CompleteMultipartUploadResult',
    {
      Location: `${s3.place.endpoint ?? ''}/${bucket.name}/${encodeURIComponent(key)}`,
      Bucket: bucket.name,
      Key: key,
      ETag: `"${stored.etag}"`,
      ...checksumFields(stored.checksum),
    },
    versionHeader(stored),
  )
}

async function* contentsOf(s3: S3Context, parts: Part[]) {
  for (const part of parts) yield await s3.bodies.read(part.body, 0, part.size)
}

/** The parts the client lists, as they were uploaded; throws what S3 throws for faults of order, digest and size. */
function chosenParts(uploaded: Part[], document: string): Part[] {
  const listed = childrenOf(readXml(document), 'Part').map((element) => ({
    number: Number(textOf(element, 'PartNumber')),
    etag: (textOf(element, 'ETag') ?? '').replaceAll('"', ''),
  }))
  if (listed.length === 0) throw malformedXml()
  if (listed.some((part, index) => index > 0 && part.number <= listed[index - 1]!.number))
    throw new AwsError(
      'InvalidPartOrder',
      'The list of parts was not in ascending order. Parts must be ordered by part number.',
    )
  const parts = listed.map(({ number, etag }) => {
    const part = uploaded.find((one) => one.number === number && one.etag === etag)
    if (part) return part
    throw new AwsError(
      'InvalidPart',
      "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
    )
  })
  const small = parts.slice(0, -1).find((part) => part.size < LEAST_PART_BYTES)
  if (small)
    throw new AwsError(
      'EntityTooSmall',
      'Your proposed upload is smaller than the minimum allowed size',
      400,
      {
        ProposedSize: small.size,
        MinSizeAllowed: LEAST_PART_BYTES,
        PartNumber: small.number,
        ETag: small.etag,
      },
    )
  return parts
}

/** Inside a change: forgets upload and parts, and answers the bodies of the parts. */
function removeUpload(s3: S3Context, request: S3Request): string[] {
  const { id } = uploadOf(s3, request)
  const bodies = partsOf(s3, id).map((part) => part.body)
  s3.database.sqlite.prepare('DELETE FROM s3_part WHERE upload = ?').run(id)
  s3.database.sqlite.prepare('DELETE FROM s3_upload WHERE id = ?').run(id)
  return bodies
}

export async function abortUpload(s3: S3Context, request: S3Request): Promise<AwsAnswer> {
  s3.demand(request.principal, 's3:AbortMultipartUpload', request.bucket, request.key)
  const bodies = await s3.database.write(() => removeUpload(s3, request))
  for (const hash of bodies) s3.bodies.release(hash)
  return empty({}, 204)
}

export async function listParts(s3: S3Context, request: S3Request): Promise<AwsAnswer> {
  const { bucket, key, principal } = request
  s3.demand(principal, 's3:ListMultipartUploadParts', bucket, key)
  const { id, start } = uploadOf(s3, request)
  return xmlAnswer('ListPartsResult', {
    Bucket: bucket.name,
    Key: key,
    UploadId: id,
    StorageClass: 'STANDARD',
    MaxParts: MOST_PARTS,
    IsTruncated: false,
    ChecksumAlgorithm: start.algorithm,
    Part: partsOf(s3, id).map((part) => ({
      PartNumber: part.number,
      LastModified: new Date(part.modified).toISOString(),
      ETag: `"${part.etag}"`,
      Size: part.size,
      [`Checksum${start.algorithm}`]: part.checksum,
    })),
  })
}
