import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openCountyTables } from '../../functions/platform/dynamo/county-tables.ts'
import { createOutbox } from '../../functions/platform/dynamo/outbox.ts'
import type { MessageRecord } from '../../shared/messages/message.ts'
import { bootProduct, type ProductCloud } from '../support/product-cloud.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const TENANT = '500229'
const commission = {
  tenant: undefined,
  city: '500000',
  person: 'c1',
  posts: ['commission-administrator'],
}
const phone = '13900000001'

let cloud: ProductCloud
let client: DynamoDBDocumentClient
let tables: { tenant: string; people: string }
let administrator: string

beforeAll(async () => {
  // Tuesday, 09:00 in China
  cloud = await bootProduct('2026-11-24T01:00:00Z')
  const raw = new DynamoDBClient(cloud.clientConfig)
  client = DynamoDBDocumentClient.from(raw, { marshallOptions: { removeUndefinedValues: true } })
  const { TableNames = [] } = await raw.send(new ListTablesCommand({}))
  const named = (part: string) => TableNames.find((name) => name.includes(part))!
  tables = { tenant: named('TenantTable'), people: named('PeopleTable') }
  await cloud.post('/api/city/500000', { name: '重庆市' }, { claims: commission })
  const founding = { tenant: TENANT, name: '城口县', administrator: { name: '何某', phone } }
  await cloud.post('/api/city/500000/tenants', founding, { claims: commission })
  await cloud.settled()
})
afterEach(() => cloud.faults.set([]))
afterAll(() => cloud?.stop())

async function messages(): Promise<MessageRecord[]> {
  const month = new Date(cloud.clock.now() + 8 * HOUR).toISOString().slice(0, 7).replace('-', '')
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: tables.tenant,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `${TENANT}#MESSAGES#${month}` },
    }),
  )
  return Items as MessageRecord[]
}

const door = (path: string) =>
  fetch(`${cloud.endpointUrl}/_local/${path}?token=${cloud.access.operatorToken}`)
const outgoing = async () =>
  ((await (await door('messages')).json()) as { messages: { to: string; body: string }[] }).messages

/** What the outbox page shows of an invitation of this secret. */
async function shown(secret: string): Promise<number> {
  const page = await door('outbox').then((answer) => answer.text())
  return page.split(secret).length - 1
}

async function post(secret: string, template: 'invitation' | 'verification-code' = 'invitation') {
  const outbox = createOutbox(async () => openCountyTables(client, tables), cloud.clock)
  const to = { scope: TENANT, person: administrator, key: `test-${secret}` }
  if (template === 'invitation')
    await outbox.post({ ...to, template, parameters: { path: `/in?to=${secret}`, until: '2026-12-01' } })
  else await outbox.post({ ...to, template, parameters: { code: secret, minutes: '5' } })
}

const stateOf = async (secret: string) => {
  const rows = await messages()
  const [found, ...others] = rows.filter(({ id }) => id === ids.get(secret))
  expect(others).toEqual([])
  return found
}
const ids = new Map<string, string>()

/** Posts, and remembers which row it became. */
async function posted(secret: string, template?: 'verification-code') {
  const before = new Set((await messages()).map(({ id }) => id))
  await post(secret, template)
  ids.set(secret, (await messages()).map(({ id }) => id).find((id) => !before.has(id))!)
}

describe("a new county's first administrator", () => {
  it('is invited by a short message: posted, queued, sent, and shown on the outbox page once', async () => {
    const [row, ...others] = await messages()
    expect(others).toEqual([])
    expect(row).toMatchObject({ template: 'invitation', state: 'sent', channel: 'sms', attempts: 1 })
    administrator = row!.person
    const sent = await outgoing()
    expect(sent).toMatchObject([{ to: `+86${phone}` }])
    expect(sent[0]!.body).toMatch(/^城口县邀请您开通城市管理账号.*\/identity\/invitation\?to=500229\./)
    expect(JSON.stringify(row)).not.toMatch(/139|何|invitation\?to/)
  })
})

