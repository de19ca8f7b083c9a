import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { type AwsCall, AwsError, type Principal } from '../kernel/aws.ts'
import { accessDenied } from './errors.ts'

/** Whose key it is. Undefined for an unknown one; may throw AwsError for one that has expired. */
export type SecretOf = (
  accessKeyId: string,
) => { secret: string; sessionToken?: string; principal: Principal } | undefined

const ALGORITHM = 'AWS4-HMAC-SHA256'
const LONGEST_VALIDITY_S = 604_800 // seven days, S3's own limit
const CLOCK_SKEW_MS = 15 * 60_000

/** Splits `AKID/20260102/region/s3/aws4_request`, finds the key and checks its session token. */
export function signerOf(secretOf: SecretOf, credential: string, sessionToken: string | undefined) {
  const [accessKeyId = '', date = '', region = '', service = '', end = ''] = credential.split('/')
  if (service !== 's3' || end !== 'aws4_request')
    throw new AwsError('AuthorizationQueryParametersError', 'Error parsing the X-Amz-Credential parameter.')
  const known = secretOf(accessKeyId)
  if (!known)
    throw new AwsError(
      'InvalidAccessKeyId',
      'The AWS Access Key Id you provided does not exist in our records.',
      403,
    )
  if (known.sessionToken !== sessionToken)
    throw new AwsError('InvalidToken', 'The provided token is malformed or otherwise invalid.')
  return { ...known, date, scope: `${date}/${region}/s3/aws4_request`, region }
}

/** Throws SignatureDoesNotMatch unless `given` signs `text` with a key of that day and region. */
export function checkSignature(secret: string, date: string, region: string, text: string, given: string) {
  const hmac = (key: string | Buffer, value: string) => createHmac('sha256', key).update(value).digest()
  const key = hmac(hmac(hmac(hmac(`AWS4${secret}`, date), region), 's3'), 'aws4_request')
  const expected = hmac(key, text)
  const found = Buffer.from(given, 'hex')
  if (found.length !== expected.length || !timingSafeEqual(found, expected))
    throw new AwsError(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
      403,
    )
}

/** `20260102T030405Z` in milliseconds. */
export function readAmzDate(text: string): number {
  const ms = Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  if (Number.isNaN(ms))
    throw new AwsError('AuthorizationQueryParametersError', 'X-Amz-Date must be in the ISO8601 Long Format')
  return ms
}

/** Whoever signed this URL, after signature and validity (in real time) were checked. */
export function presignedPrincipal(secretOf: SecretOf, call: AwsCall): Principal {
  const given = (name: string) => {
    const value = call.query.get(name)
    if (value !== null) return value
    throw new AwsError(
      'AuthorizationQueryParametersError',
      'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.',
    )
  }
  if (given('X-Amz-Algorithm') !== ALGORITHM)
    throw new AwsError(
      'AuthorizationQueryParametersError',
      'X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"',
    )
  const signer = signerOf(
    secretOf,
    given('X-Amz-Credential'),
    call.query.get('X-Amz-Security-Token') ?? undefined,
  )
  const names = given('X-Amz-SignedHeaders').split(';')
  const text = [
    ALGORITHM,
    given('X-Amz-Date'),
    signer.scope,
    createHash('sha256').update(canonicalRequest(call, names)).digest('hex'),
  ].join('\n')
  checkSignature(signer.secret, signer.date, signer.region, text, given('X-Amz-Signature'))
  checkValidity(readAmzDate(given('X-Amz-Date')), Number(given('X-Amz-Expires')))
  return signer.principal
}

function checkValidity(signedAt: number, seconds: number) {
  if (!(seconds >= 0 && seconds <= LONGEST_VALIDITY_S))
    throw new AwsError(
      'AuthorizationQueryParametersError',
      'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds',
    )
  // signatures are of the real world: the virtual clock does not age them
  const now = Date.now()
  if (signedAt - CLOCK_SKEW_MS > now) throw accessDenied('Request is not valid yet')
  if (signedAt + seconds * 1000 < now) throw accessDenied('Request has expired')
}

function canonicalRequest(call: AwsCall, names: string[]): string {
  const query = [...call.query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
  const headers = names.map((name) => `${name}:${(call.headers[name] ?? '').trim().replace(/\s+/g, ' ')}\n`)
  return [
    call.method,
    call.path
      .split('/')
      .map((part) => encode(decodeURIComponent(part)))
      .join('/'),
    query.join('&'),
    headers.join(''),
    names.join(';'),
    call.query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD',
  ].join('\n')
}

const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
