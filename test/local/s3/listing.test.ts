import { ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readBucket } from '../../../infra/local/s3/bucket.ts'
import { bucketTypes } from '../../../infra/local/s3/bucket-types.ts'
import { listKeys } from '../../../infra/local/s3/list-objects.ts'
import { createObjectStore } from '../../../infra/local/s3/store.ts'
import { type Harness, partHarness, resourceOf } from '../../support/part-harness.ts'
import { BUCKET, setUpS3 } from './s3-setup.ts'

let cloud: Awaited<ReturnType<typeof setUpS3>>
let harness: Harness
beforeAll(async () => {
  cloud = await setUpS3()
  harness = partHarness()
  const keys = ['a.txt', 'photos/1.jpg', 'photos/2.jpg', 'photos/old/3.jpg', '图/4&5.jpg', 'z']
  for (const Key of keys) await cloud.client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: Key }))
})
afterAll(async () => {
  await cloud.close()
  await harness.close()
})

const list = (more: object) => cloud.client.send(new ListObjectsV2Command({ Bucket: BUCKET, ...more }))

test('lists keys below a prefix', async () => {
  const answer = await list({ Prefix: 'photos/' })
  expect(answer.Contents?.map((one) => [one.Key, one.Size])).toEqual([
    ['photos/1.jpg', 12],
    ['photos/2.jpg', 12],
    ['photos/old/3.jpg', 16],
  ])
  expect(answer).toMatchObject({ KeyCount: 3, IsTruncated: false })
})

test('counts keys that share a folder as one common prefix', async () => {
  const answer = await list({ Delimiter: '/' })
  expect(answer.Contents?.map((one) => one.Key)).toEqual(['a.txt', 'z'])
  expect(answer.CommonPrefixes?.map((one) => one.Prefix)).toEqual(['photos/', '图/'])
})

test('goes on where a page ended, and after a given key', async () => {
  const first = await list({ MaxKeys: 2, Delimiter: '/' })
  expect(first).toMatchObject({ IsTruncated: true, KeyCount: 2 })
  const second = await list({ MaxKeys: 2, Delimiter: '/', ContinuationToken: first.NextContinuationToken })
  expect(second.Contents?.map((one) => one.Key)).toEqual(['z'])
  expect(second.CommonPrefixes?.map((one) => one.Prefix)).toEqual(['图/'])
  expect(
    (await list({ StartAfter: 'photos/2.jpg', Prefix: 'photos/' })).Contents?.map((one) => one.Key),
  ).toEqual(['photos/old/3.jpg'])
  expect((await list({ Prefix: '图/', EncodingType: 'url' })).Contents?.map((one) => one.Key)).toEqual([
    '%E5%9B%BE/4%265.jpg',
  ])
})

test('refuses a token it did not give', async () => {
  await expect(list({ ContinuationToken: '***' })).rejects.toMatchObject({ name: 'InvalidArgument' })
})

const byBytes = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other))

/** What a listing shows, worked out the slow way. */
function model(keys: string[], prefix: string, delimiter: string): string[] {
  const shown = keys
    .filter((key) => key.startsWith(prefix))
    .map((key) => {
      const cut = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length)
      return cut < 0 ? key : key.slice(0, cut + delimiter.length)
    })
  return [...new Set(shown)].sort(byBytes)
}

test('pages of any size hold together what one pass over all keys shows', async () => {
  const objects = createObjectStore(harness.database)
  const bucket = readBucket(resourceOf(bucketTypes, 'AWS::S3::Bucket', 'B', { BucketName: 'b' }))
  const content = { body: 'x', size: 0, etag: '', headers: {}, checksum: undefined, lock: undefined }
  const key = fc.string({ unit: fc.constantFrom('a', 'b', '/', '\uffff', '😀'), minLength: 1, maxLength: 6 })
  const prefix = fc.string({ unit: fc.constantFrom('a', 'b', '/', '\uffff', '😀'), maxLength: 2 })
  await fc.assert(
    fc.property(
      fc.uniqueArray(key, { maxLength: 20 }),
      prefix,
      fc.constantFrom('', '/', 'a/'),
      fc.integer({ min: 1, max: 5 }),
      (keys, wanted, delimiter, limit) => {
        harness.database.sqlite.exec('DELETE FROM s3_object')
        for (const one of keys)
          objects.insert(bucket, { key: one, marker: false, modified: 0, legalHold: false, ...content })
        const shown: string[] = []
        for (let from: string | undefined = ''; from !== undefined; ) {
          const page = listKeys(objects, 'b', { prefix: wanted, delimiter, from, limit })
          shown.push(...page.entries.map((entry) => ('folder' in entry ? entry.folder : entry.object.key)))
          expect(page.entries.length).toBeLessThanOrEqual(limit)
          from = page.next
        }
        expect(shown).toEqual(model(keys, wanted, delimiter))
      },
    ),
    { numRuns: 200 },
  )
})
