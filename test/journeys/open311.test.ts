import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeCase } from '../support/close-case.ts'
import { foundCounty } from '../support/found-county.ts'
import { createGeoReportClient, type GeoReportClient } from '../support/georeport-client.ts'
import { georeportIsHere, misfits } from '../support/georeport-schema.ts'
import { jpegOf } from '../support/pictures.ts'
import { bootProduct, type ProductCloud } from '../support/product-cloud.ts'

const COUNTY = '500229'
const administrator = { tenant: COUNTY, person: 'a1', posts: ['administrator'] }
const SEAT = { lat: '31.9466', long: '108.6652' }
const LAMP = '10137'

let cloud: ProductCloud
let client: GeoReportClient
let anybody: GeoReportClient
let apiKey: string

const createClient = async (name: string, key: string = randomUUID()) =>
  cloud.post(`/api/t/${COUNTY}/clients`, { name }, { claims: administrator, key })

beforeAll(async () => {
  cloud = await bootProduct('2026-11-24T01:00:00Z')
  await foundCounty(cloud, COUNTY, '城口县')
  const created = await createClient('路灯管理系统')
  expect(created.status).toBe(201)
  apiKey = created.body.apiKey
  client = createGeoReportClient(cloud.baseUrl, COUNTY, apiKey)
  anybody = createGeoReportClient(cloud.baseUrl, COUNTY)
}, 180_000)
afterAll(() => cloud?.stop())

const staff = (person: string, post: string) => ({ tenant: COUNTY, person, sub: person, posts: [post] })

const idOf = async (number: string) => {
  const { body } = await cloud.get(`/api/t/${COUNTY}/queues/acceptor?limit=100`, staff('s1', 'acceptor'))
  return (body.cases as { id: string; number: string }[]).find((one) => one.number === number)!.id
}

const lamp = (changes: Record<string, string> = {}) => ({
  service_code: LAMP,
  ...SEAT,
  address_string: '东大街 12 号前',
  description: `路灯不亮 ${randomUUID()}`,
  ...changes,
})

