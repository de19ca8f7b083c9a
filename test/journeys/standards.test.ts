import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootProduct, type ProductCloud } from '../support/product-cloud.ts'

const ofCity = (...posts: string[]) => ({ tenant: undefined, city: '500000', person: 'c1', posts })
const keeper = ofCity('standards-keeper')
const commission = ofCity('commission-administrator')
const of = (tenant: string, ...posts: string[]) => ({ tenant, person: 'p1', posts })
const city = '/api/city/500000'

let cloud: ProductCloud
beforeAll(async () => {
  // Tuesday, 09:00 in China
  cloud = await bootProduct('2026-11-24T01:00:00Z')
  await cloud.post(city, { name: '重庆市' }, { claims: commission })
  for (const [tenant, name] of [
    ['500229', '城口县'],
    ['500238', '巫溪县'],
  ]) {
    const administrator = { name: '何某', phone: '13900000001' }
    await cloud.post(`${city}/tenants`, { tenant, name, administrator }, { claims: commission })
  }
  await cloud.settled()
}, 60_000)
afterAll(() => cloud?.stop())

const settingsOf = async (tenant: string) => {
  const { body } = await cloud.get(`${city}/tenants/${tenant}`, commission)
  return { version: body.version, settings: body.settingsNow.settings }
}

describe('the calendar of a county', () => {
  it('is the standard one, with the years it should know by now', async () => {
    const answer = await cloud.get('/api/t/500229/calendar', of('500229', 'collector'))
    expect(answer).toMatchObject({
      status: 200,
      body: { version: 'default-2026', years: [2026], missingYears: [], today: [{ from: '08:00' }, {}] },
    })
  })

  it('with its own days and limits, and the year that the city imported, times what begins from now on', async () => {
    const imported = await cloud.post(
      `${city}/calendars/default-2026/years`,
      { as: 'cq-2027', year: 2027, holidays: ['2027-01-01'], workdays: [] },
      { claims: keeper },
    )
    expect(imported).toMatchObject({ status: 201, body: { version: 'cq-2027', years: [2026, 2027] } })
    const { version, settings } = await settingsOf('500238')
    const limits = { reported: { amount: 1, unit: 'work_hour' } }
    const unknown = await cloud.post(
      `${city}/tenants/500238/settings`,
      { version, settings: { ...settings, calendar: 'cq-2028' } },
      { claims: commission },
    )
    expect(unknown).toMatchObject({ status: 404, body: { code: 'unknown-calendar' } })
    const changed = await cloud.post(
      `${city}/tenants/500238/settings`,
      { version, settings: { ...settings, calendar: 'cq-2027', limits } },
      { claims: commission },
    )
    expect(changed.status).toBe(200)
    const own = { daysOff: ['2026-11-24'], workdays: [], seasons: [] }
    const kept = await cloud.post(
      '/api/t/500238/calendar/own',
      { sequence: 0, own },
      { claims: of('500238', 'administrator') },
    )
    expect(kept).toMatchObject({ status: 200, body: { sequence: 1, own } })
    const report = { words: '路灯不亮', place: '东大街' }
    const { status, body } = await cloud.post('/api/t/500238/cases', report, {
      claims: of('500238', 'acceptor'),
    })
    // off today: an hour of Wednesday
    expect({ status, due: body.due }).toEqual({ status: 201, due: '2026-11-25T01:00:00Z' })
    const other = await cloud.post('/api/t/500229/cases', report, { claims: of('500229', 'acceptor') })
    expect(other.body.due).toMatch(/^2026-11-24T01:1/)
  })
})

