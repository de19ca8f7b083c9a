import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeCase } from '../support/close-case.ts'
import { jpegOf } from '../support/pictures.ts'
import { type Answer, bootProduct, type ProductCloud } from '../support/product-cloud.ts'
import { proveWork } from '../support/prove-work.ts'
import { keepReadyPhotos } from '../support/ready-photos.ts'
import { sendFile } from '../support/uploads.ts'

const COUNTY = '500229'
const PUBLIC = `/api/t/${COUNTY}/public`
const commission = { tenant: undefined, city: '500000', posts: ['commission-administrator'] }
const SEAT = { longitude: 108.6652, latitude: 31.9466 }
const PHONE = '13800001234'

let cloud: ProductCloud
beforeAll(async () => {
  cloud = await bootProduct('2026-11-24T01:00:00Z')
  await cloud.post('/api/city/500000', { name: '重庆市' }, { claims: commission })
  const founding = { tenant: COUNTY, name: '城口县', administrator: { name: '何某', phone: '13900000001' } }
  await cloud.post('/api/city/500000/tenants', founding, { claims: commission })
  await cloud.settled()
  await keepReadyPhotos(cloud.clientConfig, COUNTY)
}, 120_000)
afterAll(() => cloud?.stop())

/** As somebody without an account asks. */
async function ask(path: string, body?: object, key: string = randomUUID()): Promise<Answer> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key }
  const init = body && { method: 'POST', headers, body: JSON.stringify(body) }
  const answer = await fetch(new URL(path, cloud.baseUrl), init)
  return { status: answer.status, body: await answer.json() }
}

const device = () => `device-${randomUUID()}`
const told = { words: '路灯不亮', place: '东大街' }
const report = (changes: object = {}, key?: string) =>
  ask(`${PUBLIC}/reports`, { ...told, device: device(), ...changes }, key)
const follow = ({ number, queryCode }: { number: string; queryCode: string }) =>
  ask(`${PUBLIC}/reports/${number}?code=${queryCode}`)
/** Counters forget by the hour. */
const anHourLater = () => cloud.advance(3_600_000)

const staff = (person: string, post: string, unit?: string) => ({
  tenant: COUNTY,
  person,
  sub: person,
  posts: [post],
  ...(unit && { unit }),
})

const queued = async () =>
  (await cloud.get(`/api/t/${COUNTY}/queues/acceptor`, staff('seat-1', 'acceptor'))).body.cases as {
    id: string
    number: string
    channel: string
  }[]

