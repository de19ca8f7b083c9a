import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  ListPartsCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { BUCKET, setUpS3 } from './s3-setup.ts'

const MIB = 1024 * 1024
const FIRST = Buffer.alloc(5 * MIB, 'first ')
const LAST = Buffer.from('last')

let cloud: Awaited<ReturnType<typeof setUpS3>>
beforeEach(async () => {
  cloud = await setUpS3()
})
afterEach(() => cloud.close())

const target = { Bucket: BUCKET, Key: 'big' }
const bodyFiles = () => readdirSync(join(cloud.harness.folder, 'objects'))

async function begin(more: object = {}) {
  const { UploadId } = await cloud.client.send(
    new CreateMultipartUploadCommand({ ...target, ContentType: 'video/mp4', ...more }),
  )
  const part = async (PartNumber: number, Body: Buffer) => {
    const { ETag } = await cloud.client.send(new UploadPartCommand({ ...target, UploadId, PartNumber, Body }))
    return { PartNumber, ETag }
  }
  const complete = (Parts: { PartNumber: number; ETag: string | undefined }[]) =>
    cloud.client.send(new CompleteMultipartUploadCommand({ ...target, UploadId, MultipartUpload: { Parts } }))
  return { UploadId, part, complete }
}

test.each(['COMPOSITE', 'FULL_OBJECT'])(
  'an object sent in parts is put together (%s checksum)',
  async (ChecksumType) => {
    const upload = await begin({ ChecksumAlgorithm: 'CRC32', ChecksumType })
    const second = await upload.part(2, LAST)
    const first = await upload.part(1, FIRST)
    const { Parts } = await cloud.client.send(new ListPartsCommand({ ...target, UploadId: upload.UploadId }))
    expect(Parts?.map((part) => part.Size)).toEqual([FIRST.length, LAST.length])
    const completed = await upload.complete([first, second])
    expect(completed.ETag).toMatch(/^"[0-9a-f]{32}-2"$/)
    const answer = await cloud.client.send(new GetObjectCommand(target))
    expect(answer.ContentType).toBe('video/mp4')
    expect(Buffer.from(await answer.Body!.transformToByteArray()).equals(Buffer.concat([FIRST, LAST]))).toBe(
      true,
    )
    expect(bodyFiles()).toHaveLength(1)
  },
)

test('a part sent again replaces the one before', async () => {
  const upload = await begin()
  await upload.part(1, Buffer.from('old'))
  await upload.complete([await upload.part(1, LAST)])
  const answer = await cloud.client.send(new GetObjectCommand(target))
  expect(await answer.Body!.transformToString()).toBe('last')
})

test('parts in disorder, unknown parts and small parts in the middle are refused', async () => {
  const upload = await begin()
  const [one, two] = [await upload.part(1, LAST), await upload.part(2, LAST)]
  await expect(upload.complete([two, one])).rejects.toMatchObject({ name: 'InvalidPartOrder' })
  await expect(upload.complete([{ PartNumber: 3, ETag: one.ETag }])).rejects.toMatchObject({
    name: 'InvalidPart',
  })
  await expect(upload.complete([one, two])).rejects.toMatchObject({ name: 'EntityTooSmall' })
})

test('an upload given up leaves nothing behind', async () => {
  const upload = await begin()
  await upload.part(1, LAST)
  await cloud.client.send(new AbortMultipartUploadCommand({ ...target, UploadId: upload.UploadId! }))
  expect(bodyFiles()).toEqual([])
  await expect(upload.part(1, LAST)).rejects.toMatchObject({ name: 'NoSuchUpload' })
})

test('an upload goes on after a restart', async () => {
  const upload = await begin()
  const first = await upload.part(1, FIRST)
  await cloud.stop()
  cloud = await setUpS3({}, { harness: await cloud.harness.reopen() })
  await upload.complete([first, await upload.part(2, LAST)])
  expect((await cloud.client.send(new GetObjectCommand(target))).ContentLength).toBe(
    FIRST.length + LAST.length,
  )
})
