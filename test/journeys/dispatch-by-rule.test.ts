import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foundCounty } from '../support/found-county.ts'
import { bootProduct, type ProductCloud } from '../support/product-cloud.ts'

const COUNTY = '500229'
const CITY = '/api/city/500000'
const commission = { tenant: undefined, city: '500000', person: 'c1', posts: ['commission-administrator'] }
const desk = { tenant: COUNTY, person: 'p1', posts: ['acceptor', 'shift-leader', 'dispatcher'] }
const at = (path: string) => `/api/t/${COUNTY}/${path}`

/** Whose rules are read and changed: cases go by those of the first. */
const OTHER = '500238'
const ruler = (...posts: string[]) => ({ tenant: OTHER, person: 'p1', posts })
const rulesAt = (path = '') => `/api/t/${OTHER}/dispatch-rules${path}`

let cloud: ProductCloud
beforeAll(async () => {
  // Tuesday, 09:00 in China
  cloud = await bootProduct('2026-11-24T01:00:00Z')
  await foundCounty(cloud, COUNTY, '城口县', { byRule: true })
  await foundCounty(cloud, OTHER, '巫溪县', { byRule: true })
  await decideForThemselves()
}, 120_000)
afterAll(() => cloud?.stop())

/** Before any case comes in: what a county's cases run by is read anew every half minute. */
async function decideForThemselves() {
  const { body } = await cloud.get(`${CITY}/tenants/${COUNTY}`, commission)
  const filedByRule = [{ condition: '10402-1', channels: ['collector'] }]
  const own = { filedByRule, remoteInspections: 0, requestLimit: { amount: 1, unit: 'work_hour' } }
  const change = { version: body.version, settings: { ...body.settingsNow.settings, ...own } }
  const { status } = await cloud.post(`${CITY}/tenants/${COUNTY}/settings`, change, { claims: commission })
  expect(status).toBe(200)
}

async function act(id: string, action: string, version: number, evidence = {}, claims: object = desk) {
  const answer = await cloud.post(
    at(`cases/${id}/actions/${action}`),
    { version, evidence },
    { claims: { ...claims } },
  )
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  await cloud.settled()
  return answer.body
}

/** Reported and filed by people, under a condition of the catalogue. */
async function filed(condition: string, place = '滨江路 12 号') {
  const words = { words: '滨江路有问题', place, kind: condition.slice(0, 5) }
  const { body } = await cloud.post(at('cases'), words, { claims: desk })
  await act(body.id, 'accept', 1)
  await act(body.id, 'file', 2, { filingCondition: condition })
  return body as { id: string; number: string }
}

const fileOf = async (id: string) => (await cloud.get(at(`cases/${id}`), desk)).body
const queueOf = async (unit: string) =>
  (await cloud.get(at('queues/handler'), { tenant: COUNTY, person: 'h1', posts: ['handler'], unit })).body
    .cases as { id: string }[]

describe('a case that is filed', () => {
  it('is dispatched by the rules that the county began with, at once, into the queue of the unit', async () => {
    const { id, number } = await filed('10137-1')
    const file = await fileOf(id)
    expect(file).toMatchObject({ version: 4, unit: 'municipal-works', overdue: false })
    expect(file.suggestion).toBeUndefined()
    expect(file.history.at(-1)).toMatchObject({
      action: 'dispatch',
      post: 'system',
      evidence: {
        unit: 'municipal-works',
        reason: '按派遣规则 usual-municipal-works（开通时预置的通行分工，请按本区县责任清单核定）。',
      },
    })
    expect((await queueOf('municipal-works')).map((line) => line.id)).toContain(id)
    expect((await queueOf('power')).map((line) => line.id)).not.toContain(id)
    const run = (await cloud.executions()).find(({ name }) => name.startsWith(number))
    expect(run).toMatchObject({ status: 'RUNNING' })
    expect(run?.states).toHaveLength(4)
  })

  it('waits for the dispatcher where the rules contradict each other, with what they say', async () => {
    const { id } = await filed('20305-1')
    const file = await fileOf(id)
    expect(file).toMatchObject({
      version: 3,
      suggestion: { assisting: [], doubt: 'conflict' },
    })
    expect(file.suggestion.contradicting.length).toBeGreaterThan(1)
    expect(file.suggestion.words).toContain('有同等效力的规则指向不同单位，请人工判断。')
    const other = await cloud.get(at(`cases/${id}`), { ...desk, posts: ['leader'] })
    expect(other.body.suggestion).toBeUndefined()
    expect(await act(id, 'dispatch', 3, { unit: 'construction' })).toMatchObject({ version: 4 })
    expect((await queueOf('construction')).map((line) => line.id)).toContain(id)
  })

  it('is left to the dispatcher once a unit has returned it, and what is ruled then decides the next', async () => {
    const handler = (unit: string) => ({ tenant: COUNTY, person: `h-${unit}`, posts: ['handler'], unit })
    const { id, number } = await filed('10138-1')
    expect(await fileOf(id)).toMatchObject({ unit: 'municipal-works', version: 4 })
    await act(id, 'return', 4, { reason: '该处地灯由园林所管护' }, handler('municipal-works'))
    expect(await fileOf(id)).toMatchObject({ version: 5, suggestion: { doubt: 'returned' } })
    await act(id, 'dispatch', 5, { unit: 'power' })
    await act(id, 'return', 6, { reason: '该处地灯由园林所管护' }, handler('power'))
    await act(id, 'rule', 7, { unit: 'parks', reason: '绿地内地灯由园林所管护' })
    const { body } = await cloud.get(at('dispatch-precedents?kind=10138'), handler('parks'))
    expect(body.precedents).toMatchObject([
      { caseNumber: number, kind: '10138', area: COUNTY, lead: 'parks', binding: true },
    ])
    const next = await filed('10138-1')
    expect(await fileOf(next.id)).toMatchObject({
      unit: 'parks',
      history: [{}, {}, {}, { action: 'dispatch', evidence: { reason: `按裁定先例（案卷 ${number}）。` } }],
    })
  })
})

