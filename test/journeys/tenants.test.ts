import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StepDone } from '../../shared/tenants/tenant.ts'
import { bootProduct, type ProductCloud } from '../support/product-cloud.ts'

const commission = {
  tenant: undefined,
  city: '500000',
  person: 'c1',
  posts: ['commission-administrator'],
}
const city = '/api/city/500000'
const founding = {
  tenant: '500229',
  name: '城口县',
  administrator: { name: '何某', phone: '13900000001' },
}
const staff = { tenant: '500229', posts: ['acceptor'] }

let cloud: ProductCloud
beforeAll(async () => {
  cloud = await bootProduct('2026-11-24T01:00:00Z')
  await cloud.post(city, { name: '重庆市' }, { claims: commission })
})
afterAll(() => cloud?.stop())

const view = async () => (await cloud.get(`${city}/tenants/500229`, commission)).body

describe('a county under its city', () => {
  it('is founded and made whole, step after step', async () => {
    const { status, body } = await cloud.post(`${city}/tenants`, founding, { claims: commission })
    expect(body).toMatchObject({ tenant: '500229', state: 'trial', onboarding: { state: 'running' } })
    expect(status).toBe(201)
    await cloud.settled()
    const { onboarding, steps } = await view()
    expect(onboarding).toEqual({ state: 'done', attempt: 1 })
    const laid = Object.fromEntries(steps.map(({ step, counts }: StepDone) => [step, counts]))
    expect(laid).toMatchObject({
      areas: { streets: 25, communities: 204 },
      catalogue: { classes: 11, kinds: 204 },
      health: { areas: 230, kinds: 204, years: 1, administrators: 1 },
    })
  })

  it('is listed once, however often it is asked for', async () => {
    expect(await cloud.post(`${city}/tenants`, founding, { claims: commission })).toMatchObject({
      status: 409,
      body: { code: 'tenant-exists' },
    })
    expect((await cloud.get(`${city}/tenants`, commission)).body).toEqual({
      city: '500000',
      name: '重庆市',
      tenants: [{ tenant: '500229', name: '城口县', state: 'trial' }],
    })
  })

  it('takes no command while it is paused, and is read all the same', async () => {
    const { version } = await view()
    const paused = await cloud.post(
      `${city}/tenants/500229/actions/pause`,
      { version },
      { claims: commission },
    )
    expect(paused).toMatchObject({ status: 200, body: { state: 'paused' } })
    const report = { words: '路灯不亮', place: '东大街' }
    expect(await cloud.post('/api/t/500229/cases', report, { claims: staff })).toMatchObject({
      status: 403,
      body: { code: 'county-closed' },
    })
    expect(await cloud.get('/api/t/500229', staff)).toEqual({
      status: 200,
      body: { county: '500229', placeName: '城口县', state: 'paused', relaxed: [] },
    })
    const resumed = await cloud.post(
      `${city}/tenants/500229/actions/resume`,
      { version: version + 1 },
      { claims: commission },
    )
    expect(resumed).toMatchObject({ status: 200, body: { state: 'trial' } })
    expect((await cloud.post('/api/t/500229/cases', report, { claims: staff })).status).toBe(201)
  })

  it.each([
    [{ ...founding, tenant: '50022' }, 'tenant', 'wrong-format'],
    [{ ...founding, tenant: '510104' }, 'tenant', 'not-under-city'],
    [{ ...founding, tenant: '500230' }, 'name', 'already-used'],
    [{ tenant: '500230', name: '丰都县' }, 'administrator', 'missing'],
    [{ ...founding, administrator: { name: '何某', phone: '12' } }, 'administrator.phone', 'wrong-format'],
  ])('is told what is wrong with %j', async (input, field, code) => {
    const { status, body } = await cloud.post(`${city}/tenants`, input, { claims: commission })
    expect(status).toBe(400)
    expect(body.fields).toEqual([expect.objectContaining({ field, code })])
  })
})
