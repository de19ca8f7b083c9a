import { Buffer } from 'node:buffer'
import { randomUUID } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { monthOfPhoto, photosPartition } from '../../functions/platform/dynamo/photo-store.ts'
import { tenantTableName } from '../support/observe-world.ts'
import { jpegOf, pngOf, withCameraTags } from '../support/pictures.ts'
import { bootProduct, type ProductCloud } from '../support/product-cloud.ts'
import { bringPhoto, sendFile } from '../support/uploads.ts'

const COUNTY = '500229'
const collector = { tenant: COUNTY, person: 'k1', posts: ['collector'] }
const commission = { tenant: undefined, city: '500000', posts: ['commission-administrator'] }
const photos = `/api/t/${COUNTY}/photos`

let cloud: ProductCloud
let tables: DynamoDBDocumentClient
let TableName: string
beforeAll(async () => {
  cloud = await bootProduct('2026-11-24T01:00:00Z')
  await cloud.post('/api/city/500000', { name: '重庆市' }, { claims: commission })
  const founding = { tenant: COUNTY, name: '城口县', administrator: { name: '何某', phone: '13900000001' } }
  await cloud.post('/api/city/500000/tenants', founding, { claims: commission })
  await cloud.settled()
  const client = new DynamoDBClient(cloud.clientConfig)
  tables = DynamoDBDocumentClient.from(client)
  TableName = await tenantTableName(client)
}, 120_000)
afterAll(async () => {
  tables?.destroy()
  await cloud?.stop()
})

/** A photo as the table has it. */
async function itemOf(id: string) {
  const key = { pk: photosPartition(COUNTY, monthOfPhoto(id)), sk: id }
  const { Item } = await tables.send(new GetCommand({ TableName, Key: key }))
  return { ...key, expiresAt: Item?.expiresAt }
}

const letGo = (Key: { pk: string; sk: string }, second: number) =>
  tables.send(
    new UpdateCommand({
      TableName,
      Key,
      UpdateExpression: 'SET expiresAt = :second',
      ExpressionAttributeValues: { ':second': second },
    }),
  )

describe('a photo', () => {
  it('is uploaded by a form, kept without what the camera hid in it, and seen by the staff of its county', async () => {
    const tags = { taken: '2026:11:24 08:55:00', longitude: 108.6649, latitude: 31.9463 }
    const { id, sent, status, body } = await bringPhoto(
      cloud,
      collector,
      withCameraTags(await jpegOf(320, 240), tags),
    )
    expect([sent, status]).toEqual([204, 200])
    expect(body).toEqual({ id, state: 'ready' })
    const seen = await cloud.get(`${photos}/${id}`, { ...collector, posts: ['inspector'] })
    expect(seen.body).toMatchObject({ capturedAt: '2026-11-24T00:55:00Z', width: 320, height: 240 })
    const picture = await fetch(seen.body.link)
    expect(picture.headers.get('content-type')).toBe('image/jpeg')
    const bytes = Buffer.from(await picture.arrayBuffer())
    expect(bytes.length).toBe(seen.body.bytes)
    expect(bytes.includes('Exif')).toBe(false)
  })

  it('is the same photo when it is begun again under the same key', async () => {
    const key = randomUUID()
    const first = await cloud.post(photos, {}, { claims: collector, key })
    const again = await cloud.post(photos, {}, { claims: collector, key })
    expect(again.body.photo).toEqual(first.body.photo)
    const other = await cloud.post(photos, {}, { claims: { ...collector, person: 'k2' }, key })
    expect(other).toMatchObject({ status: 409, body: { code: 'key-reused' } })
  })

  it('that has not arrived is waited for', async () => {
    const { body } = await cloud.post(photos, {}, { claims: collector })
    const finished = await cloud.post(`${photos}/${body.photo.id}/finish`, {}, { claims: collector })
    expect(finished).toMatchObject({ status: 409, body: { code: 'photo-missing' } })
  })

  it.each([
    ['no-picture', Buffer.from('<svg onload="alert(1)"/>')],
    ['too-many-pixels', pngOf(30_000, 30_000, 1)],
    ['broken', pngOf(64, 64, 3)],
  ])('that is none is refused as %s, with what to do', async (code, content) => {
    const { id, body } = await bringPhoto(cloud, collector, content)
    expect(body).toMatchObject({ state: 'unusable', problem: { code } })
    expect(body.problem.reason).toMatch(/请/)
    expect((await cloud.get(`${photos}/${id}`, collector)).body).not.toHaveProperty('link')
  })

  it('of more than 15 MB is not even taken', async () => {
    const { body } = await cloud.post(photos, {}, { claims: collector })
    expect(await sendFile(body.upload, new Uint8Array(15 * 1024 * 1024 + 1))).toBe(400)
  })

  it('goes after a month with its file when no case stands on it, and stays where one does', async () => {
    const jpeg = await jpegOf(24, 24)
    const [used, unused] = [
      await bringPhoto(cloud, collector, jpeg),
      await bringPhoto(cloud, collector, jpeg),
    ]
    const report = { words: '路灯不亮', place: '东大街', photos: [used.id] }
    expect((await cloud.post(`/api/t/${COUNTY}/cases`, report, { claims: collector })).status).toBe(201)
    const inAMonth = Math.floor(cloud.clock.now() / 1000) + 30 * 86_400
    const { expiresAt, ...key } = await itemOf(unused.id)
    expect(Math.abs(Number(expiresAt) - inAMonth)).toBeLessThan(60)
    expect((await itemOf(used.id)).expiresAt).toBeUndefined()
    const { link } = (await cloud.get(`${photos}/${unused.id}`, collector)).body
    expect((await fetch(link)).status).toBe(200)
    await letGo(key, Math.floor(cloud.clock.now() / 1000) + 1)
    await cloud.advance(60_000)
    await cloud.settled()
    expect((await cloud.get(`${photos}/${unused.id}`, collector)).body.code).toBe('unknown-photo')
    // a link says no more to whoever may not list the bucket
    expect((await fetch(link)).status).toBe(403)
    const seen = await cloud.get(`${photos}/${used.id}`, collector)
    expect((await fetch(seen.body.link)).status).toBe(200)
  })

  it('is none of another county', async () => {
    const { id } = await bringPhoto(cloud, collector, await jpegOf(16, 16))
    const elsewhere = { ...collector, tenant: '500230' }
    expect((await cloud.get(`/api/t/500230/photos/${id}`, elsewhere)).body.code).toBe('unknown-photo')
    expect((await cloud.get(`${photos}/${id}`, elsewhere)).body.code).toBe('other-county')
  })
})

