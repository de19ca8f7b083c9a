import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootProduct, type ProductCloud } from '../support/product-cloud.ts'

const TENANT = '500229'
const CITY = '500000'
const base = `/api/t/${TENANT}/organisation`
const administrator = { tenant: TENANT, person: 'a1', posts: ['administrator'] }
const collector = { tenant: TENANT, person: 'c1', posts: ['collector'] }
const commission = { tenant: undefined, city: CITY, person: 'k1', posts: ['commission-administrator'] }

let cloud: ProductCloud
beforeAll(async () => {
  // Tuesday, 09:00 in China
  cloud = await bootProduct('2026-11-24T01:00:00Z')
  await cloud.post(`/api/city/${CITY}`, { name: '重庆市' }, { claims: commission })
  const first = { name: '首位', phone: '13900000001' }
  const founding = { tenant: TENANT, name: '城口县', administrator: first }
  await cloud.post(`/api/city/${CITY}/tenants`, founding, { claims: commission })
  await cloud.settled()
})
afterAll(() => cloud?.stop())

const ask = (path: string, claims: object = administrator) =>
  cloud.get(`${base}${path}`, claims as Record<string, unknown>)
const tell = (path: string, body: object, key?: string) =>
  cloud.post(`${base}${path}`, body, { claims: administrator, ...(key && { key }) })
/** 100 m eastward and northward of a corner, in degrees; near enough for whole cells. */
const square = (east: number, north: number, size = 0.001) => {
  const [x, y] = [108.7 + east * size, 31.9 + north * size]
  return [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ]
}
const aPerson = (phone: string, posts = ['collector'], name = '张三丰') => ({
  contact: { name, phone },
  posts,
})

describe('the ground of a county', () => {
  it('is read by every post: areas, and the grids of each', async () => {
    const { body } = await ask('/areas', collector)
    expect(body.areas).toHaveLength(230)
    expect((await ask('/areas/500229001/grids', collector)).body.grids).toHaveLength(400)
    expect(await ask('/areas/500229999/grids', collector)).toMatchObject({ status: 404 })
  })

  it('takes an area under one that is there, once, and no other', async () => {
    const village = { version: 0, name: '新村', class: 'village', retired: false }
    const key = randomUUID()
    const first = await tell('/areas/500229102299', village, key)
    expect(first).toMatchObject({ status: 200, body: { code: '500229102299', version: 1 } })
    expect(await tell('/areas/500229102299', village, key)).toEqual(first)
    expect(await tell('/areas/500229102299', village)).toMatchObject({ body: { code: 'record-changed' } })
    expect(await tell('/areas/500229777001', village)).toMatchObject({ body: { code: 'no-parent-area' } })
    expect(await tell('/areas/500235001', village)).toMatchObject({ body: { code: 'unknown-area' } })
  })

  it('lays cells into an outline in the place of the sketch, and finds them there the second time', async () => {
    const outline = { rings: [square(-3, 40, 0.01)], dryRun: false }
    const looked = await tell('/areas/500229001/outline', { ...outline, dryRun: true })
    expect(looked).toMatchObject({ status: 200, body: { added: 0 } })
    const laid = await tell('/areas/500229001/outline', outline)
    expect(laid.body.cells).toBeGreaterThan(90)
    expect(laid.body.changed + laid.body.added).toBe(laid.body.cells + laid.body.retired)
    const again = await tell('/areas/500229001/outline', outline)
    expect(again.body).toMatchObject({ cells: laid.body.cells, added: 0, changed: 0 })
    const { grids } = (await ask('/areas/500229001/grids')).body
    const cells = grids.filter(
      ({ source, sketch }: { source: string; sketch: boolean }) => source === 'generated' && !sketch,
    )
    expect(cells).toHaveLength(laid.body.cells)
  })

  it('refuses an outline of more than 20,000 cells and one that an area cannot number, and says why', async () => {
    const county = { rings: [square(0, 0, 0.2)], dryRun: true }
    expect(await tell('/areas/500229001/outline', county)).toMatchObject({
      status: 409,
      body: { code: 'too-many-cells', detail: expect.stringMatching('20,000') },
    })
    const town = { rings: [square(0, 0, 0.04)], dryRun: true }
    expect(await tell('/areas/500229001/outline', town)).toMatchObject({
      body: { code: 'area-numbers-exhausted', detail: expect.stringMatching('999') },
    })
    const crossed = {
      rings: [
        [
          [108.7, 31.9],
          [108.71, 31.91],
          [108.71, 31.9],
          [108.7, 31.91],
          [108.7, 31.9],
        ],
      ],
      dryRun: true,
    }
    expect(await tell('/areas/500229001/outline', crossed)).toMatchObject({ status: 400 })
  })

  it('imports a drawing whole, or tells the rows that are wrong and leaves everything', async () => {
    const features = [
      { code: '500229102001101', rings: [square(50, 0)] },
      { code: '500229102001102', rings: [square(50.5, 0)] },
    ]
    const wrong = await tell('/grids', { features, dryRun: false })
    expect(wrong.body).toMatchObject({
      added: 0,
      problems: [{ row: 2, field: 'geometry', code: 'overlaps', sentence: expect.stringMatching('重叠') }],
    })
    const right = [features[0], { ...features[1], rings: [square(51, 0)] }]
    expect((await tell('/grids', { features: right, dryRun: false })).body).toMatchObject({
      added: 2,
      problems: [],
    })
    expect((await tell('/grids', { features: right, dryRun: false })).body).toMatchObject({
      added: 0,
      same: 2,
    })
  })
})

