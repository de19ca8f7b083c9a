import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, PutCommand, paginateScan } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jpegOf } from '../support/pictures.ts'
import { bootProduct, type ProductCloud } from '../support/product-cloud.ts'
import { bringPhoto } from '../support/uploads.ts'

const LEAVING = '500229'
const STAYING = '500230'
const commission = { tenant: undefined, city: '500000', person: 'c1', posts: ['commission-administrator'] }
const city = '/api/city/500000'
const county = `${city}/tenants/${LEAVING}`

let cloud: ProductCloud
let scan: (part: string) => Promise<Record<string, unknown>[]>
beforeAll(async () => {
  cloud = await bootProduct('2026-11-24T01:00:00Z')
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.clientConfig))
  const { TableNames = [] } = await client.send(new ListTablesCommand({}))
  scan = async (part) => {
    const TableName = TableNames.find((name) => name.includes(part))!
    const found: Record<string, unknown>[] = []
    for await (const { Items = [] } of paginateScan({ client }, { TableName })) found.push(...Items)
    return found
  }
  await ask(city, { name: '重庆市' })
  for (const [tenant, name] of [
    [LEAVING, '城口县'],
    [STAYING, '丰都县'],
  ])
    await ask(`${city}/tenants`, { tenant, name, administrator: { name: '何某', phone: '13900000001' } })
  await cloud.settled()
  for (const tenant of [LEAVING, LEAVING, STAYING]) await workIn(tenant)
  for (const tenant of [LEAVING, STAYING])
    await bringPhoto(cloud, { tenant, posts: ['collector'] }, await jpegOf(16, 16))
  // figures are folded some seconds later: they are to be there before anything is counted
  await cloud.advance(10_000)
  await cloud.settled()
}, 90_000)
afterAll(() => cloud?.stop())

/** As the issuer keeps it. */
async function openAccount(scope: string) {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.clientConfig))
  const { TableNames = [] } = await client.send(new ListTablesCommand({}))
  const TableName = TableNames.find((name) => name.includes('PlatformTable'))!
  const account = `chief-${scope}`
  for (const Item of [
    { pk: `ACCOUNT#${account}`, sk: 'ACCOUNT', scope, password: 'hash' },
    { pk: `ACCOUNT-OF#${scope}`, sk: 'p1', account },
  ])
    await client.send(new PutCommand({ TableName, Item }))
}

const ask = (path: string, body: object) => cloud.post(path, body, { claims: commission })
const view = async (path: string) => (await cloud.get(path, commission)).body

/** A case that is reported and accepted. */
async function workIn(tenant: string) {
  const claims = { tenant, posts: ['acceptor'] }
  const words = { words: '路灯不亮', place: '东大街', reporter: { name: '王某', phone: '13800001234' } }
  const { body } = await cloud.post(`/api/t/${tenant}/cases`, words, { claims })
  await cloud.post(
    `/api/t/${tenant}/cases/${body.id}/actions/accept`,
    { version: 1, evidence: {} },
    { claims },
  )
}

/** Keys of everything under a county's code, table by table. */
async function keysUnder(tenant: string) {
  const found = await Promise.all(
    (['people', 'tenant'] as const).map(async (table) =>
      (await scan(table === 'people' ? 'PeopleTable' : 'TenantTable'))
        .filter(({ pk }) => String(pk).startsWith(`${tenant}#`))
        .map(({ pk, sk }) => `${table} ${pk} ${sk}`),
    ),
  )
  return found.flat().toSorted()
}

async function takenOut(number: number) {
  const { files, ...told } = await view(`${county}/exports/${number}`)
  const texts = await Promise.all(
    files.map(async ({ name, url }: { name: string; url: string }) => [
      name,
      await (await fetch(url)).text(),
    ]),
  )
  return { told, texts: new Map<string, string>(texts) }
}

/** What a JPEG begins with. */
const JPEG = 0xffd8

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

async function exportCounty() {
  const { status, body } = await ask(`${county}/exports`, {})
  expect(status).toBe(201)
  await cloud.settled()
  return body.number as number
}