describe('a program that knows the specification alone', () => {
  it('walks from the discovery to a request, follows it to its end and hears of each step', async () => {
    const discovery = await client.ask('/open311/v2/discovery.xml')
    expect(discovery).toMatchObject({ status: 200, type: 'text/xml; charset=utf-8' })
    const [endpoint] = discovery.body.endpoints
    expect(endpoint.specification).toBe('http://wiki.open311.org/GeoReport_v2')
    expect(new URL(endpoint.url).pathname).toBe('/open311/v2')
    expect(endpoint.formats).toEqual(['text/xml', 'application/json'])

    const services = await client.get('services.json')
    const lampService = services.body.find((one: { service_code: string }) => one.service_code === LAMP)
    expect(lampService).toMatchObject({ metadata: true, type: 'realtime', group: expect.any(String) })

    const definition = await client.get(`services/${LAMP}.json`)
    const [observed] = definition.body.attributes
    expect(observed).toMatchObject({
      code: 'observed',
      datatype: 'singlevaluelist',
      variable: true,
      order: 1,
    })
    const [{ key, name }] = observed.values

    const posted = await client.post('requests.json', {
      ...lamp({ description: '路灯不亮，电话 13800001234' }),
      'attribute[observed]': key,
      phone: '13900002222',
      last_name: '王',
      first_name: '某',
    })
    expect(posted.status).toBe(200)
    const [{ service_request_id: id }] = posted.body
    expect(id).toMatch(/^500229\d{13}$/)
    await cloud.settled()

    const [own] = (await client.getAsOwner(`requests/${id}.json`, { extensions: 'true' })).body
    expect(own).toMatchObject({
      service_request_id: id,
      status: 'open',
      status_notes: '已收到',
      service_code: LAMP,
      description: `路灯不亮，电话 ****\n${name}`,
      lat: Number(SEAT.lat),
      long: Number(SEAT.long),
      extended_attributes: { channel: 'open311', state: 'received' },
      notes: [{ type: 'received' }],
    })
    const [other] = (await anybody.get(`requests/${id}.json`)).body
    expect(other).not.toHaveProperty('description')
    expect(other).not.toHaveProperty('lat')

    const caseId = await idOf(id)
    const file = await cloud.get(`/api/t/${COUNTY}/cases/${caseId}`, staff('s1', 'acceptor'))
    expect(file.body).toMatchObject({ channel: 'open311', history: [{ post: 'reporter' }] })
    await closeCase(cloud, COUNTY, caseId)

    const [closed] = (await anybody.get(`requests/${id}.json`)).body
    expect(closed).toMatchObject({ status: 'closed', status_notes: '已办结', lat: Number(SEAT.lat) })
    expect(closed.agency_responsible).toBeTruthy()
    for (const secret of ['王', '13900002222', '13800001234', '东大街', 's1', 's3', '王主任'])
      expect(JSON.stringify(closed), secret).not.toContain(secret)

    const updates = await anybody.get('servicerequestupdates.json')
    const told = updates.body.filter((one: { service_request_id: string }) => one.service_request_id === id)
    expect(told.map((one: { external_status_code: string }) => one.external_status_code)).toEqual([
      'accepted',
      'in-hand',
      'done',
    ])
    expect(told.at(-1)).toMatchObject({ status: 'closed', update_id: expect.stringMatching(`^${id}-`) })

    const reopened = await client.post('servicerequestupdates.json', {
      service_request_id: id,
      update_id: 'theirs-1',
      status: 'REOPEN',
      updated_datetime: '2026-11-24T10:00:00+08:00',
      description: '灯还是不亮',
    })
    expect(reopened).toMatchObject({ status: 200, body: [{ service_request_id: id }] })
    const [again] = (await anybody.get(`requests/${id}.json`)).body
    expect(again.status).toBe('open')
  })

  it('is answered by what the published description promises', async (context) => {
    if (!georeportIsHere) context.skip()
    const { body: services } = await client.get('services.json')
    expect(misfits('get', '/services.{response_format}', services)).toEqual([])
    for (const { service_code: code } of services.slice(0, 20))
      expect(
        misfits(
          'get',
          '/services/{service_code}.{response_format}',
          (await client.get(`services/${code}.json`)).body,
        ),
      ).toEqual([])
    const posted = await client.post('requests.json', lamp())
    expect(misfits('post', '/requests.{response_format}', posted.body)).toEqual([])
    await cloud.settled()
    const list = await client.getAsOwner('requests.json')
    expect(list.body.length).toBeGreaterThan(0)
    expect(misfits('get', '/requests.{response_format}', list.body)).toEqual([])
    const [one] = (await client.get(`request/${posted.body[0].service_request_id}.json`)).body
    expect(misfits('get', '/request/{service_request_id}.{response_format}', one)).toEqual([])
  })

  it('reads the same facts in XML as in JSON', async () => {
    for (const path of ['services', `services/${LAMP}`, 'requests', 'servicerequestupdates']) {
      const [xml, json] = [await client.get(`${path}.xml`), await client.get(`${path}.json`)]
      expect([path, xml.status, xml.type]).toEqual([path, 200, 'text/xml; charset=utf-8'])
      expect(xml.body).toEqual(asText(json.body))
    }
    const xml = await anybody.post('requests.xml', lamp())
    expect(xml).toMatchObject({ status: 403, type: 'text/xml; charset=utf-8', body: [{ code: '403' }] })
  })
})

/** Scalars as XML has them. */
function asText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asText)
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, asText(inner)]))
}

