import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootProduct, type ProductCloud } from '../support/product-cloud.ts'

const COUNTY = '500235'
const CITY = '500000'
const commission = { tenant: undefined, city: CITY, person: 'c1', posts: ['commission-administrator'] }
const supervisor = { ...commission, person: 'c2', posts: ['supervisor'] }
const tenant = `/api/city/${CITY}/tenants/${COUNTY}`

let cloud: ProductCloud
let caseId: string
beforeAll(async () => {
  cloud = await bootProduct('2026-11-24T01:00:00Z')
  await cloud.post(`/api/city/${CITY}`, { name: '重庆市' }, { claims: commission })
  const administrator = { name: '何某', phone: '13900000001' }
  await cloud.post(
    `/api/city/${CITY}/tenants`,
    { tenant: COUNTY, name: '云阳县', administrator },
    { claims: commission },
  )
  await cloud.settled()
  caseId = await report()
})
afterAll(() => cloud?.stop())

async function report(): Promise<string> {
  const { body } = await cloud.post(`/api/t/${COUNTY}/cases`, {
    words: '滨江路路灯不亮',
    place: '滨江路',
    reporter: { name: '何某', phone: '13800001234' },
  })
  return body.id
}

/** Acts of this name in the chains of the tenant table, by scope. */
async function recorded(act: string) {
  const client = new DynamoDBClient(cloud.clientConfig)
  const { TableNames = [] } = await client.send(new ListTablesCommand({}))
  const TableName = TableNames.find((name) => name.includes('TenantTable'))
  const { Items = [] } = await DynamoDBDocumentClient.from(client).send(new ScanCommand({ TableName }))
  return Items.filter((item) => item.act === act).map(({ pk, actor, subject, details }) => ({
    scope: String(pk).slice(0, 6),
    actor,
    subject,
    details,
  }))
}

describe('a county that grants an action to another post', () => {
  const dispatcher = { person: 'p7', posts: ['dispatcher'] }
  const accept = () =>
    cloud.post(`/api/t/${COUNTY}/cases/${caseId}/actions/accept`, { version: 1 }, { claims: dispatcher })

  async function change(settings: object) {
    const { body } = await cloud.get(tenant, commission)
    const { version, settingsNow } = body
    return cloud.post(
      `${tenant}/settings`,
      { version, settings: { ...settingsNow.settings, ...settings } },
      { claims: commission },
    )
  }

  it('lets that post act, and shows it the list', async () => {
    expect(await change({ grants: { accept: ['acceptor', 'dispatcher'] } })).toMatchObject({ status: 200 })
    const { body } = await cloud.get(`/api/t/${COUNTY}/cases/${caseId}`, dispatcher)
    expect(body.actions).toContainEqual({ action: 'accept', evidence: [], may: [] })
    expect(await cloud.get(`/api/t/${COUNTY}/queues/acceptor`, dispatcher)).toMatchObject({ status: 200 })
    expect(await accept()).toMatchObject({ status: 200, body: { stage: 'accepted' } })
  })

  it('does not put accepting and filing together unless it says so, and then everybody is shown it', async () => {
    const grants = { file: ['shift-leader', 'acceptor'] }
    expect(await change({ grants })).toMatchObject({
      status: 400,
      body: { fields: [{ field: 'settings.grants', code: 'not-separate' }] },
    })
    expect(await change({ grants, relaxed: ['accepting-and-filing'] })).toMatchObject({ status: 200 })
    expect((await cloud.get(`/api/t/${COUNTY}`, dispatcher)).body).toMatchObject({
      relaxed: ['accepting-and-filing'],
    })
  })
})

describe('the commission', () => {
  beforeAll(async () => {
    caseId = await report()
  })
  const path = () => `${tenant}/cases/${caseId}/spot-checks`

  it('looks into a case with a reason, which the county sees and the city', async () => {
    const { status, body } = await cloud.post(path(), { reason: '抽查立案是否及时' }, { claims: supervisor })
    expect(status).toBe(200)
    expect(body).toMatchObject({ id: caseId, stage: 'reported', words: '滨江路路灯不亮' })
    expect(JSON.stringify(body)).not.toMatch(/何某|13800001234|"person"/)
    const row = {
      actor: 'c2',
      subject: caseId,
      details: { city: CITY, tenant: COUNTY, reason: '抽查立案是否及时' },
    }
    expect((await recorded('case-spot-checked')).toSorted((a, b) => (a.scope < b.scope ? -1 : 1))).toEqual([
      { scope: CITY, ...row },
      { scope: COUNTY, ...row },
    ])
  })

  it('does not look without one, nor in another post, nor from another city', async () => {
    expect(await cloud.post(path(), {}, { claims: supervisor })).toMatchObject({ status: 400 })
    expect(await cloud.post(path(), { reason: '抽查立案是否及时' }, { claims: commission })).toMatchObject({
      status: 403,
      body: { code: 'post-not-held' },
    })
    const elsewhere = { ...supervisor, city: '510100' }
    expect(await cloud.post(path(), { reason: '抽查立案是否及时' }, { claims: elsewhere })).toMatchObject({
      status: 403,
      body: { code: 'other-city' },
    })
    const own = path().replace(`city/${CITY}`, 'city/510100')
    expect(await cloud.post(own, { reason: '抽查立案是否及时' }, { claims: elsewhere })).toMatchObject({
      status: 404,
      body: { code: 'unknown-tenant' },
    })
    expect(await cloud.get(`/api/t/${COUNTY}/cases/${caseId}`, supervisor)).toMatchObject({
      status: 403,
      body: { code: 'other-county' },
    })
  })
})
