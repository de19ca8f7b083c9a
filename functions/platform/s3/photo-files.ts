import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import type { PhotoFiles } from '../../intake/ports.ts'
import { patiently } from '../busy.ts'
import { config } from '../config.ts'
import { perScope } from '../dynamo/stores.ts'
import { countyClient, isMissing } from './county-client.ts'
import { negativeKey, photoKey } from './photo-keys.ts'

/** 15 MB within a region, and some patience. */
const REQUEST_TIMEOUT_MS = 10_000

/** The files of counties' photos, each reached with that county's own credentials. */
export const createPhotoFiles = (): ((tenant: string) => PhotoFiles) =>
  perScope((tenant, open) => {
    const client = countyClient(open, REQUEST_TIMEOUT_MS)
    return {
      uploaded: (id, mostBytes) =>
        patiently(async () => {
          const get = { Bucket: config('UPLOADS_BUCKET'), Key: negativeKey(tenant, id) }
          try {
            const { Body, ContentLength = 0 } = await client.send(new GetObjectCommand(get))
            if (ContentLength <= mostBytes) return await Body?.transformToByteArray()
            await Body?.transformToWebStream().cancel()
            return { bytes: ContentLength }
          } catch (error) {
            if (isMissing(error)) return undefined
            throw error
          }
        }),
      keep: (id, Body) =>
        patiently(async () => {
          const Bucket = config('PHOTOS_BUCKET')
          const put = { Bucket, Key: photoKey(tenant, id), Body, ContentType: 'image/jpeg' }
          await client.send(new PutObjectCommand(put))
        }),
    }
  })