describe('what a county lets rules accept and file', () => {
  it('goes from the report to the unit without anybody', async () => {
    const words = { words: '行道树倒伏', place: '滨江路 12 号', kind: '10402' }
    const collector = { tenant: COUNTY, person: 'p2', posts: ['collector'] }
    const reported = await cloud.post(at('cases'), words, { claims: collector })
    expect(reported).toMatchObject({ status: 201, body: { version: 3 } })
    await cloud.settled()
    const file = await fileOf(reported.body.id)
    expect(file).toMatchObject({ unit: 'parks', condition: '10402-1' })
    expect(file.history.map(({ action, post }: { action: string; post: string }) => [action, post])).toEqual([
      ['report', 'collector'],
      ['accept', 'system'],
      ['file', 'system'],
      ['dispatch', 'system'],
    ])
  })
})

describe('what a county lets pass from afar', () => {
  it('is no more than its share: the rest is looked at on the spot, and whoever tries otherwise is told so', async () => {
    const { id } = await filed('10137-1')
    const worker = { tenant: COUNTY, person: 'h1', posts: ['handler'], unit: 'municipal-works' }
    const inspector = { tenant: COUNTY, person: 'i1', posts: ['inspector'] }
    await act(id, 'sign', 4, {}, worker)
    await act(id, 'ask-extension', 5, { reason: '等材料到货' }, worker)
    await act(id, 'report-back', 6, { photos: ['0'.repeat(26)] }, worker)
    const pass = (way: string) =>
      cloud.post(at(`cases/${id}/actions/pass`), { version: 7, evidence: { way } }, { claims: inspector })
    const refused = await pass('photo')
    expect(refused).toMatchObject({
      status: 400,
      body: { fields: [{ field: 'evidence.way', code: 'on-site-only' }] },
    })
    expect(refused.body.fields[0].message).toMatch('最多 0 件可远程核查通过')
    expect((await pass('on-site')).status).toBe(200)
  })
})

describe('the dispatch rules of a county', () => {
  it('are there from its first day, and tell where the dispatcher will be asked', async () => {
    const { body } = await cloud.get(rulesAt(), ruler('leader'))
    expect(body).toMatchObject({ version: 1, person: 'system' })
    expect(body.rules.find(({ id }: { id: string }) => id === 'usual-parks')).toMatchObject({ lead: 'parks' })
    const review = await cloud.post(rulesAt('/review'), {}, { claims: ruler('dispatcher') })
    expect(review).toMatchObject({ status: 200, body: { version: 1, idle: [] } })
    expect(review.body.certain).toBeGreaterThan(review.body.asked / 4)
  })

  it('are replaced as a whole by the dispatcher, and mended row by row where they name what is not there', async () => {
    const rule = {
      id: 'lamps',
      order: 1,
      when: { kinds: ['10137'] },
      lead: 'power',
      assisting: [],
      basis: '',
    }
    const book = (rules: object[], version = 1) => ({ version, reason: '按新的责任清单调整', rules })
    const wrong = book([rule, { ...rule, id: 'far', when: { areas: ['500230'] }, lead: 'nobody' }])
    const refused = await cloud.post(rulesAt(), wrong, { claims: ruler('dispatcher') })
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid-input' } })
    expect(refused.body.fields).toMatchObject([
      { field: 'rules.1.when.areas.0', message: '没有这个编号，请先添加，或核对编号。' },
      { field: 'rules.1.lead' },
    ])
    const denied = await cloud.post(rulesAt(), book([rule]), { claims: ruler('shift-leader') })
    expect(denied).toMatchObject({ status: 403, body: { code: 'post-not-held' } })
    const replaced = await cloud.post(rulesAt(), book([rule]), { claims: ruler('dispatcher') })
    expect(replaced).toMatchObject({ status: 201, body: { version: 2, person: 'p1', count: 1 } })
    const stale = await cloud.post(rulesAt(), book([]), { claims: ruler('dispatcher') })
    expect(stale).toMatchObject({ status: 409, body: { code: 'record-changed' } })
    const versions = await cloud.get(rulesAt('/versions'), ruler('shift-leader'))
    expect(versions.body.versions).toMatchObject([
      { version: 1, person: 'system' },
      { version: 2, reason: '按新的责任清单调整' },
    ])
    expect((await cloud.get(rulesAt('?version=1'), ruler('dispatcher'))).body.count).toBeGreaterThan(30)
    expect(await cloud.get(rulesAt('?version=9'), ruler('dispatcher'))).toMatchObject({
      status: 404,
      body: { code: 'unknown-rule-book' },
    })
  })

  it('can be tried on past cases before anybody is bound by them', async () => {
    const tried = await cloud.post(
      rulesAt('/simulation'),
      { months: 3, rules: [] },
      { claims: ruler('dispatcher') },
    )
    expect(tried).toMatchObject({
      status: 200,
      body: { cases: 0, whole: true, right: 0, left: 0, wrong: [] },
    })
  })

  it('stand beside the rulings, which every post may read', async () => {
    const { status, body } = await cloud.get(`/api/t/${OTHER}/dispatch-precedents`, ruler('handler'))
    expect({ status, body }).toEqual({ status: 200, body: { precedents: [] } })
  })
})
