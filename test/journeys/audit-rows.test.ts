import { randomUUID } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Installation, openInstallation } from '../../infra/commands/audit/installation.ts'
import { bootProduct, type ProductCloud } from '../support/product-cloud.ts'

const CITY = '500000'
const COUNTY = '500229'
const city = `/api/city/${CITY}`
const county = `/api/t/${COUNTY}`
const commission = { tenant: undefined, city: CITY, person: 'c-1', posts: ['commission-administrator'] }
const staff = { tenant: COUNTY, person: 'p-1', posts: ['acceptor', 'shift-leader'] }
const administrator = { tenant: COUNTY, person: 'p-2', posts: ['administrator'] }

let cloud: ProductCloud
let installation: Installation
let dynamo: DynamoDBDocumentClient
beforeAll(async () => {
  cloud = await bootProduct('2026-11-24T01:00:00Z')
  installation = await openInstallation({ data: cloud.folder, name: 'Chengyun' })
  dynamo = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.clientConfig))
  await cloud.post(city, { name: '重庆市' }, { claims: commission })
  const founding = { tenant: COUNTY, name: '城口县', administrator: { name: '何某', phone: '13900000001' } }
  await cloud.post(`${city}/tenants`, founding, { claims: commission })
  await cloud.settled()
})
afterAll(() => cloud?.stop())

/** All rows of all chains, and how many refusals are counted, over both tables. */
async function audit() {
  const rows: Record<string, unknown>[] = []
  let denied = 0
  for (const TableName of [installation.tenantTable, installation.platformTable])
    for await (const { Items = [] } of paginateScan({ client: dynamo }, { TableName }))
      for (const item of Items) {
        if (/#DENIED$/.test(item.pk)) denied += item.count
        else if (/#AUDIT#/.test(item.pk) && item.sk !== 'HEAD') rows.push(item)
        else if (/^HISTORY#/.test(item.sk)) rows.push({ ...item, actor: item.person, act: item.action })
      }
  return { rows, denied }
}

interface Change {
  readonly path: string
  readonly body: object
  readonly claims: Record<string, unknown>
  readonly act: string
}

/** What the changes before left behind for those that follow. */
const kept: { case?: string; person?: string } = {}

const changes: Record<string, () => Change | Promise<Change>> = {
  'a city renamed': () => ({ path: city, body: { name: '重庆' }, claims: commission, act: 'city-kept' }),
  'a county paused': async () => ({
    path: `${city}/tenants/${COUNTY}/actions/pause`,
    body: { version: (await cloud.get(`${city}/tenants/${COUNTY}`, commission)).body.version },
    claims: commission,
    act: 'tenant-moved',
  }),
  'a county resumed': async () => ({
    path: `${city}/tenants/${COUNTY}/actions/resume`,
    body: { version: (await cloud.get(`${city}/tenants/${COUNTY}`, commission)).body.version },
    claims: commission,
    act: 'tenant-moved',
  }),
  'a case reported': () => ({
    path: `${county}/cases`,
    body: { words: '路灯不亮', place: '东大街', reporter: { phone: '13900000009' } },
    claims: staff,
    act: 'report',
  }),
  'a case accepted': () => ({
    path: `${county}/cases/${kept.case}/actions/accept`,
    body: { version: 1 },
    claims: staff,
    act: 'accept',
  }),
  'a number read in clear': () => ({
    path: `${county}/cases/${kept.case}/contact-readings`,
    body: { reason: 'call-back' },
    claims: staff,
    act: 'personal-data-read',
  }),
  'a person added': () => ({
    path: `${county}/organisation/people`,
    body: { contact: { name: '张某', phone: '13900000007' }, posts: ['collector'] },
    claims: administrator,
    act: 'person-added',
  }),
  'a person gone': () => ({
    path: `${county}/organisation/people/${kept.person}/leave`,
    body: { version: 1 },
    claims: administrator,
    act: 'person-left',
  }),
}

/** What the product does by itself, and an invitation: each one sent, a repeat's too, is an act of its own. */
const isOwnAct = ({ actor, act }: Record<string, unknown>) => actor === 'system' || act === 'person-invited'

describe('a change leaves one row, and a repeat of it none', () => {
  it.each(Object.keys(changes))('%s', async (name) => {
    const { path, body, claims, act } = await changes[name]!()
    const key = randomUUID()
    const before = await audit()
    const known = new Set(before.rows.map(({ pk, sk }) => `${pk} ${sk}`))
    const answer = await cloud.post(path, body, { claims, key })
    expect([answer.status, answer.body]).toEqual([expect.toSatisfy((status) => status < 300), answer.body])
    if (name === 'a case reported') kept.case = answer.body.id
    if (name === 'a person added') kept.person = answer.body.person
    await cloud.settled()
    const again = await cloud.post(path, body, { claims, key })
    expect(again).toEqual(answer)
    await cloud.settled()
    const after = await audit()
    const added = after.rows.filter((row) => !known.has(`${row.pk} ${row.sk}`) && !isOwnAct(row))
    expect(added.map((row) => [row.act, row.actor])).toEqual([[act, claims.person]])
    expect(after.denied).toBe(before.denied)
  })
})

describe('a refusal is counted once, and changes nothing', () => {
  it.each([
    ['another county', `/api/t/500235/queues/acceptor`, staff, 403, 'other-county'],
    ['another city', '/api/city/510000/tenants', commission, 403, 'other-city'],
    ['the imports, by whoever does not keep them', `${county}/imports`, staff, 403, 'post-not-held'],
    [
      'the exports, by whoever only watches',
      '/api/city/500000/tenants/500229/exports/1',
      { ...commission, posts: ['supervisor'] },
      403,
      'post-not-held',
    ],
    ['a post that is not held', `${county}/audit/acts?date=2026-11-24`, staff, 403, 'post-not-held'],
    [
      'somebody else’s queue',
      `${county}/queues/dispatcher`,
      { ...staff, posts: ['acceptor'] },
      403,
      'post-not-held',
    ],
    [
      'a token of another issuer',
      `${county}/queues/acceptor`,
      { ...staff, iss: 'https://other.test' },
      401,
      'sign-in-invalid',
    ],
  ] as const)('%s', async (_, path, claims, status, code) => {
    const before = await audit()
    const answer = await cloud.get(path, claims)
    expect([answer.status, answer.body.code]).toEqual([status, code])
    const after = await audit()
    expect(after.denied).toBe(before.denied + 1)
    expect(after.rows).toHaveLength(before.rows.length)
  })
})
