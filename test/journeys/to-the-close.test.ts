import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foundCounty } from '../support/found-county.ts'
import { jpegOf } from '../support/pictures.ts'
import { bootProduct, type ProductCloud } from '../support/product-cloud.ts'
import { bringPhoto } from '../support/uploads.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const PHOTO = '0'.repeat(26)

let cloud: ProductCloud
beforeAll(async () => {
  // Tuesday, 09:00 in China
  cloud = await bootProduct('2026-11-24T01:00:00Z')
  await foundCounty(cloud, '500235', '云阳县')
  for (const id of ['lighting', 'roads']) {
    const unit = { name: id, kind: 'department', classes: [], duty: [], actedFor: false, retired: false }
    const { status } = await cloud.post(
      `/api/t/500235/organisation/units/${id}`,
      { version: 0, unit },
      { claims: of('administrator') },
    )
    expect(status).toBe(200)
  }
}, 90_000)
afterAll(() => cloud?.stop())

const of = (...posts: string[]) => ({ posts, person: `p-${posts.join('-')}`, unit: 'lighting' })
const cases = '/api/t/500235/cases'

async function report() {
  const words = { words: '滨江路路灯不亮', place: '滨江路 12 号' }
  const { status, body } = await cloud.post(cases, words)
  expect(status).toBe(201)
  await cloud.settled()
  return body as { id: string; number: string; version: number }
}

/** An act on the case as it is now; answers what the API said. */
async function act(id: string, post: string, action: string, evidence = {}) {
  const { version } = (await cloud.get(`${cases}/${id}`, of('shift-leader'))).body
  const path = `${cases}/${id}/actions/${action}`
  const answer = await cloud.post(path, { version, evidence }, { claims: of(post) })
  await cloud.settled()
  return answer
}

/** The same, which must go well. */
async function does(id: string, post: string, action: string, evidence = {}) {
  const answer = await act(id, post, action, evidence)
  expect([action, answer.status, answer.body.code]).toEqual([action, 200, undefined])
  return answer.body
}

const fileOf = async (id: string) => (await cloud.get(`${cases}/${id}`, of('shift-leader'))).body
const runsOf = async (number: string) =>
  (await cloud.executions()).filter(({ name }) => name.startsWith(number))
const queueOf = async (post: string, as = of(post)) =>
  (await cloud.get(`/api/t/500235/queues/${post}`, as)).body.cases.map((line: { id: string }) => line.id)

const filing = { filingCondition: '10137-1' }
async function dispatched(assisting: string[] = []) {
  const { id, number } = await report()
  await does(id, 'acceptor', 'accept')
  await does(id, 'shift-leader', 'file', filing)
  // once a ruling has named the unit, the case goes there by itself
  if ((await fileOf(id)).stage !== 'dispatched')
    await does(id, 'dispatcher', 'dispatch', { unit: 'lighting', ...(assisting.length > 0 && { assisting }) })
  return { id, number }
}

