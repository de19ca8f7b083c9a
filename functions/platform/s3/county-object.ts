import { patiently } from '../busy.ts'
import type { Open } from '../dynamo/stores.ts'
import { signRequest } from './signed-requests.ts'
import { signing } from './signing.ts'

const REQUEST_TIMEOUT_MS = 10_000
const LINK_SECONDS = 60
/** Whoever may not list a bucket is told of a key that is not there that it is none of theirs. */
const MISSING = [403, 404]

interface Asked {
  readonly method: 'DELETE' | 'GET' | 'PUT'
  readonly bucket: 'UPLOADS_BUCKET' | 'PHOTOS_BUCKET'
  readonly key: string
  readonly body?: Blob | Uint8Array<ArrayBuffer>
}

/**
 * Asks for one object with the county's own credentials, without S3's client, which would be a quarter of what starts with
 * every function that needs it. Undefined for one that is not there.
 */
export const askObject = (open: Open, { method, bucket, key, body }: Asked): Promise<Response | undefined> =>
  patiently(async () => {
    const { address, signer } = await signing(open, bucket)
    const url = signRequest(method, address, key, signer, { seconds: LINK_SECONDS })
    const answer = await fetch(url, {
      method,
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
      ...(body && { body, headers: { 'content-type': 'image/jpeg' } }),
    })
    if (answer.ok) return answer
    await answer.body?.cancel()
    if (method === 'GET' && MISSING.includes(answer.status)) return undefined
    const refusal = new Error(`The bucket of photos answered ${answer.status}.`)
    throw Object.assign(refusal, { $metadata: { httpStatusCode: answer.status } })
  })
