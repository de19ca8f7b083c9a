import { S3Client } from '@aws-sdk/client-s3'
import type { Principal } from '../../../infra/local/kernel/aws.ts'
import { createS3 } from '../../../infra/local/s3/s3.ts'
import { CREDENTIALS, ROOT, serveAws } from '../../support/aws-service-server.ts'
import { type Harness, partHarness, type Rights, resourceOf } from '../../support/part-harness.ts'

export const BUCKET = 'photos'

/** An S3 with one bucket of these properties, behind the real client. */
export async function setUpS3(
  properties: Record<string, unknown> = {},
  options: { rights?: Rights; principal?: () => Principal; harness?: Harness; sessionToken?: string } = {},
) {
  const harness = options.harness ?? partHarness(options.rights)
  const principal = options.principal ?? (() => ROOT)
  const s3 = createS3({
    ...harness,
    secretOf: (id) =>
      id === CREDENTIALS.accessKeyId
        ? {
            secret: CREDENTIALS.secretAccessKey,
            principal: principal(),
            ...(options.sessionToken === undefined ? {} : { sessionToken: options.sessionToken }),
          }
        : undefined,
  })
  s3.provision([resourceOf(s3.types, 'AWS::S3::Bucket', 'Photos', { BucketName: BUCKET, ...properties })])
  const server = await serveAws(s3.services, principal)
  const client = new S3Client({ ...server.client, forcePathStyle: true })
  return {
    harness,
    s3,
    server,
    client,
    async stop() {
      client.destroy()
      await server.close()
    },
    async close() {
      client.destroy()
      await server.close()
      await harness.close()
    },
  }
}
