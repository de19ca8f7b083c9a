import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import type { ImportKind } from '#shared/imports/kinds'
import type { ImportObjects } from '../../imports/ports.ts'
import { patiently } from '../busy.ts'
import { config } from '../config.ts'
import { perScope } from '../dynamo/stores.ts'
import { countyClient, isMissing } from './county-client.ts'
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
    const client = countyClient(open, REQUEST_TIMEOUT_MS)
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