describe('a case from report to close', () => {
  it('goes the main line, one transition per stage, and its unit has it in between', async () => {
    const { id, number } = await dispatched()
    expect(await queueOf('handler')).toContain(id)
    await does(id, 'handler', 'sign')
    const signed = await fileOf(id)
    // a working day from the dispatch at nine
    expect(signed).toMatchObject({ stage: 'handling', unit: 'lighting' })
    expect(signed.due).toMatch(/^2026-11-25T01:0\d:\d\dZ$/)
    await cloud.advance(HOUR)
    await does(id, 'handler', 'report-back', { photos: [PHOTO], words: '已更换灯泡' })
    expect(await queueOf('handler')).not.toContain(id)
    await does(id, 'inspector', 'pass', { way: 'on-site', photos: [PHOTO] })
    expect(await does(id, 'shift-leader', 'close', { closingCondition: '10137-1' })).toMatchObject({
      stage: 'closed',
      publicStatus: 'done',
    })
    const file = await fileOf(id)
    const reported = file.history.find(({ action }: { action: string }) => action === 'report-back')
    expect(reported.handlingClock).toMatchObject({ paused: 0, overdue: false })
    expect(reported.handlingClock.used).toBeGreaterThanOrEqual(3_600)
    expect(reported.handlingClock.used).toBeLessThan(4_200)
    expect(file).toMatchObject({ late: false, episode: 1, round: 1 })
    const [run] = await runsOf(number)
    expect(run?.status).toBe('SUCCEEDED')
    expect(run?.states).toEqual([
      'reported',
      'accepted',
      'filed',
      'dispatched',
      'handling',
      'inspecting',
      'closing',
      'closed',
    ])
  })

  it('is extended, suspended, woken by itself and reworked, each on a clock that adds up', async () => {
    const { id, number } = await dispatched(['roads'])
    await does(id, 'handler', 'sign')
    const before = (await fileOf(id)).due
    await does(id, 'handler', 'ask-extension', { reason: '等待灯杆到货' })
    expect(await queueOf('unit-head')).toContain(id)
    await does(id, 'unit-head', 'approve-extension')
    expect(await queueOf('dispatcher')).toContain(id)
    await does(id, 'dispatcher', 'approve-extension')
    const extended = (await fileOf(id)).due
    expect(Date.parse(extended)).toBeGreaterThan(Date.parse(before))
    const until = new Date(cloud.clock.now() + 2 * HOUR).toISOString().replace(/\.\d+/, '')
    await does(id, 'handler', 'ask-suspension', { reason: '汛期不能施工', until })
    await does(id, 'unit-head', 'approve-suspension')
    expect(await does(id, 'dispatcher', 'approve-suspension')).toMatchObject({
      stage: 'suspended',
      due: until,
    })
    expect((await fileOf(id)).lamp).toMatchObject({ colour: 'grey' })
    await cloud.advance(2 * HOUR + MINUTE)
    const woken = await fileOf(id)
    expect(woken).toMatchObject({ stage: 'handling', overdue: false })
    expect(Date.parse(woken.due)).toBeGreaterThan(Date.parse(extended))
    expect(await act(id, 'handler', 'report-back', { photos: [PHOTO] })).toMatchObject({
      status: 409,
      body: { code: 'parts-open' },
    })
    const roads = { ...of('handler'), person: 'p-roads', unit: 'roads' }
    expect(await queueOf('handler', roads)).toContain(id)
    const { version } = woken
    const part = await cloud.post(`${cases}/${id}/actions/finish-part`, { version }, { claims: roads })
    expect(part.status).toBe(200)
    await does(id, 'handler', 'report-back', { photos: [PHOTO] })
    await does(id, 'inspector', 'fail', { way: 'photo', reason: '灯仍不亮' })
    expect(await fileOf(id)).toMatchObject({ stage: 'handling', round: 2, unit: 'lighting' })
    await does(id, 'handler', 'report-back', { photos: [PHOTO] })
    await does(id, 'inspector', 'pass', { way: 'on-site' })
    await does(id, 'shift-leader', 'close', { closingCondition: '10137-1' })
    await does(id, 'acceptor', 'object', { reason: '来电人称仍不亮' })
    await cloud.settled()
    expect(await fileOf(id)).toMatchObject({ stage: 'handling', episode: 2, round: 3 })
    const runs = await runsOf(number)
    expect(runs.map(({ status }) => status)).toEqual(['SUCCEEDED', 'RUNNING'])
  }, 90_000)

  it('is returned, ruled on and then bound; merged and let go again; passed on', async () => {
    const { id, number } = await dispatched()
    await does(id, 'handler', 'return', { reason: '不属本单位' })
    await does(id, 'dispatcher', 'dispatch', { unit: 'lighting' })
    expect(await does(id, 'handler', 'return', { reason: '仍不属本单位' })).toMatchObject({
      stage: 'arbitration',
    })
    await does(id, 'shift-leader', 'rule', { unit: 'lighting', reason: '权属清单第三条' })
    expect(await act(id, 'handler', 'return', { reason: '不服' })).toMatchObject({
      status: 409,
      body: { code: 'ruling-binds' },
    })
    const other = await report()
    await does(other.id, 'acceptor', 'merge', { case: id })
    expect(await fileOf(other.id)).toMatchObject({ stage: 'merged', mergedInto: id })
    expect(await fileOf(id)).toMatchObject({ takenIn: 1 })
    await cloud.advance(HOUR)
    await does(other.id, 'acceptor', 'unmerge', { reason: '不是同一处' })
    const back = await fileOf(other.id)
    expect(back).toMatchObject({ stage: 'reported', overdue: false })
    expect(Date.parse(back.due)).toBeGreaterThan(cloud.clock.now())
    expect((await runsOf(other.number)).map(({ status }) => status)).toEqual(['SUCCEEDED', 'RUNNING'])
    await does(id, 'dispatcher', 'transfer', { to: '市供电公司', reason: '属电力设施' })
    expect((await runsOf(number)).map(({ status }) => status)).toEqual(['SUCCEEDED'])
  }, 90_000)

  it('is passed on to another county, where it goes on with its reporter, its photos and the time gone by', async () => {
    await foundCounty(cloud, '500236', '奉节县')
    const reporter = { name: '王某', phone: '13900000009' }
    const own = { tenant: '500235', posts: ['collector'] }
    const { id: photo } = await bringPhoto(cloud, own, await jpegOf(32, 24))
    const words = { words: '界河桥护栏破损', place: '界河桥', reporter, photos: [photo, PHOTO] }
    const { body } = await cloud.post(cases, words)
    await cloud.settled()
    const nowhere = await act(body.id, 'dispatcher', 'transfer', { to: '500999', reason: '属邻县' })
    expect(nowhere.body.fields).toEqual([
      { field: 'evidence.to', code: 'unknown-id', message: expect.any(String) },
    ])
    await does(body.id, 'dispatcher', 'transfer', { to: '500236', reason: '属邻县' })
    await cloud.settled()
    const there = { ...of('acceptor'), tenant: '500236' }
    const queue = (await cloud.get('/api/t/500236/queues/acceptor', there)).body.cases
    expect(queue).toMatchObject([{ channel: 'exchange', place: '界河桥', reportedAt: expect.any(String) }])
    const [line] = queue
    const received = (await cloud.get(`/api/t/500236/cases/${line.id}`, there)).body
    const sent = await fileOf(body.id)
    expect(received).toMatchObject({
      origin: { tenant: '500235', number: sent.number },
      reportedAt: sent.reportedAt,
      // of the other there is no file that could come along
      photos: [photo],
      history: [{ action: 'report', post: 'system', evidence: { reason: '属邻县' } }],
    })
    expect(sent).toMatchObject({ stage: 'transferred', transferredTo: '500236' })
    const seen = await cloud.get(`/api/t/500236/photos/${photo}`, there)
    expect(seen).toMatchObject({ status: 200, body: { width: 32, height: 24 } })
    expect((await fetch(seen.body.link)).headers.get('content-type')).toBe('image/jpeg')
    const contact = await cloud.get(`/api/t/500236/cases/${line.id}/contact`, there)
    expect(contact).toMatchObject({ status: 200, body: { phone: '139****0009' } })
  }, 60_000)

  it('is handled by a unit without accounts, by a link that only its first device can use', async () => {
    const { id } = await dispatched()
    const asked = await cloud.post(`${cases}/${id}/handling-links`, {}, { claims: of('dispatcher') })
    expect(asked).toMatchObject({ status: 200, body: { case: id, unit: 'lighting' } })
    const { secret } = asked.body
    const link = `/api/t/500235/handling-links/${id}`
    const [phone, other] = ['a'.repeat(32), 'b'.repeat(32)]
    const opened = await cloud.post(`${link}/openings`, { secret, device: phone })
    expect(opened).toMatchObject({ status: 200, body: { place: '滨江路 12 号', version: 4 } })
    expect(opened.body.actions.map(({ action }: { action: string }) => action)).toEqual(['sign', 'return'])
    expect(await cloud.post(`${link}/openings`, { secret, device: other })).toMatchObject({
      status: 403,
      body: { code: 'link-taken' },
    })
    const held = { secret, device: phone }
    const signed = await cloud.post(`${link}/actions/sign`, { ...held, version: 4 })
    expect(signed).toMatchObject({ status: 200, body: { stage: 'handling' } })
    const evidence = { photos: [PHOTO] }
    const done = await cloud.post(`${link}/actions/report-back`, { ...held, version: 5, evidence })
    expect(done).toMatchObject({ status: 200, body: { stage: 'inspecting' } })
    expect((await fileOf(id)).history.at(-1)).toMatchObject({ person: 'link-lighting', post: 'handler' })
    await does(id, 'inspector', 'pass', { way: 'on-site' })
    await does(id, 'shift-leader', 'close', { closingCondition: '10137-1' })
    expect(await cloud.post(`${link}/openings`, held)).toMatchObject({ body: { code: 'link-over' } })
    const nothing = await cloud.post(`${link}/openings`, { ...held, secret: 'c'.repeat(43) })
    expect(nothing).toMatchObject({ status: 404, body: { code: 'link-over' } })
  }, 60_000)

  it('answers a repeated request for a link as it first did, though another link has followed', async () => {
    const { id } = await dispatched()
    const asking = (key: string) =>
      cloud.post(`${cases}/${id}/handling-links`, {}, { claims: of('dispatcher'), key })
    const [one, two] = [randomUUID(), randomUUID()]
    const first = await asking(one)
    const second = await asking(two)
    expect(second.body.secret).not.toBe(first.body.secret)
    expect(await asking(one)).toEqual(first)
    expect(await asking(two)).toEqual(second)
  })

  it('is accepted, filed and dispatched in one commit by who holds the posts', async () => {
    const { id } = await report()
    const acts = [
      { action: 'accept' },
      { action: 'file', evidence: filing },
      { action: 'dispatch', evidence: { unit: 'lighting' } },
    ]
    const claims = of('acceptor', 'shift-leader', 'dispatcher')
    const answer = await cloud.post(`${cases}/${id}/acts`, { version: 1, acts }, { claims })
    expect(answer).toMatchObject({ status: 200, body: { stage: 'dispatched', version: 4 } })
    expect((await fileOf(id)).history).toHaveLength(4)
  })
})
