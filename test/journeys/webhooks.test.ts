import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createWebhookSender } from '../../functions/platform/messaging/webhook-sender.ts'
import { closeCase } from '../support/close-case.ts'
import { foundCounty } from '../support/found-county.ts'
import { bootProduct, type ProductCloud } from '../support/product-cloud.ts'
import { startTlsReceiver, type TlsReceiver } from '../support/tls-receiver.ts'

const COUNTY = '500229'
const administrator = { tenant: COUNTY, person: 'a1', posts: ['administrator'] }
const acceptor = { tenant: COUNTY, person: 's1', posts: ['acceptor'] }
const root = join(import.meta.dirname, '../..')

let cloud: ProductCloud
let receiver: TlsReceiver
let folder: string
let client: string
const endpoints = new Map<string, Endpoint>()

/** The function that sends, where a receiver on this machine stands for the Internet. */
function standIn(ca: string): string {
  folder = mkdtempSync(join(tmpdir(), 'stand-in-'))
  const file = join(folder, 'deliver-webhook.ts')
  const from = (path: string) => JSON.stringify(join(root, 'functions', path))
  writeFileSync(
    file,
    `import { deliver } from ${from('exchange/deliver.ts')}
import { createCountyDigests } from ${from('platform/dynamo/county-digests.ts')}
import { createDeliveryStore } from ${from('platform/dynamo/delivery-store.ts')}
import { perScope } from ${from('platform/dynamo/stores.ts')}
import { createWebhookStore } from ${from('platform/dynamo/webhook-store.ts')}
import { createWebhookSender } from ${from('platform/messaging/webhook-sender.ts')}
import { consumeDeliveries } from ${from('platform/queues/delivery-queue.ts')}
export const handler = consumeDeliveries(
  deliver({
    webhooksOf: perScope(createWebhookStore),
    deliveriesOf: perScope(createDeliveryStore),
    digestsOf: perScope(createCountyDigests),
    send: createWebhookSender({ mayCall: (address) => address === '127.0.0.1', ca: ${JSON.stringify(ca)} }),
    clock: { now: () => Date.now() },
  }),
)
`,
  )
  return file
}

beforeAll(async () => {
  receiver = await startTlsReceiver()
  cloud = await bootProduct('2026-11-24T01:00:00Z', { 'deliver-webhook': standIn(receiver.ca) })
  await foundCounty(cloud, COUNTY, '城口县')
  const made = await cloud.post(`/api/t/${COUNTY}/clients`, { name: '县级平台' }, { claims: administrator })
  client = made.body.client.id
  for (const at of ['/told', '/away', '/gone', '/moved'])
    endpoints.set(
      at,
      await createEndpoint(at, at === '/told' ? ['case.received', 'case.done'] : ['case.received']),
    )
  // endpoints are known everywhere some seconds after they were made
  await new Promise((later) => setTimeout(later, 3_500))
  await cloud.advance(1_000)
}, 240_000)
afterAll(async () => {
  await cloud?.stop()
  receiver?.stop()
  if (folder) rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  receiver.received.length = 0
  receiver.answer = () => ({ status: 204 })
})

const path = (rest = '') => `/api/t/${COUNTY}/webhooks${rest}`
const ask = (rest: string, body: object, key: string = randomUUID()) =>
  cloud.post(path(rest), body, { claims: administrator, key })

interface Endpoint {
  readonly webhook: { readonly id: string; readonly version: number }
  readonly secret: string
}

async function createEndpoint(at: string, events: readonly string[]): Promise<Endpoint> {
  const key = randomUUID()
  const body = { client, url: `${receiver.origin}${at}`, events }
  const made = await ask('', body, key)
  expect(made.status).toBe(201)
  expect(await ask('', body, key)).toEqual(made)
  return made.body
}

/** A second after the one before: the log tells them apart by the second. */
async function report() {
  await cloud.advance(1_000)
  const body = { words: '路灯不亮，找 13800001234', place: '东大街', kind: '10137' }
  const made = await cloud.post(`/api/t/${COUNTY}/cases`, body, { claims: acceptor })
  await cloud.settled()
  return made.body as { id: string; number: string }
}

const receivedAt = (at: string) => receiver.received.filter((one) => one.path === at)
const logOf = async (id: string) =>
  (await cloud.get(path(`/${id}/deliveries`), administrator)).body.deliveries