describe('the pictures of a request', () => {
  it('come with the form, and are shown to who sent them', async () => {
    const posted = await client.upload('requests.json', lamp(), [Uint8Array.from(await jpegOf(64, 48))])
    expect(posted.status).toBe(200)
    await cloud.settled()
    const [own] = (await client.getAsOwner(`requests/${posted.body[0].service_request_id}.json`)).body
    const { pathname, search } = new URL(own.media_url)
    const shown = await fetch(new URL(pathname + search, cloud.baseUrl))
    expect(shown.headers.get('content-type')).toBe('image/jpeg')
    const other = await client.ask(pathname + search.replace(/pass=.*/, 'pass=none'))
    expect(other).toMatchObject({ status: 404, body: [{ code: 404 }] })
  })

  it('that are none are refused, and nothing is entered', async () => {
    const fields = lamp()
    const refused = await client.upload('requests.json', fields, [new Uint8Array([1, 2, 3])])
    expect(refused).toMatchObject({
      status: 400,
      body: [{ code: 400, description: expect.stringContaining('照片') }],
    })
    const posted = await client.post('requests.json', { ...fields, description: '没有照片的上报' })
    expect(posted.status).toBe(200)
  })

  it('named by an address are fetched later: a token is answered, and becomes a request', async () => {
    // an address within a network is never called
    const posted = await client.post('requests.json', lamp({ media_url: 'http://10.0.0.1/lamp.jpg' }))
    const [{ token, service_request_id: none }] = posted.body
    expect(none).toBeUndefined()
    expect(token).toMatch(/^[0-9A-Z]{26}$/)
    await cloud.settled()
    const found = await client.get(`tokens/${token}.json`)
    expect(found.body).toEqual([{ token, service_request_id: expect.stringMatching(/^500229/) }])
    const [own] = (await client.getAsOwner(`requests/${found.body[0].service_request_id}.json`)).body
    expect(own.description).toContain('附图未能取回：http://10.0.0.1/lamp.jpg')
    expect(await client.get(`tokens/${'0'.repeat(26)}.xml`)).toMatchObject({ status: 404 })
  })
})

describe('the same submission again', () => {
  it('is the same request within minutes, and another after a while', async () => {
    const fields = lamp()
    const first = await client.post('requests.json', fields)
    expect(await client.post('requests.json', fields)).toEqual(first)
    await cloud.advance(9 * 60_000)
    expect((await client.post('requests.json', fields)).body[0].service_request_id).toBe(
      first.body[0].service_request_id,
    )
    await cloud.advance(25 * 60_000)
    expect((await client.post('requests.json', fields)).body[0].service_request_id).not.toBe(
      first.body[0].service_request_id,
    )
  })

  it('is known by its key, where a client sends one', async () => {
    const [key, fields] = [randomUUID(), lamp()]
    const first = await client.post('requests.json', fields, key)
    expect(await client.post('requests.json', fields, key)).toEqual(first)
    expect(await client.post('requests.json', lamp(), key)).toMatchObject({
      status: 409,
      body: [{ code: 409 }],
    })
  })

  it('of an update is taken once', async () => {
    const [{ service_request_id: id }] = (await client.post('requests.json', lamp())).body
    await cloud.settled()
    const update = {
      service_request_id: id,
      update_id: randomUUID(),
      status: 'OPEN',
      updated_datetime: '2026-11-24T02:00:00Z',
      description: '仍然不亮，请尽快',
    }
    const first = await client.post('servicerequestupdates.json', update)
    expect(first.status).toBe(200)
    expect(await client.post('servicerequestupdates.json', update)).toEqual(first)
    const changed = { ...update, description: '另一句话' }
    expect((await client.post('servicerequestupdates.json', changed)).status).toBe(409)
    const file = await cloud.get(`/api/t/${COUNTY}/cases/${await idOf(id)}`, staff('s1', 'acceptor'))
    expect(file.body.history.map(({ action }: { action: string }) => action)).toEqual(['report', 'remind'])
  })
})

