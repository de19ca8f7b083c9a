import { randomUUID } from 'node:crypto'
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bootProduct, type ProductCloud } from '../support/product-cloud.ts'

const COUNTY = '500235'
const PHONE = '13800004321'
const seat = { tenant: COUNTY, person: 's1', posts: ['acceptor'] }
const hotline = `/api/t/${COUNTY}/hotline`

let cloud: ProductCloud
beforeAll(async () => {
  cloud = await bootProduct('2026-11-24T01:00:00Z')
}, 120_000)
afterAll(() => cloud?.stop())

const post = (
  path: string,
  body: object,
  claims: Record<string, unknown> = seat,
  key: string = randomUUID(),
) => cloud.post(hotline + path, body, { claims, key })
const lookUp = (phone: string, key?: string) => post('/lookups', { phone }, seat, key)
const call = { phone: PHONE, name: '王某', kind: 'consultation', words: '什么时候恢复供水？' }
const answer = '今天 18 时前恢复，请存水备用。'

it('a seat sees what was reported and asked from a number before, and nobody else’s', async () => {
  const report = { words: '路灯不亮', place: '东大街', channel: 'hotline', reporter: { phone: PHONE } }
  const { body: first } = await cloud.post(`/api/t/${COUNTY}/cases`, report, { claims: seat })
  expect((await post('/calls', { ...call, answer })).status).toBe(201)
  const about = { ...call, kind: 'complaint', words: '路灯还没修好', urgency: 'urgent', caseId: first.id }
  expect((await post('/calls', about)).status).toBe(201)

  const { status, body } = await lookUp(PHONE)
  expect(status).toBe(200)
  expect(body.cases).toMatchObject([{ id: first.id, number: first.number, name: '已收到', place: '东大街' }])
  expect(body.calls).toMatchObject([
    { kind: 'complaint', caseId: first.id, urgency: 'urgent' },
    { kind: 'consultation', answer, urgency: 'ordinary', person: 's1' },
  ])
  expect((await lookUp('13800004322')).body).toEqual({ cases: [], calls: [] })
  const elsewhere = { tenant: '500236', person: 's9', posts: ['acceptor'] }
  const { body: theirs } = await cloud.post(
    '/api/t/500236/hotline/lookups',
    { phone: PHONE },
    { claims: elsewhere },
  )
  expect(theirs).toEqual({ cases: [], calls: [] })
})

it('the log of the day counts calls, and shows no number in clear', async () => {
  const leader = { ...seat, person: 'l1', posts: ['leader'] }
  const { body } = await cloud.get(`${hotline}/calls?date=2026-11-24`, leader)
  expect(body.counts).toMatchObject({ calls: 2, answered: 1, cases: 1, urgent: 1 })
  expect(body.counts.kinds).toMatchObject({ consultation: 1, complaint: 1, praise: 0 })
  expect(JSON.stringify(body)).not.toContain(PHONE)
  expect(body.calls[0].phone).toBe('138****4321')
})

it('a call is recorded once, however often it is sent', async () => {
  const key = randomUUID()
  const [one, again] = [
    await post('/calls', { ...call, answer }, seat, key),
    await post('/calls', { ...call, answer }, seat, key),
  ]
  expect(again).toEqual(one)
  expect((await post('/calls', { ...call, answer: '另一句话' }, seat, key)).body.code).toBe('key-reused')
  expect((await lookUp(PHONE)).body.calls).toHaveLength(3)
})

it('a call is answered at once or about a case of the county', async () => {
  expect((await post('/calls', call)).body).toMatchObject({ fields: [{ field: 'answer', code: 'missing' }] })
  expect((await post('/calls', { ...call, caseId: '0'.repeat(26) })).body.code).toBe('unknown-case')
  expect((await post('/calls', { ...call, answer, kind: 'gossip' })).body).toMatchObject({
    fields: [{ field: 'kind', code: 'not-offered' }],
  })
  expect((await post('/lookups', { phone: PHONE }, { ...seat, posts: ['collector'] })).body.code).toBe(
    'post-not-held',
  )
})

it('names, numbers and words of callers lie in the people table alone', async () => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.clientConfig))
  const { TableNames = [] } = await client.send(new ListTablesCommand({}))
  const texts = await Promise.all(
    TableNames.map(async (TableName) => {
      const found: unknown[] = []
      for await (const { Items = [] } of paginateScan({ client }, { TableName })) found.push(...Items)
      return [TableName, JSON.stringify(found)] as const
    }),
  )
  for (const secret of [PHONE, '王某', '什么时候恢复供水'])
    expect(texts.filter(([, text]) => text.includes(secret)).map(([name]) => name)).toEqual([
      expect.stringContaining('PeopleTable'),
    ])
  const looked = texts.find(([name]) => name.includes('TenantTable'))![1]
  expect(looked).toContain('caller-looked-up')
})