describe('a citizen without an account', () => {
  it('reports with a photo, follows the report to its end, and objects to it once', async () => {
    const started = await ask(`${PUBLIC}/photos`, { device: device() })
    expect(started.status).toBe(201)
    expect(await sendFile(started.body.upload, await jpegOf(64, 48))).toBe(204)
    const { id: photo } = started.body.photo
    expect((await ask(`${PUBLIC}/photos/${photo}/finish`, {})).body).toEqual({ id: photo, state: 'ready' })

    const reporter = { name: '王某', phone: PHONE }
    const { status, body } = await report({ position: SEAT, photos: [photo], reporter })
    expect(status).toBe(201)
    expect(body).toMatchObject({ status: 'received', name: '已收到' })
    await cloud.settled()
    const found = (await queued()).find(({ number }) => number === body.number)
    expect(found).toMatchObject({ channel: 'citizen' })

    await closeCase(cloud, COUNTY, found!.id)
    const progress = await follow(body)
    expect(progress.body).toMatchObject({ status: 'done', name: '已办结' })
    expect(progress.body.steps.map(({ status: step }: { status: string }) => step)).toEqual([
      'received',
      'accepted',
      'in-hand',
      'done',
    ])
    const text = JSON.stringify(progress.body)
    for (const secret of ['王某', PHONE, 'seat-1', 'seat-2', 'seat-3', 'seat-4', '王主任'])
      expect(text).not.toContain(secret)

    expect(progress.body).toMatchObject({
      ...told,
      photosBefore: [{ id: photo }],
      photosAfter: [{ id: '0'.repeat(26) }],
      mayRate: true,
      objectUntil: expect.stringMatching(/^2026-11-27T01:0\d/),
    })
    const [{ pass }] = progress.body.photosBefore
    const { link } = (await ask(`${PUBLIC}/photos/${photo}?pass=${pass}`)).body
    expect((await fetch(link)).headers.get('content-type')).toBe('image/jpeg')
    const other = await ask(`${PUBLIC}/photos/${'0'.repeat(26)}?pass=${pass}`)
    expect(other).toMatchObject({ status: 404, body: { code: 'unknown-photo' } })

    const rating = { code: body.queryCode, rating: 'poor' }
    const rated = await ask(`${PUBLIC}/reports/${body.number}/ratings`, rating)
    expect(rated).toMatchObject({ status: 200, body: { rating: 'poor', mayRate: false } })
    const twice = await ask(`${PUBLIC}/reports/${body.number}/ratings`, rating)
    expect(twice).toMatchObject({ status: 409, body: { code: 'rated-already' } })

    const key = randomUUID()
    const objection = { code: body.queryCode, reason: '路灯还是不亮' }
    const objected = await ask(`${PUBLIC}/reports/${body.number}/objections`, objection, key)
    expect(objected).toMatchObject({ status: 200, body: { status: 'in-hand' } })
    const again = await ask(`${PUBLIC}/reports/${body.number}/objections`, objection, key)
    expect(again.body.steps).toEqual(objected.body.steps)
    const more = await ask(`${PUBLIC}/reports/${body.number}/objections`, objection)
    expect(more).toMatchObject({ status: 409, body: { code: 'action-not-possible' } })
  })

  it("is told why a report is not taken up, and what was reported around, but nobody's words or numbers", async () => {
    const { body } = await report({ words: '楼上漏水，找 13900001111', kind: '10137', position: SEAT })
    await cloud.settled()
    const { id } = (await queued()).find(({ number }) => number === body.number)!
    const refusing = { version: 1, evidence: { reason: '属物业管理，请拨 02312345678' } }
    const path = `/api/t/${COUNTY}/cases/${id}/actions/reject`
    expect((await cloud.post(path, refusing, { claims: staff('seat-1', 'acceptor') })).status).toBe(200)
    expect((await follow(body)).body).toMatchObject({
      status: 'not-accepted',
      words: '楼上漏水，找 ****',
      reason: '属物业管理，请拨 ****',
      mayRate: false,
    })
    const { reports } = (await ask(`${PUBLIC}/nearby?longitude=${SEAT.longitude}&latitude=${SEAT.latitude}`))
      .body
    expect(reports).toContainEqual(expect.objectContaining({ status: 'in-hand', name: '处理中' }))
    expect(JSON.stringify(reports)).not.toMatch(/路灯不亮|东大街|not-accepted/)
    expect((await ask(PUBLIC)).body).toEqual({ county: COUNTY, placeName: '城口县' })
  })

  it('gets the same receipt for the same report, and counts once', async () => {
    const key = randomUUID()
    const body = { device: device() }
    const [first, again] = [await report(body, key), await report(body, key)]
    expect(again).toEqual(first)
    expect((await report({ ...body, words: '另一件事' }, key)).body.code).toBe('key-reused')
  })

  it('is answered again as at first, though the county has closed the channel meanwhile', async () => {
    const [key, body] = [randomUUID(), { device: device() }]
    const first = await report(body, key)
    const path = `/api/city/500000/tenants/${COUNTY}`
    const keep = async (change: (channels: string[]) => string[]) => {
      const { version, settingsNow } = (await cloud.get(path, commission)).body
      const next = { ...settingsNow.settings, channels: change(settingsNow.settings.channels) }
      const asked = { version, settings: next }
      expect(await cloud.post(`${path}/settings`, asked, { claims: commission })).toMatchObject({
        status: 200,
      })
    }
    await keep((channels) => channels.filter((one) => one !== 'citizen'))
    expect(await report(body, key)).toEqual(first)
    expect((await report()).body.code).toBe('channel-closed')
    await keep((channels) => [...channels, 'citizen'])
  })

  it('is told nothing without the code, and after many tries nothing at all', async () => {
    const { body } = await report()
    await cloud.settled()
    expect((await follow({ ...body, queryCode: '00000000' })).body.code).toBe('unknown-report')
    expect((await follow({ ...body, number: '5002292026112499999' })).body.code).toBe('unknown-report')
    for (let at = 0; at < 40; at++) await follow({ ...body, queryCode: '00000000' })
    expect(await follow(body)).toMatchObject({ status: 429, body: { code: 'too-many-tries' } })
    await anHourLater()
    expect((await follow(body)).status).toBe(200)
  })

  it('is told so when the address names no county, however long it is', async () => {
    const answer = await ask(`/api/t/${'A'.repeat(3_000)}/public/photos`, { device: device() })
    expect(answer).toMatchObject({
      status: 400,
      body: { fields: [{ field: 'county', code: 'wrong-format' }] },
    })
  })

  it.each([
    ['position', 'outside-county', { position: { longitude: 106.55, latitude: 29.56 } }],
    ['kind', 'unknown-kind', { kind: '29999' }],
    ['photos', 'photo-not-ready', { photos: ['2'.repeat(26)] }],
    ['device', 'wrong-format', { device: 'x' }],
    ['urgent', 'unknown-field', { urgent: true }],
    ['words', 'broken-text', { words: '\ud800路灯' }],
  ])('is told by the field %s what cannot be taken: %s', async (field, code, body) => {
    await anHourLater()
    expect(await report(body)).toMatchObject({ status: 400, body: { fields: [{ field, code }] } })
  })

  it('finds no door at a county that is not registered', async () => {
    const answer = await ask('/api/t/599999/public/reports', { ...told, device: device() })
    expect(answer).toMatchObject({ status: 403, body: { code: 'channel-closed' } })
  })
})

describe('many reports from one network', () => {
  it('ask for a proof of work first, good for one report, and doubled as they double', async () => {
    await anHourLater()
    for (let at = 0; at < 9; at++) expect((await report()).status).toBe(201)
    const refused = await report()
    expect(refused).toMatchObject({ status: 403, body: { code: 'proof-needed' } })
    expect(refused.body.detail).toContain('不用看图认字')
    const { challenge, bits } = (await ask(`${PUBLIC}/challenge?for=report`)).body
    expect(bits).toBe(16)
    const proof = proveWork(challenge, bits)
    expect((await report({ proof: { ...proof, nonce: `${proof.nonce}0` } })).body.code).toBe('proof-needed')
    expect((await report({ proof })).status).toBe(201)
    expect((await report({ proof })).body.code).toBe('proof-needed')
    for (let at = 0; at < 8; at++) await report()
    expect((await ask(`${PUBLIC}/challenge?for=report`)).body.bits).toBe(17)
  })

  it('of one phone are ten a day', async () => {
    const reporter = { phone: '13800009999' }
    for (let at = 0; at < 10; at++) {
      if (at % 5 === 0) await anHourLater()
      expect((await report({ reporter })).status).toBe(201)
    }
    const { status, body } = await report({ reporter })
    expect([status, body.code]).toEqual([429, 'too-many-of-phone'])
  })
})
