import {
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectLegalHoldCommand,
  GetObjectRetentionCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  PutObjectLegalHoldCommand,
  PutObjectRetentionCommand,
} from '@aws-sdk/client-s3'
import { afterEach, describe, expect, test } from 'vitest'
import type { ObjectNotice } from '../../../infra/local/s3/notices.ts'
import { resourceOf } from '../../support/part-harness.ts'
import { BUCKET, setUpS3 } from './s3-setup.ts'

let cloud: Awaited<ReturnType<typeof setUpS3>>
afterEach(() => cloud.close())

const DAY_MS = 86_400_000
const put = (more: object = {}) =>
  cloud.client.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'k', Body: 'content', ...more }))
const remove = (more: object = {}) =>
  cloud.client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'k', ...more }))
const read = async (more: object = {}) =>
  (
    await cloud.client.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'k', ...more }))
  ).Body!.transformToString()

describe('Versions', () => {
  test('are all kept, and a deletion only hides them', async () => {
    cloud = await setUpS3({ VersioningConfiguration: { Status: 'Enabled' } })
    const one = await put({ Body: 'one' })
    const two = await put({ Body: 'two' })
    expect(await read()).toBe('two')
    expect(await read({ VersionId: one.VersionId })).toBe('one')
    const marker = await remove()
    expect(marker.DeleteMarker).toBe(true)
    await expect(read()).rejects.toMatchObject({ name: 'NoSuchKey' })
    const list = await cloud.client.send(new ListObjectVersionsCommand({ Bucket: BUCKET, MaxKeys: 2 }))
    expect(list.DeleteMarkers).toMatchObject([{ VersionId: marker.VersionId, IsLatest: true }])
    expect(list.Versions).toMatchObject([{ VersionId: two.VersionId, IsLatest: false }])
    const rest = await cloud.client.send(
      new ListObjectVersionsCommand({
        Bucket: BUCKET,
        KeyMarker: list.NextKeyMarker,
        VersionIdMarker: list.NextVersionIdMarker,
      }),
    )
    expect(rest.Versions).toMatchObject([{ VersionId: one.VersionId }])
    await remove({ VersionId: marker.VersionId })
    expect(await read()).toBe('two')
    await remove({ VersionId: two.VersionId })
    expect(await read()).toBe('one')
  })

  test('are no longer made once they are suspended', async () => {
    cloud = await setUpS3({ VersioningConfiguration: { Status: 'Suspended' } })
    expect((await put()).VersionId).toBeUndefined()
    await remove()
    await put({ Body: 'again' })
    const list = await cloud.client.send(new ListObjectVersionsCommand({ Bucket: BUCKET }))
    expect(list.Versions).toMatchObject([{ VersionId: 'null', IsLatest: true }])
    expect(list.DeleteMarkers).toBeUndefined()
  })
})

describe('A locked object', () => {
  const locked = { ObjectLockEnabled: true }
  const until = (days: number) => new Date(cloud.harness.clock.now() + days * DAY_MS)

  test('cannot be removed before its time, which is the virtual clock’s', async () => {
    cloud = await setUpS3(locked)
    const { VersionId } = await put({ ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate: until(30) })
    const bypass = { VersionId, BypassGovernanceRetention: true }
    await expect(remove(bypass)).rejects.toMatchObject({ name: 'AccessDenied' })
    await cloud.harness.clock.advanceTo(cloud.harness.clock.now() + 31 * DAY_MS)
    await remove({ VersionId })
    await expect(read({ VersionId })).rejects.toMatchObject({ name: 'NoSuchVersion' })
  })

  test('is locked by the bucket’s default, and released in GOVERNANCE mode only by who may bypass', async () => {
    const rule = { Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 7 } } }
    cloud = await setUpS3({ ...locked, ObjectLockConfiguration: rule })
    const { VersionId } = await put()
    const { Retention } = await cloud.client.send(new GetObjectRetentionCommand({ Bucket: BUCKET, Key: 'k' }))
    expect(Retention?.Mode).toBe('GOVERNANCE')
    await expect(remove({ VersionId })).rejects.toMatchObject({ name: 'AccessDenied' })
    await remove({ VersionId, BypassGovernanceRetention: true })
  })

  test('stays as it was written under a default of COMPLIANCE: not written over, not deleted, by nobody', async () => {
    // numbers of a template's parameters arrive as text
    const rule = { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: '400' } } }
    cloud = await setUpS3({ ...locked, ObjectLockConfiguration: rule })
    const { VersionId } = await put({ IfNoneMatch: '*' })
    await expect(put({ Body: 'other', IfNoneMatch: '*' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    })
    await expect(remove({ VersionId, BypassGovernanceRetention: true })).rejects.toMatchObject({
      name: 'AccessDenied',
    })
    await put({ Body: 'other' })
    await remove()
    expect(await read({ VersionId })).toBe('content')
    await cloud.harness.clock.advanceTo(cloud.harness.clock.now() + 401 * DAY_MS)
    await remove({ VersionId })
  })

  test('may be locked for longer, never for shorter', async () => {
    cloud = await setUpS3(locked)
    await put({ ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate: until(10) })
    const retain = (days: number) =>
      cloud.client.send(
        new PutObjectRetentionCommand({
          Bucket: BUCKET,
          Key: 'k',
          Retention: { Mode: 'COMPLIANCE', RetainUntilDate: until(days) },
        }),
      )
    await retain(20)
    await expect(retain(15)).rejects.toMatchObject({ name: 'AccessDenied' })
  })

  test('stays while a legal hold is on', async () => {
    cloud = await setUpS3(locked)
    const { VersionId } = await put()
    const hold = (Status: 'ON' | 'OFF') =>
      cloud.client.send(new PutObjectLegalHoldCommand({ Bucket: BUCKET, Key: 'k', LegalHold: { Status } }))
    await hold('ON')
    expect(
      (await cloud.client.send(new GetObjectLegalHoldCommand({ Bucket: BUCKET, Key: 'k' }))).LegalHold
        ?.Status,
    ).toBe('ON')
    await expect(remove({ VersionId })).rejects.toMatchObject({ name: 'AccessDenied' })
    await hold('OFF')
    await remove({ VersionId })
  })

  test('needs a bucket that can lock', async () => {
    cloud = await setUpS3()
    await expect(
      put({ ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate: until(1) }),
    ).rejects.toMatchObject({ name: 'InvalidRequest' })
  })
})