describe('a grid', () => {
  it('is renamed, ended, and comes back only where nothing lies by then', async () => {
    const keep = (version: number, retired: boolean, code = '500229102001101') =>
      tell(`/grids/${code}`, { version, name: '中心小学', class: 'town', retired })
    expect((await keep(1, true)).body).toMatchObject({ name: '中心小学', retired: true, version: 2 })
    const over = [{ code: '500229102001201', rings: [square(50.2, 0)] }]
    expect((await tell('/grids', { features: over, dryRun: false })).body.problems).toMatchObject([
      { code: 'overlaps' },
    ])
    const there = [{ code: '500229102001201', rings: [square(49.9, 0)] }]
    expect((await tell('/grids', { features: there, dryRun: false })).body).toMatchObject({ added: 1 })
    expect((await keep(2, false)).body.code).toBe('grids-overlap')
    expect((await keep(1, false)).body.code).toBe('record-changed')
    expect((await keep(1, false, '500229102001999')).body.code).toBe('unknown-grid')
  })
})

describe('the people of a county', () => {
  let person: string

  it('come by invitation, each with a number of their own and at least one post', async () => {
    const key = randomUUID()
    const added = await tell('/people', aPerson('13800000001'), key)
    expect(added).toMatchObject({ status: 201, body: { posts: ['collector'], state: 'invited', version: 1 } })
    person = added.body.person
    expect((await tell('/people', aPerson('13800000001'), key)).body.person).toBe(person)
    expect(await tell('/people', aPerson('13800000001'))).toMatchObject({ body: { code: 'phone-taken' } })
    expect(await tell('/people', aPerson('13900000001'))).toMatchObject({ body: { code: 'phone-taken' } })
    expect(await tell('/people', aPerson('13800000002', []))).toMatchObject({
      status: 400,
      body: { fields: [{ field: 'posts', code: 'missing' }] },
    })
    expect(await tell('/people', aPerson('13800000002', ['administrator', 'auditor']))).toMatchObject({
      body: { code: 'administrators-separate' },
    })
    expect(await tell('/people', aPerson('13800000002', ['supervisor']))).toMatchObject({
      body: { fields: [{ field: 'posts.0', code: 'not-offered' }] },
    })
  })

  it('are masked in the list, and read in clear one by one, by those who call', async () => {
    const { people } = (await ask('/people', collector)).body
    expect(people.find((one: { person: string }) => one.person === person)).toMatchObject({
      name: '张*',
      phone: '138****0001',
    })
    expect((await ask(`/people/${person}`)).body).toMatchObject({ name: '张三丰', phone: '13800000001' })
    expect(await ask(`/people/${person}`, collector)).toMatchObject({ status: 403 })
    expect(await ask('/people/nobody')).toMatchObject({ body: { code: 'unknown-person' } })
  })

  it('are changed on the version that was seen, and give themselves no posts', async () => {
    const change = { version: 1, posts: ['collector', 'inspector'], unit: 'centre' }
    expect(await tell(`/people/${person}`, change)).toMatchObject({
      status: 200,
      body: { posts: ['collector', 'inspector'], unit: 'centre', version: 2 },
    })
    expect(await tell(`/people/${person}`, change)).toMatchObject({ body: { code: 'record-changed' } })
    expect(await tell(`/people/${person}`, { ...change, version: 2, unit: 'nowhere' })).toMatchObject({
      body: { fields: [{ field: 'unit', code: 'unknown-id' }] },
    })
    const own = await cloud.post(
      `${base}/people/${person}`,
      { ...change, version: 2, posts: ['administrator'] },
      {
        claims: { ...administrator, person },
      },
    )
    expect(own.body.code).toBe('own-posts')
  })

  it('change their number, which is free for another then', async () => {
    const contact = { name: '张三丰', phone: '13800000009' }
    const change = { version: 2, posts: ['collector', 'inspector'], contact }
    expect((await tell(`/people/${person}`, change)).body).toMatchObject({ version: 3 })
    expect((await tell('/people', aPerson('13800000001', ['acceptor'], '李四'))).status).toBe(201)
    expect(await tell('/people', aPerson('13800000009'))).toMatchObject({ body: { code: 'phone-taken' } })
  })

  it('stand in for others, from today on, for a post that these hold', async () => {
    const { person: other } = (await tell('/people', aPerson('13800000003', ['dispatcher']))).body
    const standIn = { post: 'dispatcher', for: other, from: '2026-11-24', until: '2026-11-30' }
    const lend = (changes: object, version = 3) =>
      tell(`/people/${person}/stand-ins`, { version, standIns: [{ ...standIn, ...changes }] })
    for (const [changes, field, code] of [
      [{ from: '2026-11-23' }, 'from', 'in-the-past'],
      [{ from: '2026-10-01', until: '2026-10-02' }, 'until', 'in-the-past'],
      [{ until: '2026-11-23' }, 'until', 'not-after-start'],
      [{ for: 'nobody' }, 'for', 'unknown-id'],
      [{ for: person }, 'for', 'unknown-id'],
      [{ post: 'leader' }, 'post', 'post-not-theirs'],
    ] as const)
      expect((await lend(changes)).body).toMatchObject({ fields: [{ field: `standIns.0.${field}`, code }] })
    expect((await lend({})).body).toMatchObject({ version: 4, standIns: [standIn] })
  })

  it('leave a post vacant that nobody active holds, which is told for any day', async () => {
    const { body } = await ask('/vacancies?date=2026-12-01', collector)
    expect(body.date).toBe('2026-12-01')
    expect(body.posts.find(({ post }: { post: string }) => post === 'dispatcher')).toMatchObject({
      holders: 0,
      vacant: true,
    })
    expect((await ask('/vacancies')).body.date).toBe('2026-11-24')
  })

  it('leave for good, and set their number free', async () => {
    expect((await tell(`/people/${person}/leave`, { version: 4 })).body).toMatchObject({ state: 'left' })
    expect(await tell(`/people/${person}`, { version: 5, posts: ['collector'] })).toMatchObject({
      body: { code: 'has-left' },
    })
    expect((await tell('/people', aPerson('13800000009'))).status).toBe(201)
  })
})

