import type { AwsAnswer } from '../kernel/aws.ts'
import type { XmlValue } from '../kernel/xml.ts'
import { invalidArgument, xmlAnswer } from './errors.ts'
import { countOf, type S3Context, type S3Request } from './request.ts'
import type { ObjectStore, StoredObject } from './store.ts'

const MOST_KEYS = 1000

/** The least text that comes, in the order of UTF-8 bytes, after everything that begins with `prefix`. */
export function afterPrefix(prefix: string): string | undefined {
  const points = [...prefix]
  while (points.length > 0) {
    const last = points.pop()!.codePointAt(0)!
    if (last === 0x10ffff) continue
    // surrogates are no characters of their own
    return points.join('') + String.fromCodePoint(last === 0xd7ff ? 0xe000 : last + 1)
  }
  return undefined
}

const comesAfter = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other)) > 0

type Entry = { object: StoredObject } | { folder: string }

export interface Listing {
  entries: Entry[]
  /** Where to go on; undefined at the end. */
  next: string | undefined
}

/** Keys below `prefix` from `from` on; keys that share what follows up to `delimiter` count as one folder. */
export function listKeys(
  objects: ObjectStore,
  bucket: string,
  options: { prefix: string; delimiter: string; from: string; limit: number },
): Listing {
  const { prefix, delimiter, limit } = options
  const end = afterPrefix(prefix)
  const entries: Entry[] = []
  let from: string | undefined = comesAfter(options.from, prefix) ? options.from : prefix
  while (from !== undefined) {
    const page: StoredObject[] = objects.page(bucket, from, end, limit - entries.length + 1)
    if (page.length === 0) return { entries, next: undefined }
    from = undefined
    for (const object of page) {
      if (entries.length === limit) return { entries, next: object.key }
      const cut = delimiter === '' ? -1 : object.key.indexOf(delimiter, prefix.length)
      if (cut < 0) {
        entries.push({ object })
        from = `${object.key}\0`
        continue
      }
      const folder = object.key.slice(0, cut + delimiter.length)
      entries.push({ folder })
      // one look-up for the whole folder, however many keys are in it
      from = afterPrefix(folder)
      break
    }
  }
  return { entries, next: undefined }
}

export async function listObjectsV2(s3: S3Context, request: S3Request): Promise<AwsAnswer> {
  const { call, bucket, principal } = request
  const { query } = call
  const prefix = query.get('prefix') ?? ''
  s3.demand(principal, 's3:ListBucket', bucket, undefined, { 's3:prefix': prefix })
  const delimiter = query.get('delimiter') ?? ''
  const limit = countOf(query, 'max-keys', MOST_KEYS, MOST_KEYS)
  const token = query.get('continuation-token')
  const startAfter = query.get('start-after')
  const from = token !== null ? readToken(token) : startAfter ? `${startAfter}\0` : ''
  const { entries, next } =
    limit === 0
      ? { entries: [], next: undefined }
      : listKeys(s3.objects, bucket.name, { prefix, delimiter, from, limit })
  const encode = encoder(query)
  return xmlAnswer('ListBucketResult', {
    Name: bucket.name,
    Prefix: encode(prefix),
    Delimiter: delimiter === '' ? undefined : encode(delimiter),
    EncodingType: query.get('encoding-type') ?? undefined,
    StartAfter: startAfter ? encode(startAfter) : undefined,
    MaxKeys: limit,
    KeyCount: entries.length,
    IsTruncated: next !== undefined,
    ContinuationToken: token ?? undefined,
    NextContinuationToken: next === undefined ? undefined : Buffer.from(next).toString('base64url'),
    Contents: entries.flatMap((entry) => ('object' in entry ? [contents(entry.object, encode)] : [])),
    CommonPrefixes: entries.flatMap((entry) => ('folder' in entry ? [{ Prefix: encode(entry.folder) }] : [])),
  })
}

export async function listObjectVersions(s3: S3Context, request: S3Request): Promise<AwsAnswer> {
  const { call, bucket, principal } = request
  const { query } = call
  s3.demand(principal, 's3:ListBucketVersions', bucket)
  if (query.get('delimiter'))
    throw invalidArgument('The local cloud lists versions without a delimiter only.')
  const prefix = query.get('prefix') ?? ''
  const limit = countOf(query, 'max-keys', MOST_KEYS, MOST_KEYS)
  const key = query.get('key-marker') ?? ''
  const marker = s3.objects.version(bucket.name, key, query.get('version-id-marker') ?? '')
  const found = s3.objects.versions(bucket.name, prefix, { key, seq: marker?.seq ?? 0 }, limit + 1)
  const page = found.slice(0, limit)
  const more = found.length > limit ? page.at(-1) : undefined
  const encode = encoder(query)
  return xmlAnswer('ListVersionsResult', {
    Name: bucket.name,
    Prefix: encode(prefix),
    MaxKeys: limit,
    EncodingType: query.get('encoding-type') ?? undefined,
    IsTruncated: more !== undefined,
    NextKeyMarker: more && encode(more.key),
    NextVersionIdMarker: more?.version,
    Version: page
      .filter((one) => !one.marker)
      .map((one) => ({ ...contents(one, encode), ...versionOf(one) })),
    DeleteMarker: page
      .filter((one) => one.marker)
      .map((one) => ({ Key: encode(one.key), LastModified: isoOf(one), ...versionOf(one) })),
  })
}

const isoOf = (object: StoredObject) => new Date(object.modified).toISOString()
const versionOf = (object: StoredObject) => ({ VersionId: object.version, IsLatest: object.latest })

const contents = (object: StoredObject, encode: (text: string) => string) =>
  ({
    Key: encode(object.key),
    LastModified: isoOf(object),
    ETag: `"${object.etag}"`,
    ChecksumAlgorithm: object.checksum?.algorithm,
    Size: object.size,
    StorageClass: 'STANDARD',
  }) satisfies XmlValue

function encoder(query: URLSearchParams): (text: string) => string {
  const type = query.get('encoding-type')
  if (type !== null && type !== 'url') throw invalidArgument('Invalid Encoding Method specified in Request')
  return type === null ? (text) => text : (text) => encodeURIComponent(text).replaceAll('%2F', '/')
}

function readToken(token: string): string {
  const key = Buffer.from(token, 'base64url').toString('utf8')
  if (Buffer.from(key).toString('base64url') !== token)
    throw invalidArgument('The continuation token provided is incorrect')
  return key
}