describe('a list of requests', () => {
  it('is asked for by ids, kinds, states, days and pages', async () => {
    await client.post('requests.json', lamp())
    await cloud.settled()
    const all = (await anybody.get('requests.json')).body as { service_request_id: string; status: string }[]
    const ids = all.slice(0, 2).map((one) => one.service_request_id)
    const named = await anybody.get('requests.json', {
      service_request_id: ids.join(','),
      status: 'nonsense',
    })
    expect(named.body.map((one: { service_request_id: string }) => one.service_request_id)).toEqual(ids)
    const paged = await anybody.get('requests.json', { page: '2', page_size: '1' })
    expect(paged.body).toEqual([all[1]])
    expect((await anybody.get('requests.json', { page: '99999' })).body).toEqual([])
    const open = await anybody.get('requests.json', { status: 'open' })
    expect(open.body.every(({ status }: { status: string }) => status === 'open')).toBe(true)
    expect((await anybody.get('requests.json', { service_code: '20101,20102' })).body).toEqual([])
    const before = { end_date: '2026-11-01T00:00:00Z' }
    expect((await anybody.get('requests.json', before)).body).toEqual([])
    const since = await anybody.get('requests.json', { start_date: '2026-11-24T08:00:00+08:00' })
    expect(since.body.length).toBe(all.length)
  })

  it.each([
    ['span', { start_date: '2026-01-01T00:00:00Z', end_date: '2026-11-24T00:00:00Z' }, /90 天/],
    ['no zone', { start_date: '2026-11-24T00:00:00' }, /^start_date: /],
    ['no date', { end_date: 'yesterday' }, /^end_date: /],
    ['backwards', { start_date: '2026-11-24T00:00:00Z', end_date: '2026-11-23T00:00:00Z' }, /^end_date: /],
    ['status', { status: 'maybe' }, /^status: /],
    ['huge page', { page: '1e9' }, /^page: /],
    ['page of nothing', { page_size: '0' }, /^page_size: /],
    ['page of all', { page_size: '1000000' }, /^page_size: /],
  ])('that cannot be told is refused with what to do: %s', async (_, query, description) => {
    const { status, body } = await anybody.get('requests.json', query)
    expect([status, body]).toEqual([400, [{ code: 400, description: expect.stringMatching(description) }]])
  })
})

describe('what cannot be taken', () => {
  it.each([
    ['without a jurisdiction', 'services.json?', 400],
    ['of no county', 'services.json?jurisdiction_id=599999', 404],
    ['of a prefix twin', 'services.json?jurisdiction_id=5002290', 404],
    ['of an unknown kind', `services/29999.json?jurisdiction_id=${COUNTY}`, 404],
    ['of an unknown request', `requests/5002292026112499999.json?jurisdiction_id=${COUNTY}`, 404],
    ['at no address', `nothing.json?jurisdiction_id=${COUNTY}`, 404],
    ['in no format', `services.yaml?jurisdiction_id=${COUNTY}`, 404],
    ['with a wrong key', `requests.json?jurisdiction_id=${COUNTY}&api_key=cy_wrong`, 403],
  ])('%s is said in the form of the specification', async (_, path, status) => {
    const answer = await anybody.ask(`/open311/v2/${path}`)
    expect(answer.status).toBe(status)
    expect(answer.body).toEqual([{ code: status, description: expect.stringMatching(/[。，]/) }])
  })

  it.each([
    ['no kind', { service_code: '' }, 'service_code'],
    ['half a point', { lat: '' }, 'lat'],
    ['a point of another county', { lat: '29.56', long: '106.55' }, 'lat'],
    ['a number in words', { lat: 'thirty-one' }, 'lat'],
    ['a number of computers', { lat: '3.19e1' }, 'lat'],
    ['a number with a comma', { lat: '31,9466' }, 'lat'],
    ['a number of other digits', { lat: '３１.9466' }, 'lat'],
    ['not a number', { lat: 'NaN' }, 'lat'],
    ['a number beyond the pole', { lat: '91' }, 'lat'],
    ['a flood of words', { description: '长'.repeat(4001) }, 'description'],
    ['control characters', { description: 'a\u0000b' }, 'description'],
    ['an unknown attribute', { 'attribute[colour]': 'red' }, 'attribute[colour]'],
    ['an unknown choice', { 'attribute[observed]': '20101-1' }, 'attribute[observed]'],
    ['an unknown component', { 'attribute[component]': '5002290137999999' }, 'attribute[component]'],
    ['no address of a picture', { media_url: 'file:///etc/passwd' }, 'media_url'],
    ['no number to call', { phone: 'call me' }, 'phone'],
  ])('in the form is named by its field: %s', async (_, changes, field) => {
    const { status, body } = await client.post('requests.json', { ...lamp(), ...changes })
    expect([status, body[0].description.split(':')[0]]).toEqual([400, field])
  })

  it('is refused whatever it is sent as, without an error of ours', async () => {
    const send = (body: string | Uint8Array<ArrayBuffer>, type: string) =>
      client.ask(`/open311/v2/requests.json?jurisdiction_id=${COUNTY}&api_key=${apiKey}`, {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      })
    const form = 'application/x-www-form-urlencoded'
    expect((await send('<requests><request/>', 'text/xml')).status).toBe(415)
    expect((await send('{}', 'application/json')).status).toBe(415)
    expect((await send(new Uint8Array([0xff, 0xfe, 0x3d]), form)).status).toBe(400)
    expect((await send('%E4%BD=%FF&&&=', form)).status).toBe(400)
    expect((await send('--x\r\nbroken', 'multipart/form-data; boundary=x')).status).toBe(400)
    expect((await send('service_code=10137', 'multipart/form-data')).status).toBe(415)
    expect((await send(`description=${'x'.repeat(70_000)}`, form)).status).toBe(413)
    const put = await client.ask(`/open311/v2/requests.json?jurisdiction_id=${COUNTY}`, { method: 'PUT' })
    expect(put.status).toBe(405)
  })

  it('keeps hostile text as text', async () => {
    const description = '<script>alert(1)</script> & ]]> "\' 😀 {{7*7}}'
    const [{ service_request_id: id }] = (await client.post('requests.json', lamp({ description }))).body
    await cloud.settled()
    const [json] = (await client.getAsOwner(`requests/${id}.json`)).body
    const [xml] = (await client.getAsOwner(`requests/${id}.xml`)).body
    expect([json.description, xml.description]).toEqual([description, description])
  })
})

