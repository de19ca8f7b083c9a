import { createHash } from 'node:crypto'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketAclCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ROOT } from '../../support/aws-service-server.ts'
import { role } from '../../support/part-harness.ts'
import { BUCKET, setUpS3 } from './s3-setup.ts'

let cloud: Awaited<ReturnType<typeof setUpS3>>
beforeEach(async () => {
  cloud = await setUpS3()
})
afterEach(() => cloud.close())

const put = (key: string, body: string | Buffer, more: object = {}) =>
  cloud.client.send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: body, ...more }))
const get = (key: string, more: object = {}) =>
  cloud.client.send(new GetObjectCommand({ Bucket: BUCKET, Key: key, ...more }))
const bodyFiles = () => readdirSync(join(cloud.harness.folder, 'objects'))

describe('An object', () => {
  test('comes back with its content, its type, its metadata and the MD5 as its ETag', async () => {
    await put('a/图 1.jpg', 'content', {
      ContentType: 'image/jpeg',
      Metadata: { case: '42' },
      CacheControl: 'no-store',
    })
    const answer = await get('a/图 1.jpg')
    expect(await answer.Body!.transformToString()).toBe('content')
    expect(answer).toMatchObject({
      ContentType: 'image/jpeg',
      CacheControl: 'no-store',
      ContentLength: 7,
      Metadata: { case: '42' },
      ETag: `"${createHash('md5').update('content').digest('hex')}"`,
      ServerSideEncryption: 'AES256',
    })
    expect(answer.ChecksumCRC32).toBeDefined()
  })

  test('sent as a stream in aws-chunked coding with a trailing checksum is stored without the coding', async () => {
    const content = Buffer.alloc(300_000, 'xyz')
    await cloud.client.send(
      new PutObjectCommand({
        Bucket: BUCKET,
        Key: 's',
        Body: Readable.from([content]),
        ContentLength: content.length,
      }),
    )
    const answer = await get('s')
    expect(Buffer.from(await answer.Body!.transformToByteArray()).equals(content)).toBe(true)
    expect(answer.ContentEncoding).toBeUndefined()
  })

  test.each(['CRC32', 'CRC32C', 'SHA1', 'SHA256'] as const)(
    'may carry a %s checksum, which is kept',
    async (algorithm) => {
      await put('k', 'some content', { ChecksumAlgorithm: algorithm })
      expect(await get('k', { ChecksumMode: 'ENABLED' })).toHaveProperty(
        `Checksum${algorithm}`,
        expect.any(String),
      )
    },
  )

  test('whose checksum does not fit is refused and not stored', async () => {
    await expect(put('k', 'content', { ChecksumCRC32: 'AAAAAA==' })).rejects.toMatchObject({
      name: 'BadDigest',
    })
    await expect(put('k', 'content', { ContentMD5: 'AAAAAAAAAAAAAAAAAAAAAA==' })).rejects.toMatchObject({
      name: 'BadDigest',
    })
    await expect(get('k')).rejects.toMatchObject({ name: 'NoSuchKey' })
  })

  test.each([
    ['bytes=0-2', '012', 'bytes 0-2/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-4', '6789', 'bytes 6-9/10'],
    ['bytes=8-100', '89', 'bytes 8-9/10'],
  ])('answers the range %s', async (range, text, header) => {
    await put('k', '0123456789')
    const answer = await get('k', { Range: range })
    expect(await answer.Body!.transformToString()).toBe(text)
    expect(answer.ContentRange).toBe(header)
    expect(answer.$metadata.httpStatusCode).toBe(206)
  })

  test('refuses a range behind its end', async () => {
    await put('k', '0123456789')
    await expect(get('k', { Range: 'bytes=10-' })).rejects.toMatchObject({ name: 'InvalidRange' })
  })

  test('answers conditions of a reader', async () => {
    const { ETag } = await put('k', 'content')
    await expect(get('k', { IfNoneMatch: ETag })).rejects.toMatchObject({
      $metadata: { httpStatusCode: 304 },
    })
    await expect(get('k', { IfMatch: '"other"' })).rejects.toMatchObject({ name: 'PreconditionFailed' })
    expect((await get('k', { IfMatch: ETag })).ETag).toBe(ETag)
  })

  test('written only when absent is written by exactly one of many', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) => put('once', `writer ${index}`, { IfNoneMatch: '*' })),
    )
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    const { ETag } = await get('once')
    await expect(put('once', 'new', { IfMatch: '"other"' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    })
    await put('once', 'new', { IfMatch: ETag })
    expect(await (await get('once')).Body!.transformToString()).toBe('new')
  })

  test('is described by HEAD without its content', async () => {
    await put('k', 'content')
    const head = await cloud.client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'k' }))
    expect(head).toMatchObject({ ContentLength: 7, ContentType: 'application/octet-stream' })
    await expect(
      cloud.client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'none' })),
    ).rejects.toMatchObject({ name: 'NotFound' })
  })

  test('is copied with its metadata, or with new metadata when told to replace them', async () => {
    await put('from 1', 'content', { ContentType: 'text/plain', Metadata: { a: '1' } })
    const CopySource = `${BUCKET}/from%201`
    await cloud.client.send(new CopyObjectCommand({ Bucket: BUCKET, Key: 'same', CopySource }))
    await cloud.client.send(
      new CopyObjectCommand({
        Bucket: BUCKET,
        Key: 'new',
        CopySource,
        MetadataDirective: 'REPLACE',
        ContentType: 'text/html',
      }),
    )
    expect(await get('same')).toMatchObject({ ContentType: 'text/plain', Metadata: { a: '1' } })
    expect(await get('new')).toMatchObject({ ContentType: 'text/html', Metadata: {} })
    expect(bodyFiles()).toHaveLength(1)
  })

  test('is gone after it was deleted, and deleting it again is no error', async () => {
    await put('k', 'content')
    await cloud.client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'k' }))
    await cloud.client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'k' }))
    await expect(get('k')).rejects.toMatchObject({ name: 'NoSuchKey' })
    expect(bodyFiles()).toEqual([])
  })

  test('is deleted together with others in one request', async () => {
    await Promise.all(['a', 'b&<c>', 'd'].map((key) => put(key, key)))
    const answer = await cloud.client.send(
      new DeleteObjectsCommand({ Bucket: BUCKET, Delete: { Objects: [{ Key: 'a' }, { Key: 'b&<c>' }] } }),
    )
    expect(answer.Deleted?.map((one) => one.Key)).toEqual(['a', 'b&<c>'])
    expect(await (await get('d')).Body!.transformToString()).toBe('d')
  })

  test('outlives the process, and bodies that no row names do not', async () => {
    await put('k', 'content')
    writeFileSync(join(cloud.harness.folder, 'objects', 'left-by-a-kill'), 'x')
    await cloud.stop()
    cloud = await setUpS3({}, { harness: await cloud.harness.reopen() })
    expect(await (await get('k')).Body!.transformToString()).toBe('content')
    expect(bodyFiles()).toEqual([createHash('sha256').update('content').digest('hex')])
  })
})

