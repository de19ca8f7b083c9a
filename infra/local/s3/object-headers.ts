import { AwsError } from '../kernel/aws.ts'
import type { Bucket } from './bucket.ts'
import { notImplemented } from './errors.ts'

const KEPT = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
  'x-amz-server-side-encryption',
  'x-amz-server-side-encryption-aws-kms-key-id',
  'x-amz-website-redirect-location',
]
const REFUSED = [
  'x-amz-server-side-encryption-customer-algorithm',
  'x-amz-tagging',
  'x-amz-grant-read',
  'x-amz-grant-full-control',
  'x-amz-write-offset-bytes',
]
const MOST_METADATA_BYTES = 2048

/** What an object keeps of the headers (or form fields) it was sent with. */
export function objectHeaders(headers: Record<string, string>, bucket: Bucket): Record<string, string> {
  refuseStrange(headers)
  const kept: Record<string, string> = { 'content-type': 'binary/octet-stream' }
  let metadata = 0
  for (const [name, value] of Object.entries(headers)) {
    if (name.startsWith('x-amz-meta-'))
      metadata += name.length - 'x-amz-meta-'.length + Buffer.byteLength(value)
    else if (!KEPT.includes(name) || value === '') continue
    kept[name] = value
  }
  if (metadata > MOST_METADATA_BYTES)
    throw new AwsError('MetadataTooLarge', 'Your metadata headers exceed the maximum allowed metadata size')
  return { 'x-amz-server-side-encryption': bucket.encryption, ...kept }
}

function refuseStrange(headers: Record<string, string>) {
  for (const name of REFUSED) if (headers[name] !== undefined) throw notImplemented(`the header ${name}`)
  const storage = headers['x-amz-storage-class'] ?? 'STANDARD'
  if (storage !== 'STANDARD') throw notImplemented(`the storage class ${storage}`)
  const acl = headers['x-amz-acl'] ?? headers.acl ?? 'private'
  if (acl !== 'private' && acl !== 'bucket-owner-full-control')
    throw new AwsError('AccessControlListNotSupported', 'The bucket does not allow ACLs')
}
