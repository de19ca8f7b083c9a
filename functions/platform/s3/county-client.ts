import { NoSuchKey, S3Client } from '@aws-sdk/client-s3'
import { callLimits } from '../call-limits.ts'
import { s3Endpoint } from '../config.ts'
import type { Open } from '../dynamo/stores.ts'

/** S3 with the county's own credentials, asked for anew for each call: they are renewed where they are kept. */
export const countyClient = (open: Open, requestTimeout: number) =>
  new S3Client({
    maxAttempts: callLimits.maxAttempts,
    requestHandler: { ...callLimits.requestHandler, requestTimeout },
    credentials: async () => (await open()).client.config.credentials(),
    forcePathStyle: s3Endpoint() !== undefined,
  })

/** Whoever may not list a bucket is told of a key that is not there that it is none of theirs. */
export const isMissing = (error: unknown) =>
  error instanceof NoSuchKey || (error as { name?: string }).name === 'AccessDenied'