describe('A bucket', () => {
  test('is found, listed, and named in a virtual host', async () => {
    await cloud.client.send(new HeadBucketCommand({ Bucket: BUCKET }))
    const { Buckets } = await cloud.client.send(new ListBucketsCommand({}))
    expect(Buckets?.map((bucket) => bucket.Name)).toEqual([BUCKET])
    await put('k', 'content')
    const virtual = new S3Client({
      ...cloud.server.client,
      endpoint: cloud.server.endpoint.replace('127.0.0.1', 'localhost'),
      // *.localhost is this machine; not every resolver knows
      requestHandler: {
        httpAgent: {
          lookup: (
            _: string,
            __: object,
            found: (e: null, a: { address: string; family: number }[]) => void,
          ) => found(null, [{ address: '127.0.0.1', family: 4 }]),
        },
      },
    })
    const answer = await virtual.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'k' }))
    expect(await answer.Body!.transformToString()).toBe('content')
    virtual.destroy()
  })

  test('that the template does not name does not exist', async () => {
    await expect(
      cloud.client.send(new PutObjectCommand({ Bucket: 'other', Key: 'k', Body: 'x' })),
    ).rejects.toMatchObject({ name: 'NoSuchBucket' })
  })

  test('refuses in words what is not run', async () => {
    await expect(cloud.client.send(new GetBucketAclCommand({ Bucket: BUCKET }))).rejects.toMatchObject({
      name: 'NotImplemented',
      message: 'The local cloud does not run GET on a bucket (acl).',
    })
    await expect(put('k', 'x', { Tagging: 'a=b' })).rejects.toMatchObject({ name: 'NotImplemented' })
  })

  test('does not answer a request that nobody signed', async () => {
    await put('k', 'content')
    const answer = await fetch(`${cloud.server.endpoint}/${BUCKET}/k`)
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('<Code>AccessDenied</Code>')
  })
})

describe('The role of the caller', () => {
  const ARN = 'arn:aws-cn:s3:::photos'
  async function as(allowed: string[]) {
    await cloud.close()
    let principal = ROOT
    cloud = await setUpS3({}, { rights: { allowed }, principal: () => principal })
    await put('mine/k', 'content')
    principal = role('reader')
  }

  test('decides what may be read and written', async () => {
    await as([`s3:GetObject ${ARN}/mine/*`])
    expect(await (await get('mine/k')).Body!.transformToString()).toBe('content')
    await expect(put('mine/k', 'x')).rejects.toMatchObject({ name: 'AccessDenied' })
    await expect(get('other/k')).rejects.toMatchObject({ name: 'AccessDenied' })
  })

  test('learns that a key is missing only when it may list', async () => {
    await as([`s3:GetObject ${ARN}/*`])
    await expect(get('none')).rejects.toMatchObject({ name: 'AccessDenied' })
    await as([`s3:GetObject ${ARN}/*`, `s3:ListBucket ${ARN}`])
    await expect(get('none')).rejects.toMatchObject({ name: 'NoSuchKey' })
  })
})
