import { createHmac, createSecretKey, hash, type KeyObject, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { AwsError } from '../kernel/aws.ts'

/** What the Authorization header of Signature Version 4 says. */
export interface Scope {
  accessKeyId: string
  date: string
  region: string
  service: string
  signedHeaders: string[]
  signature: string
}

export interface SignedRequest {
  method: string
  /** As on the request line: path and query, still encoded. */
  url: string
  headers: IncomingHttpHeaders
  body: Buffer
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256\s+Credential=([^/,\s]+)\/(\d{8})\/([^/,\s]+)\/([^/,\s]+)\/aws4_request,\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/

export function parseAuthorization(header: string): Scope {
  const [, accessKeyId = '', date = '', region = '', service = '', names = '', signature = ''] =
    AUTHORIZATION.exec(header) ?? []
  if (!accessKeyId)
    throw new AwsError(
      'IncompleteSignatureException',
      'The Authorization header is not a Signature Version 4 header.',
      400,
    )
  return { accessKeyId, date, region, service, signedHeaders: names.split(';'), signature }
}

/** Throws InvalidSignatureException unless the request was signed with `secret` and its body is the signed one. */
export function verifySignature(request: SignedRequest, scope: Scope, secret: string) {
  const expected = Buffer.from(signatureOf(request, scope, secret))
  if (!timingSafeEqual(expected, Buffer.from(scope.signature)))
    throw new AwsError(
      'InvalidSignatureException',
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.',
    )
}

function signatureOf(request: SignedRequest, scope: Scope, secret: string): string {
  const { headers, body } = request
  const question = request.url.indexOf('?')
  const path = question < 0 ? request.url : request.url.slice(0, question)
  const query = question < 0 ? '' : request.url.slice(question + 1)
  const canonical = [
    request.method,
    scope.service === 's3' ? path : encodeTwice(path),
    canonicalQuery(query),
    ...scope.signedHeaders.map((name) => `${name}:${headerText(headers[name])}`),
    '',
    scope.signedHeaders.join(';'),
    payloadHash(headers['x-amz-content-sha256'], body),
  ].join('\n')
  const terms = `${scope.date}/${scope.region}/${scope.service}/aws4_request`
  const text = `AWS4-HMAC-SHA256\n${headerText(headers['x-amz-date'])}\n${terms}\n${sha256(canonical)}`
  return createHmac('sha256', signingKey(secret, scope)).update(text).digest('hex')
}

/** S3 may leave the body out of the signature or sign it in chunks; all others sign its hash. */
function payloadHash(declared: string | string[] | undefined, body: Buffer): string {
  if (typeof declared === 'string' && !/^[0-9a-f]{64}$/.test(declared)) return declared
  const actual = sha256(body)
  if (declared !== undefined && declared !== actual)
    throw new AwsError('InvalidSignatureException', 'The body does not have the hash that was signed.')
  return actual
}

const keys = new Map<string, KeyObject>()
const MOST_KEYS = 5_000 // a key per credential, day and service; short-lived sessions would pile up otherwise

/** As a key object: an HMAC takes a buffer for its key seven times as long to begin with. */
function signingKey(secret: string, { date, region, service }: Scope): KeyObject {
  const name = `${secret}/${date}/${region}/${service}`
  let key = keys.get(name)
  if (!key) {
    if (keys.size >= MOST_KEYS) keys.clear()
    const bytes = [date, region, service, 'aws4_request'].reduce<Buffer>(
      (last, term) => createHmac('sha256', last).update(term).digest(),
      Buffer.from(`AWS4${secret}`),
    )
    key = createSecretKey(bytes)
    keys.set(name, key)
  }
  return key
}

const sha256 = (data: string | Buffer) => hash('sha256', data)
const headerText = (value: string | string[] | undefined) =>
  [value ?? ''].flat().join(',').trim().replace(/\s+/g, ' ')
const encode = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
const encodeTwice = (path: string) => (path === '/' ? path : path.split('/').map(encode).join('/'))

function canonicalQuery(query: string): string {
  if (query === '') return ''
  const pairs = query.split('&').map((pair) => {
    const equals = pair.indexOf('=')
    const [name, value] = equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)]
    return [encode(decode(name)), encode(decode(value))] as const
  })
  const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return pairs
    .sort(([nameA, a], [nameB, b]) => byText(nameA, nameB) || byText(a, b))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new AwsError('IncompleteSignatureException', 'The query string is not well encoded.')
  }
}
