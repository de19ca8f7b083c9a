import { DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openInstallation } from '../../infra/commands/audit/installation.ts'
import { mend } from '../../infra/commands/figures/mend.ts'
import { readItems } from '../../infra/commands/figures/read-items.ts'
import { readLines } from '../../infra/commands/figures/read-lines.ts'
import { recountCounty } from '../../infra/commands/figures/recount.ts'
import { bootProduct, type ProductCloud } from '../support/product-cloud.ts'

const MINUTE = 60_000
/** Until after midnight. */
const OVER_NIGHT = 9 * 60 * MINUTE
const ofCommission = (...posts: string[]) => ({ tenant: undefined, city: '500000', person: 'c1', posts })
const founder = ofCommission('commission-administrator')
const supervisor = ofCommission('supervisor')
const staff = { tenant: '500229', posts: ['acceptor', 'shift-leader', 'dispatcher'] }
const leader = { tenant: '500229', posts: ['leader'] }
const city = '/api/city/500000'
const county = '/api/t/500229'

let cloud: ProductCloud
beforeAll(async () => {
  // Tuesday, 15:30 in China
  cloud = await bootProduct('2026-11-24T07:30:00Z')
  await cloud.post(city, { name: '重庆市' }, { claims: founder })
  const founding = {
    tenant: '500229',
    name: '城口县',
    administrator: { name: '何某', phone: '13900000001' },
  }
  await cloud.post(`${city}/tenants`, founding, { claims: founder })
  await cloud.settled()
})
afterAll(() => cloud?.stop())

async function report(): Promise<string> {
  const words = { words: '滨江路路灯不亮', place: '滨江路 12 号' }
  const { status, body } = await cloud.post(`${county}/cases`, words, { claims: staff })
  expect(status).toBe(201)
  return body.id
}

const act = (id: string, action: string, version: number) =>
  cloud.post(`${county}/cases/${id}/actions/${action}`, { version, evidence: {} }, { claims: staff })

/** Until batches have gathered: of the stream, then of the queue. */
async function folded() {
  await cloud.settled()
  await cloud.advance(6_000)
  await cloud.settled()
  await cloud.advance(121_000)
  await cloud.settled()
}

const here = () => ({ data: cloud.folder, name: 'Chengyun' })

async function recount() {
  const installation = await openInstallation(here())
  const counties = await readItems(installation, [])
  const lines = await readLines(installation, [...counties.keys()])
  const recounted = [...counties].map(([tenant, items]) => recountCounty(tenant, items, lines.get(tenant)))
  return { counties, recounted }
}

const figures = async (query: string) => (await cloud.get(`${county}/figures?${query}`, leader)).body

describe('figures', () => {
  it('follow what is done, for the county and for its commission', async () => {
    const [first, second] = [await report(), await report()]
    expect((await act(first, 'accept', 1)).status).toBe(200)
    await folded()
    const expected = { publicReports: 2, acceptances: 1, acceptedOnTime: 1, open: 2 }
    const { now } = (await figures('period=day')).total
    expect(now.counts).toEqual(expected)
    expect(now.rates).toMatchObject({ acceptedOnTime: 1, validReports: 0 })
    const { body } = await cloud.get(`${city}/overview`, supervisor)
    expect(body.counties).toEqual([
      {
        tenant: '500229',
        name: '城口县',
        state: 'trial',
        figures: expect.objectContaining({
          day: '2026-11-24',
          today: { publicReports: 2, acceptances: 1, acceptedOnTime: 1 },
          standing: { open: 2 },
          ever: 3,
        }),
      },
    ])
    expect((await act(second, 'accept', 1)).status).toBe(200)
    await folded()
    const byPost = await figures('period=day&by=post')
    expect(byPost.rows.map(({ value }: { value: string }) => value)).toEqual(['acceptor', 'shift-leader'])
  })

  it('of a day that is over stay as they were, and what becomes overdue is told', async () => {
    await cloud.advance(OVER_NIGHT)
    await cloud.settled()
    const third = await report()
    await folded()
    const yesterday = await figures('period=day&day=2026-11-24')
    expect(yesterday.total.now.counts).toMatchObject({
      publicReports: 2,
      acceptances: 2,
      open: 2,
      overdue: 2,
    })
    const { total } = await figures('period=month')
    expect(total.now.counts).toMatchObject({ publicReports: 3, open: 3, overdue: 2 })
    const ofCity = await cloud.get(`${city}/tenants/500229/figures?period=month`, supervisor)
    expect(ofCity.body.total).toEqual(total)
    const { body } = await cloud.get(`${city}/overview`, supervisor)
    expect(body.counties[0].figures).toMatchObject({
      day: '2026-11-25',
      month: { publicReports: 3, acceptances: 2 },
      standing: { open: 3, overdue: 2 },
    })
    expect(third).toHaveLength(26)
  })

  it('equal a recount of the history; what was altered is told, and folded again', async () => {
    expect((await recount()).recounted).toEqual([
      { tenant: '500229', cases: 3, acts: expect.any(Number), sheets: 7, differences: [] },
    ])
    const installation = await openInstallation(here())
    const { dynamo, tenantTable: TableName } = installation
    const [facts] = (
      await dynamo.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': '500229#FACTS#20261124' },
        }),
      )
    ).Items!
    await dynamo.send(new PutCommand({ TableName, Item: { ...facts, counts: {} } }))
    await dynamo.send(new DeleteCommand({ TableName, Key: { pk: '500229#FIGURES', sk: 'channel#20261124' } }))
    const { counties, recounted } = await recount()
    expect(recounted[0]?.differences.map(({ what, which }) => [what, which])).toEqual([
      ['facts', facts?.sk],
      ['sheet', 'channel'],
    ])
    await mend(installation, recounted, counties)
    await folded()
    expect((await recount()).recounted[0]?.differences).toEqual([])
  })

  it('equal a recount when the stream tells everything twice and out of order, and stores are away now and then', async () => {
    cloud.faults.set([
      { kind: 'duplicate', method: 'streams:*', rate: 1 },
      { kind: 'reorder', method: 'streams:*', rate: 1 },
      { kind: 'lost-answer', method: 'dynamodb:PutItem', rate: 0.2 },
      { kind: 'throttle', method: 'dynamodb:Query', rate: 0.1 },
    ])
    const ids = await Promise.all(Array.from({ length: 6 }, report))
    await Promise.all(ids.map((id) => act(id, 'accept', 1)))
    await folded()
    cloud.faults.set([])
    await folded()
    const { recounted } = await recount()
    expect(recounted).toEqual([expect.objectContaining({ cases: 9, differences: [] })])
  })

  it('are nobody else’s to read', async () => {
    const other = { tenant: '500235', posts: ['leader'] }
    expect((await cloud.get(`${county}/figures`, other)).body).toMatchObject({ code: 'other-county' })
    expect((await cloud.get(`${county}/figures`, { ...leader, posts: ['collector'] })).body).toMatchObject({
      code: 'post-not-held',
    })
    expect((await cloud.get(`${city}/tenants/510104/figures`, supervisor)).body).toMatchObject({
      code: 'unknown-tenant',
    })
    expect((await cloud.get(`${county}/figures?day=2026-02-30`, leader)).status).toBe(400)
  })
})
