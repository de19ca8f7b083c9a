import { Buffer } from 'node:buffer'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  paginateListObjectsV2,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3'
import { patiently } from '../busy.ts'
import { callLimits } from '../call-limits.ts'
import { config, s3Endpoint } from '../config.ts'

/** A photo has a few hundred KB. */
const REQUEST_TIMEOUT_MS = 10_000
const AT_ONCE = 8

/** The photos of one county that is taken out or erased, by the day that they were begun on. */
export interface CountyPhotos {
  read(prefix: string): Promise<readonly { readonly key: string; readonly $base64: string }[]>
  count(prefix: string): Promise<number>
  erase(prefix: string): Promise<void>
}

export function createCountyPhotos(credentials: NonNullable<S3ClientConfig['credentials']>): CountyPhotos {
  const Bucket = config('PHOTOS_BUCKET')
  const client = new S3Client({
    maxAttempts: callLimits.maxAttempts,
    requestHandler: { ...callLimits.requestHandler, requestTimeout: REQUEST_TIMEOUT_MS },
    credentials,
    forcePathStyle: s3Endpoint() !== undefined,
  })

  const keysUnder = (Prefix: string) =>
    patiently(async () => {
      const keys: string[] = []
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket, Prefix }))
        keys.push(...Contents.flatMap(({ Key }) => (Key === undefined ? [] : [Key])))
      return keys
    })

  async function each<T>(prefix: string, call: (key: string) => Promise<T>): Promise<T[]> {
    const keys = await keysUnder(prefix)
    const answers: T[] = []
    for (let at = 0; at < keys.length; at += AT_ONCE)
      answers.push(...(await Promise.all(keys.slice(at, at + AT_ONCE).map(call))))
    return answers
  }

  return {
    read: (prefix) =>
      each(prefix, (Key) =>
        patiently(async () => {
          const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }))
          const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array()
          return { key: Key, $base64: Buffer.from(bytes).toString('base64') }
        }),
      ),
    count: async (prefix) => (await keysUnder(prefix)).length,
    async erase(prefix) {
      await each(prefix, (Key) => patiently(() => client.send(new DeleteObjectCommand({ Bucket, Key }))))
    },
  }
}
