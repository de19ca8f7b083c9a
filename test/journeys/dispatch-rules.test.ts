import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootProduct, type ProductCloud } from '../support/product-cloud.ts'

const COUNTY = '500229'
const commission = { tenant: undefined, city: '500000', person: 'c1', posts: ['commission-administrator'] }
const of = (...posts: string[]) => ({ tenant: COUNTY, person: 'p1', posts })
const dispatcher = of('dispatcher')
const at = (path = '') => `/api/t/${COUNTY}/dispatch-rules${path}`

let cloud: ProductCloud
beforeAll(async () => {
  cloud = await bootProduct('2026-11-24T01:00:00Z')
  await cloud.post('/api/city/500000', { name: '重庆市' }, { claims: commission })
  const administrator = { name: '何某', phone: '13900000001' }
  const county = { tenant: COUNTY, name: '城口县', administrator }
  await cloud.post('/api/city/500000/tenants', county, { claims: commission })
  await cloud.settled()
}, 60_000)
afterAll(() => cloud?.stop())

describe('the dispatch rules of a county', () => {
  it('are there from its first day, and tell where the dispatcher will be asked', async () => {
    const { body } = await cloud.get(at(), of('leader'))
    expect(body).toMatchObject({ version: 1, person: 'system' })
    expect(body.rules.find(({ id }: { id: string }) => id === 'usual-parks')).toMatchObject({ lead: 'parks' })
    const review = await cloud.post(at('/review'), {}, { claims: dispatcher })
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
    const refused = await cloud.post(at(), wrong, { claims: dispatcher })
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid-input' } })
    expect(refused.body.fields).toMatchObject([
      { field: 'rules.1.when.areas.0', message: '没有这个编号，请先添加，或核对编号。' },
      { field: 'rules.1.lead' },
    ])
    const denied = await cloud.post(at(), book([rule]), { claims: of('shift-leader') })
    expect(denied).toMatchObject({ status: 403, body: { code: 'post-not-held' } })
    const replaced = await cloud.post(at(), book([rule]), { claims: dispatcher })
    expect(replaced).toMatchObject({ status: 201, body: { version: 2, person: 'p1', count: 1 } })
    const stale = await cloud.post(at(), book([]), { claims: dispatcher })
    expect(stale).toMatchObject({ status: 409, body: { code: 'record-changed' } })
    const versions = await cloud.get(at('/versions'), of('shift-leader'))
    expect(versions.body.versions).toMatchObject([
      { version: 1, person: 'system' },
      { version: 2, reason: '按新的责任清单调整' },
    ])
    expect((await cloud.get(at('?version=1'), dispatcher)).body.count).toBeGreaterThan(30)
    expect(await cloud.get(at('?version=9'), dispatcher)).toMatchObject({
      status: 404,
      body: { code: 'unknown-rule-book' },
    })
  })

  it('can be tried on past cases before anybody is bound by them', async () => {
    const tried = await cloud.post(at('/simulation'), { months: 3, rules: [] }, { claims: dispatcher })
    expect(tried).toMatchObject({
      status: 200,
      body: { cases: 0, whole: true, right: 0, left: 0, wrong: [] },
    })
  })

  it('stand beside the rulings, which every post may read', async () => {
    const { status, body } = await cloud.get(`/api/t/${COUNTY}/dispatch-precedents`, of('handler'))
    expect({ status, body }).toEqual({ status: 200, body: { precedents: [] } })
  })
})