describe('a key', () => {
  it('is told once to who had it made, renewed while the one before still opens, and taken away at once', async () => {
    const key = randomUUID()
    const created = await createClient('停车平台', key)
    expect(await createClient('停车平台', key)).toEqual(created)
    const { client: made, apiKey: first } = created.body
    const clients = `/api/t/${COUNTY}/clients`
    const listed = await cloud.get(clients, administrator)
    expect(listed.body.clients).toContainEqual(made)
    expect(JSON.stringify(listed.body)).not.toContain(first)

    const opens = async (one: string) =>
      (await anybody.get('requests.json', { api_key: one, page_size: '1' })).status
    expect(await opens(first)).toBe(200)
    const renewal = { claims: administrator, key: randomUUID() }
    const renewed = await cloud.post(`${clients}/${made.id}/key`, { version: 1 }, renewal)
    const second = renewed.body.apiKey
    expect([await opens(first), await opens(second)]).toEqual([200, 200])
    const stale = await cloud.post(
      `${clients}/${made.id}/revocation`,
      { version: 1 },
      { claims: administrator },
    )
    expect(stale).toMatchObject({ status: 409, body: { code: 'client-changed' } })
    const revoked = await cloud.post(
      `${clients}/${made.id}/revocation`,
      { version: 2 },
      { claims: administrator },
    )
    expect(revoked.body).toMatchObject({ state: 'revoked' })
    expect(await opens(second)).toBe(403)
    // whoever had lost the answer is given it as it was
    expect(await cloud.post(`${clients}/${made.id}/key`, { version: 1 }, renewal)).toEqual(renewed)
  })

  it('of one county opens nothing in another, and a request is updated by who sent it alone', async () => {
    const other = (await createClient('别的平台')).body.apiKey
    const stranger = createGeoReportClient(cloud.baseUrl, COUNTY, other)
    const [{ service_request_id: id }] = (await client.post('requests.json', lamp())).body
    await cloud.settled()
    const update = {
      service_request_id: id,
      update_id: 'u1',
      status: 'open',
      updated_datetime: '2026-11-24T02:00:00Z',
      description: '请尽快',
    }
    expect((await stranger.post('servicerequestupdates.json', update)).status).toBe(403)
    const [seen] = (await stranger.getAsOwner(`requests/${id}.json`)).body
    expect(seen).not.toHaveProperty('description')
  })
})
