import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { createPresignedPost, type PresignedPostOptions } from '@aws-sdk/s3-presigned-post'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ROOT } from '../../support/aws-service-server.ts'
import { role } from '../../support/part-harness.ts'
import { BUCKET, setUpS3 } from './s3-setup.ts'

const ARN = 'arn:aws-cn:s3:::photos'
let cloud: Awaited<ReturnType<typeof setUpS3>>
let principal = ROOT
beforeEach(async () => {
  principal = ROOT
  cloud = await setUpS3({}, { rights: { allowed: [`s3:PutObject ${ARN}/up/*`] }, principal: () => principal })
  await cloud.client.send(new PutObjectCommand({ Bucket: BUCKET, Key: '照片 (1).jpg', Body: 'picture' }))
})
afterEach(() => cloud.close())

const codeOf = async (answer: Response) => /<Code>(\w+)<\/Code>/.exec(await answer.text())?.[1]

describe('A presigned URL', () => {
  const sign = (options: object = {}, more: object = {}) =>
    getSignedUrl(
      cloud.client,
      new GetObjectCommand({ Bucket: BUCKET, Key: '照片 (1).jpg', ...more }),
      options,
    )

  test('gives the object to whoever holds it, named as the signer wished', async () => {
    const answer = await fetch(
      await sign({}, { ResponseContentDisposition: 'attachment; filename="a b.jpg"' }),
    )
    expect(await answer.text()).toBe('picture')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="a b.jpg"')
    const range = await fetch(await sign(), { headers: { range: 'bytes=0-2' } })
    expect(await range.text()).toBe('pic')
  })

  test('is of no use for another object, with another parameter, or for another method', async () => {
    const url = await sign()
    expect(await codeOf(await fetch(url.replace('.jpg', '.png')))).toBe('SignatureDoesNotMatch')
    expect(await codeOf(await fetch(`${url}&response-content-type=text/html`))).toBe('SignatureDoesNotMatch')
    expect(await codeOf(await fetch(url, { method: 'DELETE' }))).toBe('SignatureDoesNotMatch')
    expect(await codeOf(await fetch(url.replace('AKIATEST', 'AKIAOTHER')))).toBe('InvalidAccessKeyId')
  })

  test('expires in real time, however the virtual clock stands', async () => {
    const url = await sign({ expiresIn: 60 })
    await cloud.harness.clock.advanceTo(cloud.harness.clock.now() + 86_400_000)
    expect((await fetch(url)).status).toBe(200)
    const old = await sign({ expiresIn: 60, signingDate: new Date(Date.now() - 61_000) })
    expect(await (await fetch(old)).text()).toContain('Request has expired')
    const early = await sign({ signingDate: new Date(Date.now() + 3_600_000) })
    expect(await (await fetch(early)).text()).toContain('not valid yet')
  })

  test('opens no more than its signer may open', async () => {
    const url = await sign()
    principal = role('uploader')
    expect(await codeOf(await fetch(url))).toBe('AccessDenied')
  })

  test('of a session needs the token of the session', async () => {
    await cloud.close()
    cloud = await setUpS3({}, { sessionToken: 'token' })
    expect(await codeOf(await fetch(await sign()))).toBe('InvalidToken')
  })
})

