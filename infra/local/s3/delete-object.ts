import type { AwsAnswer } from '../kernel/aws.ts'
import { AwsError } from '../kernel/aws.ts'
import { childrenOf, readXml, textOf, type XmlValue } from '../kernel/xml.ts'
import { empty, malformedXml, xmlAnswer } from './errors.ts'
import type { S3Context, S3Request } from './request.ts'
import { refuseWhileLocked } from './retention.ts'

interface Deleted {
  /** The version that is gone, or the marker that was set. */
  version: string | undefined
  marker: boolean
}

const MOST_KEYS = 1000

export async function deleteObject(s3: S3Context, request: S3Request): Promise<AwsAnswer> {
  const deleted = await deleteOne(s3, request, request.call.query.get('versionId'))
  return empty(
    {
      ...(deleted.marker ? { 'x-amz-delete-marker': 'true' } : {}),
      ...(deleted.version === undefined ? {} : { 'x-amz-version-id': deleted.version }),
    },
    204,
  )
}

async function deleteOne(s3: S3Context, request: S3Request, version: string | null): Promise<Deleted> {
  const { bucket, key, principal } = request
  s3.demand(principal, version === null ? 's3:DeleteObject' : 's3:DeleteObjectVersion', bucket, key)
  const { deleted, released } = await s3.database.write(() =>
    version === null && bucket.versioning ? mark(s3, request) : erase(s3, request, version ?? 'null'),
  )
  for (const hash of released) s3.bodies.release(hash)
  return deleted
}

/** In a bucket with versions nothing is lost: a marker hides the key. */
function mark(s3: S3Context, { bucket, key }: S3Request) {
  const modified = Math.floor(s3.clock.now())
  const nothing = { body: '', size: 0, etag: '', headers: {}, checksum: undefined, lock: undefined }
  const change = s3.objects.insert(bucket, { key, marker: true, modified, legalHold: false, ...nothing })
  const deleted: Deleted = { version: change.stored.version, marker: true }
  return { deleted, released: change.released }
}

function erase(s3: S3Context, request: S3Request, version: string) {
  const { bucket, key } = request
  const object = s3.objects.version(bucket.name, key, version)
  if (!object) return { deleted: { version: undefined, marker: false }, released: [] }
  refuseWhileLocked(s3, request, object)
  const deleted: Deleted = {
    version: bucket.versioning ? object.version : undefined,
    marker: object.marker,
  }
  return { deleted, released: s3.objects.remove(object) }
}

export async function deleteObjects(s3: S3Context, request: S3Request): Promise<AwsAnswer> {
  const document = readXml(request.call.body.toString('utf8'))
  const wanted = childrenOf(document, 'Object')
  if (document?.name !== 'Delete' || wanted.length === 0 || wanted.length > MOST_KEYS) throw malformedXml()
  const results = await Promise.all(
    wanted.map((element) =>
      deleteListed(s3, request, textOf(element, 'Key') ?? '', textOf(element, 'VersionId')),
    ),
  )
  const quiet = textOf(document, 'Quiet') === 'true'
  return xmlAnswer('DeleteResult', {
    Deleted: quiet ? undefined : results.flatMap((result) => result.Deleted ?? []),
    Error: results.flatMap((result) => result.Error ?? []),
  })
}

async function deleteListed(
  s3: S3Context,
  request: S3Request,
  key: string,
  version: string | undefined,
): Promise<{ Deleted?: XmlValue; Error?: XmlValue }> {
  try {
    const { marker, version: gone } = await deleteOne(s3, { ...request, key }, version ?? null)
    const created = version === undefined && marker
    return {
      Deleted: {
        Key: key,
        VersionId: version,
        ...(marker ? { DeleteMarker: true, DeleteMarkerVersionId: created ? gone : version } : {}),
      },
    }
  } catch (error) {
    if (!(error instanceof AwsError)) throw error
    const code = error.code === 'AccessDeniedException' ? 'AccessDenied' : error.code
    return { Error: { Key: key, VersionId: version, Code: code, Message: error.message } }
  }
}
