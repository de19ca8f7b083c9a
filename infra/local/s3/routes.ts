import type { AwsAnswer } from '../kernel/aws.ts'
import { deleteObject, deleteObjects } from './delete-object.ts'
import { empty, notImplemented, xmlAnswer } from './errors.ts'
import { listObjectsV2, listObjectVersions } from './list-objects.ts'
import { abortUpload, completeUpload, createUpload, listParts, uploadPart } from './multipart.ts'
import { getObject, headObject } from './read-object.ts'
import type { S3Context, S3Request } from './request.ts'
import { getLegalHold, getRetention, putLegalHold, putRetention } from './retention.ts'
import { copyObject, putObject } from './write-object.ts'

type Operation = (s3: S3Context, request: S3Request) => Promise<AwsAnswer>

interface Route {
  method: string
  on: 'bucket' | 'object'
  /** A query parameter or header that tells this operation from the plain one; the first match in order counts. */
  query?: string
  header?: string
  run: Operation
}

const headBucket: Operation = async (s3, { principal, bucket }) => {
  s3.demand(principal, 's3:ListBucket', bucket)
  return empty({ 'x-amz-bucket-region': s3.place.region })
}

const getVersioning: Operation = async (s3, { principal, bucket }) => {
  s3.demand(principal, 's3:GetBucketVersioning', bucket)
  return xmlAnswer('VersioningConfiguration', { Status: bucket.versioning })
}

const ROUTES: Route[] = [
  { method: 'HEAD', on: 'bucket', run: headBucket },
  { method: 'GET', on: 'bucket', query: 'list-type', run: listObjectsV2 },
  { method: 'GET', on: 'bucket', query: 'versions', run: listObjectVersions },
  { method: 'GET', on: 'bucket', query: 'versioning', run: getVersioning },
  { method: 'POST', on: 'bucket', query: 'delete', run: deleteObjects },
  { method: 'GET', on: 'object', query: 'uploadId', run: listParts },
  { method: 'GET', on: 'object', query: 'retention', run: getRetention },
  { method: 'GET', on: 'object', query: 'legal-hold', run: getLegalHold },
  { method: 'GET', on: 'object', run: getObject },
  { method: 'HEAD', on: 'object', run: headObject },
  { method: 'PUT', on: 'object', query: 'retention', run: putRetention },
  { method: 'PUT', on: 'object', query: 'legal-hold', run: putLegalHold },
  { method: 'PUT', on: 'object', query: 'uploadId', run: uploadPart },
  { method: 'PUT', on: 'object', header: 'x-amz-copy-source', run: copyObject },
  { method: 'PUT', on: 'object', run: putObject },
  { method: 'DELETE', on: 'object', query: 'uploadId', run: abortUpload },
  { method: 'DELETE', on: 'object', run: deleteObject },
  { method: 'POST', on: 'object', query: 'uploads', run: createUpload },
  { method: 'POST', on: 'object', query: 'uploadId', run: completeUpload },
]

// a sub-resource that is not run must not fall through to the object itself
const SUBRESOURCES =
  'accelerate acl analytics attributes cors encryption intelligent-tiering inventory lifecycle location logging metrics notification object-lock ownershipControls policy policyStatus publicAccessBlock replication requestPayment restore select session tagging torrent website'.split(
    ' ',
  )

export function operationFor({ call, key }: S3Request): Operation {
  const on = key === '' ? 'bucket' : 'object'
  const subresource = SUBRESOURCES.find((name) => call.query.has(name))
  const route = ROUTES.find(
    (one) =>
      one.method === call.method &&
      one.on === on &&
      (one.query === undefined || call.query.has(one.query)) &&
      (one.header === undefined || call.headers[one.header] !== undefined),
  )
  if (subresource !== undefined || !route)
    throw notImplemented(
      `${call.method} on ${on === 'bucket' ? 'a bucket' : 'an object'}${subresource ? ` (${subresource})` : ''}`,
    )
  if (route.run === uploadPart && call.headers['x-amz-copy-source'] !== undefined)
    throw notImplemented('UploadPartCopy')
  return route.run
}