describe('a message', () => {
  it('is sent once though the stream, the queue and the poster repeat themselves', async () => {
    cloud.faults.set([{ kind: 'duplicate', method: 'streams:*', rate: 1 }])
    await posted('THRICE')
    await post('THRICE')
    await cloud.settled()
    cloud.faults.set([])
    await cloud.advance(10 * MINUTE)
    await cloud.settled()
    expect(await stateOf('THRICE')).toMatchObject({ state: 'sent', attempts: 1 })
    expect(await shown('THRICE')).toBe(1)
  })

  it('that was sent by a function killed before it could say so is shown once and told as unconfirmed', async () => {
    // while the stream still holds it back, the table stops taking what confirms a sending
    cloud.faults.set([{ kind: 'delay', method: 'streams:*', rate: 1 }])
    await posted('KILLED')
    cloud.faults.set([
      { kind: 'error', method: 'dynamodb:TransactWriteItems', rate: 1 },
      { kind: 'duplicate', method: 'streams:*', rate: 1 },
    ])
    await expect.poll(() => shown('KILLED'), { timeout: 10_000 }).toBe(1)
    await cloud.settled()
    expect(await stateOf('KILLED')).toMatchObject({ state: 'sending', attempts: 1 })
    cloud.faults.set([])
    await cloud.advance(10 * MINUTE)
    await cloud.settled()
    expect(await shown('KILLED')).toBe(1)
    expect(await stateOf('KILLED')).toMatchObject({ state: 'unconfirmed', fault: 'timeout' })
  })

  it('is listed masked for the administrator, who may send again what was not known as sent', async () => {
    const doors = `/api/t/${TENANT}/messages`
    const claims = { tenant: TENANT, posts: ['administrator'] }
    const { status, body } = await cloud.get(`${doors}?limit=100`, claims)
    expect(status).toBe(200)
    const id = ids.get('KILLED')!
    const line = body.messages.find((one: { id: string }) => one.id === id)
    expect(line).toMatchObject({
      name: '账号开通邀请',
      text: '城口县邀请您开通城市管理账号，请于****前打开 **** 设置密码。链接只供本人使用，请勿转发。',
      standing: '结果不明，请先问对方是否收到再重发（网关没有应答）',
      resendable: true,
    })
    expect(JSON.stringify(body)).not.toMatch(/KILLED|THRICE|139|何/)
    expect((await cloud.get(`${doors}/figures`, claims)).body).toMatchObject({
      month: '202611',
      all: { posted: 3, sent: 2, unconfirmed: 1, waiting: 0, notSent: 0 },
    })
    const again = await cloud.post(`${doors}/${id}/resend`, { version: line.version }, { claims })
    expect(again).toMatchObject({ status: 200, body: { state: 'queued' } })
    await cloud.settled()
    expect(await stateOf('KILLED')).toMatchObject({ state: 'sent', attempts: 1 })
    expect(await shown('KILLED')).toBe(2)
    const { version } = (await stateOf('KILLED'))!
    expect(await cloud.post(`${doors}/${id}/resend`, { version }, { claims })).toMatchObject({
      status: 409,
      body: { code: 'message-not-resendable' },
    })
    expect((await cloud.get(doors, { ...claims, posts: ['leader'] })).status).toBe(403)
  })

  it("waits for the end of the county's quiet hours, a code does not", async () => {
    const path = `/api/city/500000/tenants/${TENANT}`
    const { version, settingsNow } = (await cloud.get(path, commission)).body
    const quiet = { ...settingsNow.settings, quietHours: { from: '09:00', to: '11:30' } }
    const changed = await cloud.post(`${path}/settings`, { version, settings: quiet }, { claims: commission })
    expect(changed.status).toBe(200)
    await posted('MORNING')
    await posted('112233', 'verification-code')
    await cloud.settled()
    expect(await stateOf('MORNING')).toMatchObject({ state: 'held', due: '2026-11-24T03:30:00Z' })
    expect(await stateOf('112233')).toMatchObject({ state: 'sent' })
    await cloud.advance(Date.parse('2026-11-24T03:29:00Z') - cloud.clock.now())
    await cloud.settled()
    expect(await shown('MORNING')).toBe(0)
    await cloud.advance(7 * MINUTE)
    await cloud.settled()
    expect(await stateOf('MORNING')).toMatchObject({ state: 'sent' })
    expect(await shown('MORNING')).toBe(1)
  })

  it('is tried again after a minute when the gateway holds it back', async () => {
    cloud.faults.set([{ kind: 'throttle', method: 'sns:Publish', rate: 1 }])
    await posted('SLOWLY')
    await cloud.settled()
    expect(await stateOf('SLOWLY')).toMatchObject({ state: 'failed', fault: 'throttled', attempts: 1 })
    cloud.faults.set([])
    await cloud.advance(3 * MINUTE)
    await cloud.settled()
    expect(await stateOf('SLOWLY')).toMatchObject({ state: 'sent', attempts: 2 })
    expect(await shown('SLOWLY')).toBe(1)
  })

  it('that the queue lost is fetched from the table', async () => {
    cloud.faults.set([{ kind: 'error', method: 'sqs:SendMessage', rate: 1 }])
    await posted('LOST')
    await cloud.advance(MINUTE)
    cloud.faults.set([])
    await cloud.advance(8 * MINUTE)
    await cloud.settled()
    expect(await stateOf('LOST')).toMatchObject({ state: 'sent' })
    expect(await shown('LOST')).toBe(1)
  })
})
