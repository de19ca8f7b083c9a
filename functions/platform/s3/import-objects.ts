import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import type { ImportKind } from '#shared/imports/kinds'
import type { ImportObjects } from '../../imports/ports.ts'
import { patiently } from '../busy.ts'
import { callLimits } from '../call-limits.ts'
import { config, s3Endpoint } from '../config.ts'
import { type Open, perScope } from '../dynamo/stores.ts'
import { importKey, templateKey } from './import-keys.ts'

/** A file of 100 MB takes longer to come than an item of a table. */
const REQUEST_TIMEOUT_MS = 120_000

interface CountyObjects {
  objectsOf(job: string): ImportObjects
  keepTemplate(kind: ImportKind, path: string): Promise<void>
}

/** What lies in a county's part of the uploads, reached with that county's own credentials. */
export const createImportObjects = (): ((tenant: string) => CountyObjects) =>
  perScope((tenant, open) => {
    const Bucket = config('UPLOADS_BUCKET')
    const client = clientWith(open)
    const keep = (Key: string, path: string) =>
      patiently(async () => {
        const { size: ContentLength } = await stat(path)
        await client.send(new PutObjectCommand({ Bucket, Key, Body: createReadStream(path), ContentLength }))
      })
    return {
      objectsOf: (job) => ({
        keep: (object, path) => keep(importKey(tenant, job, object), path),
        fetch: (object, path) =>
          patiently(async () => {
            const Key = importKey(tenant, job, object)
            try {
              const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }))
              await pipeline(Body as Readable, createWriteStream(path))
              return 'fetched'
            } catch (error) {
              if (isMissing(error)) return 'missing'
              throw error
            }
          }),
      }),
      keepTemplate: (kind, path) => keep(templateKey(tenant, kind), path),
    }
  })

/** Whoever may not list a bucket is told of a key that is not there that it is none of theirs. */
const isMissing = (error: unknown) =>
  error instanceof NoSuchKey || (error as { name?: string }).name === 'AccessDenied'

const clientWith = (open: Open) =>
  new S3Client({
    maxAttempts: callLimits.maxAttempts,
    requestHandler: { ...callLimits.requestHandler, requestTimeout: REQUEST_TIMEOUT_MS },
    // asked anew for each call: the county's credentials are renewed where they are kept
    credentials: async () => (await open()).client.config.credentials(),
    forcePathStyle: s3Endpoint() !== undefined,
  })