describe('the catalogue of a county', () => {
  const administrator = of('500229', 'administrator')

  it('is laid with its city, lists what awaits confirmation, and is kept by a case that is filed', async () => {
    const { body } = await cloud.get('/api/t/500229/catalogue', of('500229', 'collector'))
    expect(body).toMatchObject({ publication: { version: '500229-1', template: 'base-1', kinds: 204 } })
    const waiting = await cloud.get('/api/t/500229/catalogue/unconfirmed', administrator)
    expect(waiting.body.kinds).toHaveLength(72)
    const kind = await cloud.get('/api/t/500229/catalogue/kinds/10101', of('500229', 'inspector'))
    expect(kind.body).toMatchObject({ version: '500229-1', kind: { code: '10101' } })
    expect(kind.body.conditions).toHaveLength(4)
    const desk = { claims: of('500229', 'acceptor', 'shift-leader') }
    const report = { words: '井盖破损', place: '东大街', kind: '10101' }
    const reported = await cloud.post('/api/t/500229/cases', report, desk)
    const path = `/api/t/500229/cases/${reported.body.id}`
    await cloud.post(`${path}/actions/accept`, { version: 1 }, desk)
    const filing = { version: 2, evidence: { filingCondition: '10101-1' } }
    expect((await cloud.post(`${path}/actions/file`, filing, desk)).status).toBe(200)
    expect((await cloud.get(path, desk.claims)).body).toMatchObject({ catalogue: '500229-1' })
  })

  it('takes the template that the commission drafts, publishes and pushes', async () => {
    const base = await cloud.get(`${city}/catalogue/templates/base-1`, keeper)
    const [first, ...kinds] = base.body.kinds
    const renamed = { ...first, name: { zh: '自来水井盖', en: 'Tap-water cover' } }
    const catalogue = { ...base.body, version: 'cq-2026', kinds: [renamed, ...kinds] }
    const drafted = await cloud.post(
      `${city}/catalogue/draft`,
      { revision: 0, catalogue },
      { claims: keeper },
    )
    expect(drafted).toMatchObject({ status: 200, body: { revision: 1, kinds: 204, unconfirmed: 72 } })
    const shown = await cloud.get(`${city}/catalogue/draft`, ofCity('supervisor'))
    expect(shown.body.diff.kinds.changed).toMatchObject([{ after: { code: '10101' } }])
    const published = await cloud.post(`${city}/catalogue/publications`, { revision: 1 }, { claims: keeper })
    expect(published).toMatchObject({ status: 201, body: { version: 'cq-2026', sequence: 1 } })
    const pushed = await cloud.post(
      `${city}/catalogue/templates/cq-2026/pushes`,
      { counties: ['500229', '510104'] },
      { claims: keeper },
    )
    expect(pushed.body.counties).toEqual([
      { tenant: '500229', outcome: 'proposed' },
      { tenant: '510104', outcome: 'unknown-tenant' },
    ])
    const offered = await cloud.get('/api/t/500229/catalogue/proposal', administrator)
    expect(offered.body).toMatchObject({ proposal: { template: 'cq-2026' }, collisions: [] })
    const taken = await cloud.post(
      '/api/t/500229/catalogue/proposal',
      { sequence: 1, template: 'cq-2026' },
      { claims: administrator },
    )
    expect(taken).toMatchObject({ status: 201, body: { version: '500229-2', cause: 'taken' } })
  })

  it('has a kind of its own once the commission approves it', async () => {
    const wish = {
      class: '101',
      name: { zh: '缆车立柱', en: 'Cable-car pillar' },
      conditions: [
        {
          grade: 'ordinary',
          limit: { amount: 2, unit: 'work_day' },
          filing: { zh: '立柱倾斜或破损', en: 'The pillar leans or is broken' },
          closing: { zh: '立柱已扶正修复', en: 'The pillar stands and is whole' },
        },
      ],
    }
    const asked = await cloud.post('/api/t/500229/catalogue/extensions', wish, { claims: administrator })
    expect(asked).toMatchObject({ status: 201, body: { code: '10199', state: 'proposed' } })
    const seen = await cloud.get(`${city}/tenants/500229/extensions`, keeper)
    expect(seen.body.extensions).toMatchObject([{ code: '10199' }])
    const approved = await cloud.post(
      `${city}/tenants/500229/extensions/10199`,
      { decision: 'approve' },
      { claims: keeper },
    )
    expect(approved).toMatchObject({ status: 200, body: { state: 'approved' } })
    const { body } = await cloud.get('/api/t/500229/catalogue/versions', of('500229', 'leader'))
    expect(body.versions.map(({ cause }: { cause: string }) => cause)).toEqual(['laid', 'taken', 'extended'])
  })

  it('refuses a document with a class that is not there, naming list, row and column', async () => {
    const base = await cloud.get(`${city}/catalogue/templates/base-1`, keeper)
    const { classes, ...rest } = base.body
    const catalogue = { ...rest, version: 'cq-2027', classes: classes.slice(1) }
    const { status, body } = await cloud.post(
      `${city}/catalogue/draft`,
      { revision: 1, catalogue },
      { claims: keeper },
    )
    expect({ status, code: body.code, count: body.fields.length }).toEqual({
      status: 400,
      code: 'invalid-input',
      count: 57,
    })
    expect(body.fields[0]).toMatchObject({
      field: 'catalogue.kinds.0.code',
      message: '没有这个大类，请先在大类表中加上，或核对前三位代码。',
    })
  })
})
