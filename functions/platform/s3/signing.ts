import { config, s3Endpoint } from '../config.ts'
import type { Open } from '../dynamo/stores.ts'
import type { BucketAddress, Signer } from './signed-requests.ts'

/** What signs a request on a bucket with a county's own credentials. */
export async function signing(
  open: Open,
  bucket: 'UPLOADS_BUCKET' | 'PHOTOS_BUCKET',
): Promise<{ address: BucketAddress; signer: Signer }> {
  const { config: client } = (await open()).client
  const address = { bucket: config(bucket), region: await client.region(), endpoint: s3Endpoint() }
  return { address, signer: await client.credentials() }
}
