import { createHash, createHmac } from 'node:crypto'
import { realNow } from '../clock.ts'

/** Whose permissions a signed request has. */
export interface Signer {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string | undefined
}

/** A bucket as it is reached. */
export interface BucketAddress {
  readonly bucket: string
  readonly region: string
  /** Where S3 is when it is not AWS's own. */
  readonly endpoint: string | undefined
}

// S3's signature, version 4: its own library brings 50 KB of client for these few requests.

const ALGORITHM = 'AWS4-HMAC-SHA256'

/** `https://bucket.s3.region.amazonaws.com`; elsewhere the bucket is the first part of the path. */
function originOf({ bucket, region, endpoint }: BucketAddress): URL {
  if (endpoint) return new URL(`/${bucket}`, endpoint)
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'
  return new URL(`https://${bucket}.s3.${region}.${suffix}/`)
}

interface Limits {
  readonly seconds: number
  readonly mostBytes: number
}

/** A browser's form that uploads one object under one key, of at most so many bytes. */
export function signUpload(address: BucketAddress, key: string, signer: Signer, limits: Limits) {
  const { date, scope, credential } = stamp(address, signer)
  const fields: Record<string, string> = {
    key,
    'x-amz-algorithm': ALGORITHM,
    'x-amz-credential': credential,
    'x-amz-date': date,
    ...(signer.sessionToken && { 'x-amz-security-token': signer.sessionToken }),
  }
  const policy = Buffer.from(
    JSON.stringify({
      expiration: new Date(realNow() + limits.seconds * 1000).toISOString(),
      conditions: [
        { bucket: address.bucket },
        ...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
        ['content-length-range', 1, limits.mostBytes],
      ],
    }),
  ).toString('base64')
  const signature = hex(hmac(signingKey(signer, scope), policy))
  return { url: originOf(address).href, fields: { ...fields, policy, 'x-amz-signature': signature } }
}

interface Link {
  readonly seconds: number
  readonly fileName?: string
}

/** A link by which one object is fetched: saved under a name, or shown where there is none. */
export const signDownload = (address: BucketAddress, key: string, signer: Signer, link: Link): string =>
  signRequest('GET', address, key, signer, link)

/** The address of one request about one object; its headers and its body are the sender's. */
export function signRequest(
  method: 'DELETE' | 'GET' | 'PUT',
  address: BucketAddress,
  key: string,
  signer: Signer,
  { seconds, fileName }: Link,
): string {
  const { date, scope, credential } = stamp(address, signer)
  const url = originOf(address)
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${key.split('/').map(encoded).join('/')}`
  const query: Record<string, string> = {
    'X-Amz-Algorithm': ALGORITHM,
    'X-Amz-Credential': credential,
    'X-Amz-Date': date,
    'X-Amz-Expires': String(seconds),
    ...(signer.sessionToken && { 'X-Amz-Security-Token': signer.sessionToken }),
    'X-Amz-SignedHeaders': 'host',
    ...(fileName && {
      'response-content-disposition': `attachment; filename*=UTF-8''${encoded(fileName)}`,
    }),
  }
  const search = Object.entries(query)
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .toSorted()
    .join('&')
  const request = [method, url.pathname, search, `host:${url.host}`, '', 'host', 'UNSIGNED-PAYLOAD'].join(
    '\n',
  )
  const digest = createHash('sha256').update(request).digest('hex')
  const text = [ALGORITHM, date, scope.join('/'), digest].join('\n')
  return `${url.href}?${search}&X-Amz-Signature=${hex(hmac(signingKey(signer, scope), text))}`
}

function stamp({ region }: BucketAddress, { accessKeyId }: Signer) {
  const date = new Date(realNow()).toISOString().replace(/[-:]|\.\d{3}/g, '')
  const scope = [date.slice(0, 8), region, 's3', 'aws4_request']
  return { date, scope, credential: [accessKeyId, ...scope].join('/') }
}

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const hex = (bytes: Buffer) => bytes.toString('hex')

const signingKey = ({ secretAccessKey }: Signer, scope: readonly string[]) =>
  scope.reduce<Buffer>((key, part) => hmac(key, part), Buffer.from(`AWS4${secretAccessKey}`))

/** RFC 3986: of what JavaScript leaves, four more. */
const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)