describe('units, beats and duty hours', () => {
  it('keep the contact of a unit that never signs in, read in clear by those who call', async () => {
    const { units } = (await ask('/units', collector)).body
    const { id, version, ...gas } = units.find((one: { id: string }) => one.id === 'gas')
    const contact = { name: '王五', phone: '023-59220001' }
    expect(gas).toMatchObject({ actedFor: true })
    expect((await tell('/units/gas', { version, unit: { ...gas, contact } })).body).toMatchObject({
      version: 2,
    })
    expect(JSON.stringify((await ask('/units', collector)).body)).not.toContain('王五')
    expect((await ask('/units/gas/contact')).body).toEqual({ contact })
    expect((await ask('/units/gas/contact', collector)).status).toBe(403)
    expect(await tell('/units/gas', { version: 2, unit: { ...gas, lead: 'nobody' } })).toMatchObject({
      body: { fields: [{ field: 'unit.lead', code: 'unknown-id' }] },
    })
  })

  it('give each grid to one beat, and the beat to a collector', async () => {
    const { person } = (await tell('/people', aPerson('13800000005'))).body
    const beat = { name: '滨江路段', collector: person, grids: ['500229102202001'], retired: false }
    const keep = (id: string, changes: object = {}) =>
      tell(`/beats/${id}`, { version: 0, beat: { ...beat, ...changes } })
    expect((await keep('b1')).body).toMatchObject({ id: 'b1', version: 1 })
    expect((await keep('b2')).body.code).toBe('grid-in-other-beat')
    expect((await keep('b2', { grids: ['500229102202009'] })).body.fields).toMatchObject([
      { field: 'grids.0', code: 'unknown-id' },
    ])
    expect((await keep('b2', { grids: [], collector: 'first' })).body.fields).toMatchObject([
      { field: 'collector' },
    ])
    expect((await ask('/beats', collector)).body.beats).toHaveLength(1)
  })

  it('tell who is reached on which number on a day', async () => {
    const row = (day: string, changes: object = {}) => ({
      day,
      from: '08:00',
      until: '20:00',
      phone: '023-59220002',
      ...changes,
    })
    const keep = (version: number, ...table: object[]) => tell('/duty', { version, table })
    expect((await keep(0, row('2026-11-01'))).body.fields).toMatchObject([
      { field: 'table.0.day', code: 'in-the-past' },
    ])
    expect((await keep(0, row('monday'), row('monday', { from: '19:00' }))).body.fields).toMatchObject([
      { field: 'table.1.from', code: 'repeated' },
    ])
    expect((await keep(0, row('monday', { until: '07:00' }))).body.fields).toMatchObject([
      { code: 'not-after-start' },
    ])
    expect((await keep(0, row('tuesday'), row('2027-01-01', { phone: '13800001234' }))).body).toEqual({
      version: 1,
    })
    expect((await ask('/duty', collector)).body.today).toMatchObject([{ day: 'tuesday' }])
    expect((await ask('/duty?date=2027-01-01')).body.today).toMatchObject([{ phone: '13800001234' }])
    expect((await ask('/duty?date=2027-01-02')).body.today).toEqual([])
    expect((await keep(0)).body.code).toBe('record-changed')
  })
})

describe('the people of a commission', () => {
  const staff = `/api/city/${CITY}/staff`
  it('stand under the city, come and go like those of a county, and are of its posts', async () => {
    const add = (phone: string, posts: string[]) =>
      cloud.post(staff, aPerson(phone, posts), { claims: commission })
    expect((await add('13700000001', ['collector'])).body.fields).toMatchObject([{ field: 'posts.0' }])
    const { status, body } = await add('13700000001', ['supervisor'])
    expect([status, body.state]).toEqual([201, 'invited'])
    const { people, posts } = (await cloud.get(staff, { ...commission, posts: ['supervisor'] })).body
    expect(people).toMatchObject([{ person: body.person, name: '张*', phone: '137****0001' }])
    expect(posts.every(({ vacant }: { vacant: boolean }) => vacant)).toBe(true)
    const left = await cloud.post(`${staff}/${body.person}/leave`, { version: 1 }, { claims: commission })
    expect(left.body.state).toBe('left')
  })
})