describe('a point', () => {
  const at = (longitude: number, latitude: number) =>
    cloud.get(`/api/t/${COUNTY}/places/at?longitude=${longitude}&latitude=${latitude}`, collector)

  it('is told its unit grid and the street that it lies in', async () => {
    expect(await at(108.6652, 31.9466)).toMatchObject({
      status: 200,
      body: { grid: { sketch: true }, street: { code: '500229001' }, class: 'built-up' },
    })
  })

  it('outside the county is refused, with the field and what to do', async () => {
    const { status, body } = await at(106.55, 29.56)
    expect(status).toBe(400)
    expect(body.fields).toEqual([
      { field: 'position', code: 'outside-county', message: expect.stringContaining('不在本区县范围内') },
    ])
  })

  it('that is none is refused', async () => {
    expect((await at(200, 31)).body.code).toBe('invalid-input')
  })

  it('near a pole has no components around it that could be looked for', async () => {
    const near = (latitude: number) =>
      cloud.get(`/api/t/${COUNTY}/components/near?longitude=-26&latitude=${latitude}`, collector)
    expect((await near(31.9)).body).toEqual({ components: [] })
    expect((await near(90)).body).toMatchObject({ code: 'invalid-input', fields: [{ field: 'latitude' }] })
  })
})

describe('a report', () => {
  const acceptor = { tenant: COUNTY, person: 's1', posts: ['acceptor'] }
  const report = (body: object, claims: object = acceptor, key: string = randomUUID()) =>
    cloud.post(
      `/api/t/${COUNTY}/cases`,
      { words: '路灯不亮', place: '东大街', ...body },
      { claims: { ...claims }, key },
    )
  const read = async (id: string) => (await cloud.get(`/api/t/${COUNTY}/cases/${id}`, acceptor)).body
  const SEAT = { longitude: 108.6652, latitude: 31.9466 }

  it('of a collector carries its photos, the grid that its point lies in and that grid’s class', async () => {
    const { id: photo } = await bringPhoto(cloud, collector, await jpegOf(16, 16))
    const { status, body } = await report({ position: SEAT, kind: '10137', photos: [photo] }, collector)
    expect(status).toBe(201)
    const found = await read(body.id)
    expect(found).toMatchObject({ channel: 'collector', areaClass: 'built-up', photos: [photo] })
    expect(found.area).toMatch(/^500229001000\d{3}$/)
  })

  it('of a seat of the hotline is urgent; without a point it may name a village', async () => {
    const { body } = await report({ channel: 'hotline', area: '500229102202' })
    expect(await read(body.id)).toMatchObject({
      channel: 'hotline',
      urgent: true,
      area: '500229102202001',
      areaClass: 'village',
    })
  })

  it.each([
    ['position', 'outside-county', { position: { longitude: 106.55, latitude: 29.56 } }],
    ['area', 'unknown-id', { area: '500229998' }],
    ['kind', 'unknown-kind', { kind: '29999' }],
    ['component', 'unknown-id', { component: '5002290101999999' }],
    ['photos', 'photo-not-ready', { photos: ['0'.repeat(26)] }],
    ['channel', 'not-offered', { channel: 'citizen' }],
    ['words', 'too-long', { words: '长'.repeat(1001) }],
    ['words', 'broken-text', { words: '\ud800路灯' }],
  ])('is refused by the field %s as %s, and nothing of it is written', async (field, code, body) => {
    const key = randomUUID()
    const refused = await report(body, acceptor, key)
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid-input', fields: [{ field, code }] } })
    // the key is as good as new
    expect((await report({}, acceptor, key)).status).toBe(201)
  })

  it('of more than 64 KB is not read; one of ten megabytes does not come through the gateway', async () => {
    const { status, body } = await report({ words: '长'.repeat(30_000) })
    expect([status, body.code]).toEqual([413, 'too-large'])
    expect((await report({ words: '长'.repeat(3_500_000) })).status).toBe(413)
  })

  it('is one case, however often it is sent', async () => {
    const key = randomUUID()
    const [first, again] = [await report({}, acceptor, key), await report({}, acceptor, key)]
    expect(again.body).toEqual(first.body)
    expect((await report({ words: '另一件事' }, acceptor, key)).body.code).toBe('key-reused')
  })
})