describe('An upload form', () => {
  const form = (more: Partial<PresignedPostOptions> = {}) =>
    createPresignedPost(cloud.client, {
      Bucket: BUCKET,
      Key: 'up/1.jpg',
      Conditions: [
        ['content-length-range', 3, 10],
        ['starts-with', '$Content-Type', 'image/'],
      ],
      ...more,
    })
  async function send(
    post: Awaited<ReturnType<typeof form>>,
    fields: Record<string, string> = { 'Content-Type': 'image/jpeg' },
    content = 'picture',
  ) {
    const data = new FormData()
    for (const [name, value] of Object.entries({ ...post.fields, ...fields })) data.append(name, value)
    data.append('file', new Blob([content]), '原图.jpg')
    return fetch(post.url, { method: 'POST', body: data, redirect: 'manual' })
  }
  const stored = (Key: string) => cloud.client.send(new GetObjectCommand({ Bucket: BUCKET, Key }))

  test('stores what its policy allows, for a signer who may write there', async () => {
    principal = role('uploader')
    const answer = await send(await form())
    expect(answer.status).toBe(204)
    principal = ROOT
    const object = await stored('up/1.jpg')
    expect(object.ContentType).toBe('image/jpeg')
    expect(await object.Body!.transformToString()).toBe('picture')
  })

  test('takes the file name into the key and carries metadata when the policy says so', async () => {
    const post = await form({
      Key: 'elsewhere/${' + 'filename}',
      Fields: { 'x-amz-meta-case': '42', success_action_status: '201' },
      Conditions: [],
    })
    const answer = await send(post, {})
    expect(answer.status).toBe(201)
    expect(await answer.text()).toContain('<Key>elsewhere/原图.jpg</Key>')
    expect((await stored('elsewhere/原图.jpg')).Metadata).toEqual({ case: '42' })
  })

  test('leads the browser on when it says where to', async () => {
    const post = await form({ Fields: { success_action_redirect: 'https://portal.test/done?x=1' } })
    const answer = await send(post)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toMatch(
      /^https:\/\/portal\.test\/done\?x=1&bucket=photos&key=up%2F1\.jpg&etag=/,
    )
  })

  test.each<[string, Record<string, string>, string, string]>([
    ['too large', { 'Content-Type': 'image/png' }, '12345678901', 'EntityTooLarge'],
    ['too small', { 'Content-Type': 'image/png' }, '12', 'EntityTooSmall'],
    ['of another type', { 'Content-Type': 'text/html' }, 'picture', 'AccessDenied'],
    ['of no type', {}, 'picture', 'AccessDenied'],
    ['under another key', { 'Content-Type': 'image/png', key: 'up/2.jpg' }, 'picture', 'AccessDenied'],
    [
      'with a field the policy does not rule',
      { 'Content-Type': 'image/png', 'x-amz-meta-a': '1' },
      'picture',
      'AccessDenied',
    ],
    [
      'with another signature',
      { 'Content-Type': 'image/png', 'X-Amz-Signature': '0'.repeat(64) },
      'picture',
      'SignatureDoesNotMatch',
    ],
    [
      'with a changed policy',
      { 'Content-Type': 'image/png', Policy: 'e30=' },
      'picture',
      'SignatureDoesNotMatch',
    ],
  ])('refuses a file %s', async (_, fields, content, code) => {
    expect(await codeOf(await send(await form(), fields, content))).toBe(code)
    await expect(stored('up/1.jpg')).rejects.toMatchObject({ name: 'NoSuchKey' })
  })

  test('refuses after its expiration', async () => {
    const answer = await send(await form({ Expires: -1 }))
    expect(await answer.text()).toContain('Policy expired')
  })

  test('refuses when its signer may not write there, and when it is not signed', async () => {
    principal = role('uploader')
    expect(await codeOf(await send(await form({ Key: 'elsewhere/1.jpg' })))).toBe('AccessDenied')
    const { url } = await form()
    expect(await codeOf(await send({ url, fields: { key: 'up/1.jpg' } }))).toBe('AccessDenied')
  })

  test('cannot be used on another bucket', async () => {
    const post = await form()
    const { policy, ...others } = { policy: post.fields.Policy ?? '', ...post.fields }
    expect(Buffer.from(policy, 'base64').toString()).toContain('"bucket":"photos"')
    expect(await codeOf(await send({ url: post.url.replace('photos', 'other'), fields: others }))).toBe(
      'NoSuchBucket',
    )
  })

  test('that is no form is refused without harm', async () => {
    const { url } = await form()
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    const answer = await fetch(url, { method: 'POST', body: 'rubbish', headers })
    expect(await codeOf(answer)).toBe('MalformedPOSTRequest')
  })
})