describe('an endpoint of a client', () => {
  it('is told of what it chose, signed so that the library of the standard verifies it, and of nobody', async () => {
    const { webhook, secret } = endpoints.get('/told')!
    const { id, number } = await report()
    await closeCase(cloud, COUNTY, id)
    await cloud.settled()
    const told = receivedAt('/told')
    const payloads = told.map(({ body, headers }) =>
      new Webhook(secret).verify(body, headers as Record<string, string>),
    )
    expect(payloads).toEqual(
      ['case.received', 'case.done'].map((type) => ({
        type,
        timestamp: expect.stringMatching(/^2026-11-24T/),
        data: { jurisdiction_id: COUNTY, service_request_id: number, service_code: '10137' },
      })),
    )
    expect(() =>
      new Webhook(secret).verify(`${told[0]!.body} `, told[0]!.headers as Record<string, string>),
    ).toThrow()
    expect(told.map(({ body }) => body).join()).not.toMatch(/路灯|13800001234|东大街/)
    const log = await logOf(webhook.id)
    expect(log).toMatchObject([
      { event: 'case.done', state: 'delivered', tries: 1, status: 204 },
      { event: 'case.received', state: 'delivered', tries: 1, status: 204 },
    ])
  }, 120_000)

  it('that is away is told again later under the same id, and once more when somebody asks', async () => {
    const { webhook } = endpoints.get('/away')!
    receiver.answer = (at) => ({ status: at === '/away' ? 503 : 204 })
    await report()
    const newest = async () => (await logOf(webhook.id)).slice(0, 1)
    expect(await newest()).toMatchObject([{ state: 'waiting', tries: 1, status: 503 }])
    await cloud.advance(7 * 60_000)
    await cloud.settled()
    expect(await newest()).toMatchObject([{ state: 'waiting', tries: 2 }])
    receiver.answer = () => ({ status: 200 })
    await cloud.advance(11 * 60_000)
    await cloud.settled()
    const [delivery] = await newest()
    expect(delivery).toMatchObject({ state: 'delivered', tries: 3 })
    const again = { version: delivery.version }
    expect((await ask(`/${webhook.id}/deliveries/${delivery.id}/replay`, again)).status).toBe(200)
    await cloud.settled()
    const ids = receivedAt('/away').map(({ headers }) => headers['webhook-id'])
    expect(ids.length).toBe(4)
    expect(new Set(ids)).toEqual(new Set([delivery.id]))
    const stale = await ask(`/${webhook.id}/deliveries/${delivery.id}/replay`, again)
    expect(stale).toMatchObject({ status: 409, body: { code: 'delivery-changed' } })
  }, 120_000)

  it('that is gone is told nothing more, until somebody switches it on again', async () => {
    const { webhook } = endpoints.get('/gone')!
    receiver.answer = (at) => ({ status: at === '/gone' ? 410 : 204 })
    await report()
    const { webhooks } = (await cloud.get(path(), administrator)).body
    const closed = webhooks.find((one: { id: string }) => one.id === webhook.id)
    expect(closed).toMatchObject({ state: 'gone', version: 2 })
    expect((await logOf(webhook.id))[0]).toMatchObject({ state: 'given-up', status: 410 })
    const key = randomUUID()
    const on = await ask(`/${webhook.id}/state`, { version: 2, state: 'active' }, key)
    expect(on.body).toMatchObject({ state: 'active', version: 3 })
    expect((await ask(`/${webhook.id}/state`, { version: 3, state: 'off' })).status).toBe(200)
    expect(await ask(`/${webhook.id}/state`, { version: 2, state: 'active' }, key)).toEqual(on)
  })

  it('that sends us elsewhere is not followed', async () => {
    const { webhook } = endpoints.get('/moved')!
    receiver.answer = (at) => (at === '/moved' ? { status: 302, location: '/elsewhere' } : { status: 204 })
    await report()
    expect(receivedAt('/elsewhere')).toEqual([])
    expect((await logOf(webhook.id))[0]).toMatchObject({ state: 'waiting', status: 302 })
  })

  it.each([
    ['plain http', { url: 'http://example.org/' }],
    ['with a password', { url: 'https://u:p@example.org/' }],
    ['of no scheme', { url: 'example.org' }],
    ['of no event', { events: [] }],
    ['of an unknown event', { events: ['case.secret'] }],
    ['of one event twice', { events: ['case.done', 'case.done'] }],
  ])('%s is refused', async (_, change) => {
    const body = { client, url: 'https://example.org/', events: ['case.done'], ...change }
    expect(await ask('', body)).toMatchObject({ status: 400, body: { code: 'invalid-input' } })
  })
})

it('a webhook is never sent into a network', async () => {
  const send = createWebhookSender()
  const secret = `whsec_${Buffer.from('x'.repeat(32)).toString('base64')}`
  for (const url of [
    'https://10.0.0.1/',
    'https://169.254.169.254/',
    'https://[::1]/',
    `${receiver.origin}/in`,
  ])
    expect(await send({ id: 'x', url, secret, payload: {} }), url).toEqual({ outcome: 'forbidden' })
  expect(receivedAt('/in')).toEqual([])
})
