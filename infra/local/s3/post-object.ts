import { type AwsAnswer, type AwsCall, AwsError } from '../kernel/aws.ts'
import { accessDenied, empty, invalidArgument, xmlAnswer } from './errors.ts'
import { checkPolicy, readPolicy } from './post-policy.ts'
import type { S3Context, S3Request } from './request.ts'
import { checkSignature, readAmzDate, type SecretOf, signerOf } from './signature.ts'
import type { StoredObject } from './store.ts'
import { storeContent, writtenHeaders } from './write-object.ts'

/** A browser's upload: signature and policy of the form decide, then the signer's own permission. */
export async function postObject(s3: S3Context, request: S3Request, secretOf: SecretOf): Promise<AwsAnswer> {
  const { fields, file } = await readForm(request.call)
  const signer = signerOfForm(fields, secretOf)
  const key = (fields.key ?? '').replace(/\$\{filename\}/g, () => file.name)
  if (fields.key === undefined)
    throw invalidArgument(
      "Bucket POST must contain a field named 'key'.  If it is specified, please check the order of the fields.",
    )
  checkPolicy(
    readPolicy(fields.policy!),
    { ...fields, key, bucket: request.bucket.name },
    file.content.length,
  )
  const stored = await storeContent(
    s3,
    // conditions of PUT requests are no business of a form
    { ...request, key, principal: signer, call: { ...request.call, headers: {} } },
    file.content,
    fields,
    'ObjectCreated:Post',
  )
  return answer(s3, request, stored, fields)
}

function signerOfForm(fields: Record<string, string>, secretOf: SecretOf) {
  const { policy, 'x-amz-signature': signature, 'x-amz-credential': credential, 'x-amz-date': date } = fields
  if (policy === undefined || signature === undefined || credential === undefined || date === undefined)
    throw accessDenied()
  if (fields['x-amz-algorithm'] !== 'AWS4-HMAC-SHA256')
    throw invalidArgument('X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"')
  readAmzDate(date)
  const signer = signerOf(secretOf, credential, fields['x-amz-security-token'])
  checkSignature(signer.secret, signer.date, signer.region, policy, signature)
  return signer.principal
}

async function readForm(call: AwsCall) {
  const form = await new Response(new Uint8Array(call.body), {
    headers: { 'content-type': call.headers['content-type']! },
  })
    .formData()
    .catch(() => {
      throw new AwsError(
        'MalformedPOSTRequest',
        'The body of your POST request is not well-formed multipart/form-data.',
      )
    })
  const fields: Record<string, string> = {}
  for (const [name, value] of form) {
    if (name.toLowerCase() === 'file') {
      const content = typeof value === 'string' ? Buffer.from(value) : Buffer.from(await value.arrayBuffer())
      // as on S3: what follows the file is not read
      return { fields, file: { name: typeof value === 'string' ? '' : value.name, content } }
    }
    if (typeof value === 'string') fields[name.toLowerCase()] = value
  }
  throw invalidArgument('POST requires exactly one file upload per request.')
}

function answer(
  s3: S3Context,
  request: S3Request,
  stored: StoredObject,
  fields: Record<string, string>,
): AwsAnswer {
  const headers = {
    ...writtenHeaders(stored),
    location: `${s3.place.endpoint ?? `http://${request.call.headers.host}`}/${stored.bucket}/${encodeURIComponent(stored.key)}`,
  }
  const redirect = fields.success_action_redirect
  if (redirect !== undefined && URL.canParse(redirect)) {
    const target = new URL(redirect)
    const { bucket, key, etag } = stored
    for (const [name, value] of Object.entries({ bucket, key, etag: `"${etag}"` }))
      target.searchParams.set(name, value)
    return empty({ ...headers, location: target.href }, 303)
  }
  if (fields.success_action_status === '200') return empty(headers)
  if (fields.success_action_status !== '201') return empty(headers, 204)
  const { bucket, key, etag } = stored
  return xmlAnswer(
    'PostResponse',
    { Location: headers.location, Bucket: bucket, Key: key, ETag: `"${etag}"` },
    headers,
    201,
  )
}