describe('the export of a county', () => {
  it('holds everything that lies under its code, in files whose hashes the manifest names', async () => {
    const before = await keysUnder(LEAVING)
    const { told, texts } = await takenOut(await exportCounty())
    const counts = { CASE: 12, AREAS: 230, PHOTOS: 1, 'PHOTO-FILES': 1 }
    expect(told).toMatchObject({ state: 'done', number: 1, counts })
    const manifest = texts.get('manifest.json')!
    expect(hash(manifest)).toBe(told.manifest)
    const { parts, register } = JSON.parse(manifest)
    expect(register.record).toMatchObject({ tenant: LEAVING, name: '城口县' })
    const lines = parts.flatMap(
      ({ name, items, sha256 }: { name: string; items: number; sha256: string }) => {
        const text = texts.get(name)!
        expect(hash(text)).toBe(sha256)
        const found = text.trimEnd().split('\n')
        expect(found).toHaveLength(items)
        return found.map((line) => JSON.parse(line))
      },
    )
    const isPhoto = ({ table }: { table: string }) => table === 'photos'
    const [photo, ...otherPhotos] = lines.filter(isPhoto)
    expect(otherPhotos).toEqual([])
    expect(Buffer.from(photo.item.$base64, 'base64').readUInt16BE(0)).toBe(JPEG)
    const keys = lines
      .filter((line: { table: string }) => !isPhoto(line))
      .map(({ table, item }: { table: string; item: { pk: string; sk: string } }) =>
        [table, item.pk, item.sk].join(' '),
      )
    expect(keys.toSorted()).toEqual(before)
    expect(texts.get('part-000001.jsonl')).toContain('13800001234')
  })

  it('is none of another city, and none that was not made', async () => {
    const elsewhere = { ...commission, city: '510000' }
    expect((await cloud.get('/api/city/510000/tenants/500229/exports/1', elsewhere)).body.code).toBe(
      'unknown-tenant',
    )
    expect((await view(`${county}/exports/7`)).code).toBe('unknown-export')
  })
})

describe('a county that leaves', () => {
  it('is erased only while it leaves, and upon an export made since', async () => {
    const { manifest } = await view(`${county}/exports/1`)
    expect(await ask(`${county}/erasure`, { export: 1, manifest })).toMatchObject({
      status: 409,
      body: { code: 'move-not-possible' },
    })
    const { version } = await view(county)
    expect((await ask(`${county}/actions/leave`, { version })).body.state).toBe('leaving')
    expect(await ask(`${county}/erasure`, { export: 1, manifest })).toMatchObject({
      status: 409,
      body: { code: 'export-not-good' },
    })
  })

  it('leaves nothing behind but the rows of its audit, and the proof', async () => {
    for (const scope of [LEAVING, STAYING]) await openAccount(scope)
    // what was done last is counted some seconds later
    await cloud.advance(10_000)
    await cloud.settled()
    const staying = await keysUnder(STAYING)
    const number = await exportCounty()
    const { told } = await takenOut(number)
    const { status } = await ask(`${county}/erasure`, { export: number, manifest: told.manifest })
    expect(status).toBe(200)
    await cloud.settled()
    const { state, erasure, actions } = await view(county)
    expect(state).toBe('left')
    expect(actions).toEqual([])
    expect(erasure).toMatchObject({
      state: 'done',
      export: number,
      manifest: told.manifest,
      before: { ACCOUNT: 1, CASE: 12, AREAS: 230, 'PHOTO-FILES': 1, CATALOGUE: told.counts.CATALOGUE },
    })
    expect(Object.keys(erasure.after)).toEqual(['AUDIT'])
    const left = await keysUnder(LEAVING)
    expect(left.filter((key) => !key.startsWith(`tenant ${LEAVING}#AUDIT#`))).toEqual([])
    expect(left).toHaveLength(erasure.after.AUDIT)
    expect(await keysUnder(STAYING)).toEqual(staying)
    const platform = await scan('PlatformTable')
    const accounts = platform.map(({ pk }) => String(pk)).filter((pk) => pk.startsWith('ACCOUNT'))
    expect(accounts.toSorted()).toEqual([`ACCOUNT#chief-${STAYING}`, `ACCOUNT-OF#${STAYING}`])
    const acts = platform.filter(({ act }) => act === 'tenant-erased')
    expect(acts).toMatchObject([{ subject: LEAVING, details: { manifest: told.manifest } }])
  })

  it('is over: nothing of it is changed, founded or erased again', async () => {
    const claims = { tenant: LEAVING, posts: ['acceptor'] }
    const report = { words: '路灯不亮', place: '东大街' }
    expect((await cloud.post(`/api/t/${LEAVING}/cases`, report, { claims })).body.code).toBe('county-closed')
    const founding = { tenant: LEAVING, name: '城口', administrator: { name: '何', phone: '13900000002' } }
    expect((await ask(`${city}/tenants`, founding)).body.code).toBe('tenant-exists')
    expect((await ask(`${county}/exports`, {})).body.code).toBe('move-not-possible')
  })

  it('is passed no case by its neighbours any more', async () => {
    const desk = { tenant: STAYING, posts: ['acceptor', 'dispatcher'] }
    const cases = `/api/t/${STAYING}/cases`
    const { body } = await cloud.post(cases, { words: '路灯不亮', place: '县界' }, { claims: desk })
    const transfer = { version: 1, evidence: { to: LEAVING, reason: '在城口县境内' } }
    const answer = await cloud.post(`${cases}/${body.id}/actions/transfer`, transfer, { claims: desk })
    expect(answer).toMatchObject({
      status: 400,
      body: { fields: [{ field: 'evidence.to', code: 'unknown-id' }] },
    })
  })
})