describe('a problem that is known', () => {
  const [caller, seat] = [
    { tenant: COUNTY, person: 's1', posts: ['acceptor'] },
    { tenant: COUNTY, person: 's2', posts: ['shift-leader'] },
  ]
  const HERE = { longitude: 108.6701, latitude: 31.9501 }
  const METRE = 1 / 111_320
  const known = { kind: '10101', position: HERE, words: '雨水井盖破损，行人绊倒', place: '东大街 40 号' }
  const same = async (body: object, claims: object = seat) =>
    (await cloud.post(`/api/t/${COUNTY}/same-problem`, body, { claims: { ...claims } })).body.cases

  it('is told to the next who hears of it, with its reasons, whatever way it came in by', async () => {
    const { body } = await cloud.post(`/api/t/${COUNTY}/cases`, known, { claims: collector })
    await cloud.settled()
    const [first, ...others] = await same({
      position: { ...HERE, latitude: HERE.latitude + 40 * METRE },
      words: '街上井盖破损 13800001234',
    })
    expect(first).toMatchObject({
      id: body.id,
      number: body.number,
      open: true,
      status: 'received',
      reasons: { metres: 40, kind: 'unknown', hours: 0, words: ['井盖破损'] },
    })
    expect(others).toEqual([])
    expect(await same({ ...known, position: { ...HERE, latitude: HERE.latitude + 120 * METRE } })).toEqual([])
    // a case is not its own duplicate
    expect(await same({ ...known, except: body.id })).toEqual([])
  })

  it('without a point is found by the grid that it lies in, and by how the place is called', async () => {
    const pointless = { kind: '20601', area: '500229102202', words: '占道经营', place: '岚天乡三河村口' }
    const { body } = await cloud.post(`/api/t/${COUNTY}/cases`, pointless, { claims: caller })
    await cloud.settled()
    expect(await same({ ...pointless, words: '又有人占道' })).toMatchObject([
      { id: body.id, reasons: { sameArea: true, kind: 'same' } },
    ])
    expect(await same({ ...pointless, area: '500229102203' })).toEqual([])
  })

  it('is none any more once it was not accepted', async () => {
    const there = { ...known, place: '北大街', position: { longitude: 108.6801, latitude: 31.9601 } }
    const { body } = await cloud.post(`/api/t/${COUNTY}/cases`, there, { claims: collector })
    await cloud.settled()
    expect(await same(there)).toHaveLength(1)
    const rejecting = { version: 1, evidence: { reason: '非城管职责' } }
    await cloud.post(`/api/t/${COUNTY}/cases/${body.id}/actions/reject`, rejecting, { claims: caller })
    await cloud.settled()
    expect(await same(there)).toEqual([])
  })

  it('is told to no handler', async () => {
    const answer = await cloud.post(`/api/t/${COUNTY}/same-problem`, known, {
      claims: { tenant: COUNTY, person: 'h1', posts: ['handler'], unit: 'municipal-works' },
    })
    expect(answer).toMatchObject({ status: 403 })
  })
})

describe('a shift', () => {
  it('begins once under its key, and keeps of a place the grid alone', async () => {
    const begin = (body: object, key: string) =>
      cloud.post(`/api/t/${COUNTY}/shifts/own`, body, { claims: collector, key })
    const key = randomUUID()
    const there = { onDuty: true, position: { longitude: 108.6652, latitude: 31.9466 } }
    const first = await begin(there, key)
    expect(first).toMatchObject({ status: 200, body: { onDuty: true, grid: expect.any(String) } })
    expect(first.body).not.toHaveProperty('position')
    expect(await begin(there, key)).toEqual(first)
    const elsewhere = { ...there, position: { longitude: 108.742, latitude: 31.9 } }
    expect((await begin(elsewhere, key)).body.code).toBe('key-reused')
    expect((await begin(there, randomUUID())).body.code).toBe('shift-as-asked')
  })
})