describe('Cross-origin rules', () => {
  const rules = {
    CorsConfiguration: {
      CorsRules: [
        {
          AllowedOrigins: ['https://*.county.test'],
          AllowedMethods: ['POST', 'GET'],
          AllowedHeaders: ['content-type'],
          ExposedHeaders: ['ETag'],
          MaxAge: 600,
        },
      ],
    },
  }
  const ask = (origin: string, method: string, headers: string) =>
    fetch(`${cloud.server.endpoint}/${BUCKET}`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': method, 'access-control-request-headers': headers },
    })

  test('answer the preflight of an allowed page', async () => {
    cloud = await setUpS3(rules)
    const answer = await ask('https://a.county.test', 'POST', 'Content-Type')
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'access-control-allow-origin': 'https://a.county.test',
      'access-control-allow-methods': 'POST, GET',
      'access-control-allow-headers': 'Content-Type',
      'access-control-max-age': '600',
    })
  })

  test.each([
    ['https://elsewhere.test', 'POST', 'content-type'],
    ['https://a.county.test', 'DELETE', 'content-type'],
    ['https://a.county.test', 'POST', 'x-other'],
  ])('refuse %s asking to %s with %s', async (origin, method, headers) => {
    cloud = await setUpS3(rules)
    expect((await ask(origin, method, headers)).status).toBe(403)
  })

  test('mark answers for the page, errors too', async () => {
    cloud = await setUpS3(rules)
    const answer = await fetch(`${cloud.server.endpoint}/${BUCKET}/none`, {
      headers: { origin: 'https://a.county.test' },
    })
    expect(answer.status).toBe(403)
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://a.county.test')
    expect(answer.headers.get('access-control-expose-headers')).toBe('ETag')
  })
})

describe('A notice of a new object', () => {
  const notifications = {
    NotificationConfiguration: {
      EventBridgeConfiguration: { EventBridgeEnabled: true },
      QueueConfigurations: [
        {
          Event: 's3:ObjectCreated:*',
          Queue: 'arn:queue',
          Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'photos/' }] } },
        },
      ],
      LambdaConfigurations: [{ Event: 's3:ObjectCreated:Post', Function: 'arn:function' }],
    },
  }

  test('goes where the bucket says, for the keys it says', async () => {
    cloud = await setUpS3(notifications)
    const heard: ObjectNotice[] = []
    cloud.s3.onObjectCreated(async (notice) => {
      heard.push(notice)
    })
    await put({ Key: 'photos/图 1' })
    await put({ Key: 'k' })
    await cloud.harness.activity.idle()
    const summary = heard.map((notice) =>
      notice.to === 'eventbridge'
        ? JSON.parse(notice.entry.Detail).object.key
        : JSON.parse(notice.payload).Records[0].s3.object.key,
    )
    expect(heard.map((notice) => notice.to).sort()).toEqual(['eventbridge', 'eventbridge', 'queue'])
    expect(summary.sort()).toEqual(['k', 'photos/%E5%9B%BE+1', 'photos/图 1'])
  })

  test('is repeated until somebody has taken it, over a restart too', async () => {
    cloud = await setUpS3(notifications)
    cloud.s3.onObjectCreated(async () => {
      throw new Error('not now')
    })
    await put()
    await cloud.stop()
    cloud = await setUpS3(notifications, { harness: await cloud.harness.reopen() })
    const heard: string[] = []
    cloud.s3.onObjectCreated(async (notice) => {
      heard.push(notice.to)
    })
    await cloud.harness.clock.advanceTo(cloud.harness.clock.now() + 5000)
    expect(heard).toEqual(['eventbridge'])
    await cloud.harness.clock.advanceTo(cloud.harness.clock.now() + 60_000)
    expect(heard).toEqual(['eventbridge'])
  })

  test('may be configured by the custom resource that CDK writes', async () => {
    cloud = await setUpS3()
    const properties = { BucketName: BUCKET, NotificationConfiguration: { EventBridgeConfiguration: {} } }
    cloud.s3.provision([resourceOf(cloud.s3.types, 'Custom::S3BucketNotifications', 'N', properties)])
    const heard: string[] = []
    cloud.s3.onObjectCreated(async (notice) => {
      heard.push(notice.to)
    })
    await put()
    await cloud.harness.activity.idle()
    expect(heard).toEqual(['eventbridge'])
  })
})

test('a template that asks for what is not run is refused by name', async () => {
  cloud = await setUpS3()
  const bucket = (properties: object) => () =>
    cloud.s3.provision([resourceOf(cloud.s3.types, 'AWS::S3::Bucket', 'Odd', { ...properties })])
  expect(bucket({ WebsiteConfiguration: {} })).toThrow(
    'AWS::S3::Bucket Odd (Test): the local cloud does not know the property WebsiteConfiguration.',
  )
  expect(
    bucket({
      NotificationConfiguration: { QueueConfigurations: [{ Event: 's3:ObjectRemoved:*', Queue: 'q' }] },
    }),
  ).toThrow('tells of ObjectCreated events only, not of ObjectRemoved:*')
})
