import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AttributeValue, Item } from '../../../infra/local/dynamodb/values/value.ts'
import { type DynamoDbUnderTest, startDynamoDb } from '../../support/dynamodb-server.ts'

let db: DynamoDbUnderTest
beforeAll(async () => {
  db = await startDynamoDb()
  for (const TableName of ['things', 'parts'])
    await db.call('CreateTable', {
      TableName,
      KeySchema: [
        { AttributeName: 'p', KeyType: 'HASH' },
        { AttributeName: 's', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [
        { AttributeName: 'p', AttributeType: 'S' },
        { AttributeName: 's', AttributeType: 'S' },
      ],
    })
})
afterAll(() => db.close())

const put = (item: Item, TableName = 'things') =>
  db.call('PutItem', { TableName, Item: { p: { S: 'p' }, s: { S: 's' }, ...item } })
const nested = (levels: number): AttributeValue => (levels === 0 ? { S: 'x' } : { L: [nested(levels - 1)] })

describe('an item', () => {
  test('may have 400 KB and not a byte more', async () => {
    const room = 400 * 1024 - 'pp'.length - 'ss'.length - 'x'.length
    expect((await put({ x: { S: 'x'.repeat(room) } })).status).toBe(200)
    const { body } = await put({ x: { S: 'x'.repeat(room + 1) } })
    expect(body.message).toBe('Item size has exceeded the maximum allowed size')
    await put({ x: { S: 'x'.repeat(room - 1) } })
    const grown = await db.call('UpdateItem', {
      TableName: 'things',
      Key: { p: { S: 'p' }, s: { S: 's' } },
      UpdateExpression: 'SET y = :v',
      ExpressionAttributeValues: { ':v': { S: 'y' } },
    })
    expect(grown.body.message).toBe('Item size to update has exceeded the maximum allowed size')
  })

  test('may nest 32 levels and not one more, put or updated', async () => {
    expect((await put({ x: nested(32), m: { M: {} } })).status).toBe(200)
    expect((await put({ x: nested(33) })).body.message).toContain('Nesting Levels have exceeded')
    const { body } = await db.call('UpdateItem', {
      TableName: 'things',
      Key: { p: { S: 'p' }, s: { S: 's' } },
      UpdateExpression: 'SET m.x = :v',
      ExpressionAttributeValues: { ':v': nested(32) },
    })
    expect(body.message).toContain('Nesting Levels have exceeded')
  })

  test('keeps 38 digits', async () => {
    const digits = '12345678901234567890.123456789012345678'
    await put({ x: { N: digits } })
    const { body } = await db.call('GetItem', {
      TableName: 'things',
      Key: { p: { S: 'p' }, s: { S: 's' } },
    })
    expect(body.Item).toMatchObject({ x: { N: digits } })
  })
})

test.each<[string, Item, string]>([
  ['a partition key of 2048 bytes', { p: { S: 'x'.repeat(2048) } }, ''],
  ['a partition key of 2049 bytes', { p: { S: 'x'.repeat(2049) } }, 'Size of hashkey has exceeded'],
  ['a sort key of 1024 bytes', { s: { S: 'x'.repeat(1024) } }, ''],
  ['a sort key of 1023 bytes in fewer characters', { s: { S: '县'.repeat(341) } }, ''],
  [
    'a sort key of 1026 bytes in fewer characters',
    { s: { S: '县'.repeat(342) } },
    'Aggregated size of all range keys',
  ],
  ['an empty key', { s: { S: '' } }, 'cannot contain an empty string value. Key: s'],
])('%s: %s', async (_, item, sentence) => {
  const { status, body } = await put(item)
  if (sentence === '') expect(status).toBe(200)
  else expect(body.message).toContain(sentence)
})

describe('a page', () => {
  test('ends at 1 MB and goes on where it ended', async () => {
    for (let n = 0; n < 5; n++)
      await put({ p: { S: 'pages' }, s: { S: String(n) }, x: { S: 'x'.repeat(350_000) } })
    const query = {
      TableName: 'things',
      KeyConditionExpression: 'p = :p',
      ExpressionAttributeValues: { ':p': { S: 'pages' } },
      ProjectionExpression: 's',
    }
    const first = await db.call('Query', query)
    expect(first.body).toMatchObject({ Count: 3, LastEvaluatedKey: { s: { S: '2' } } })
    const rest = await db.call('Query', { ...query, ExclusiveStartKey: first.body.LastEvaluatedKey })
    expect(rest.body.Items).toEqual([{ s: { S: '3' } }, { s: { S: '4' } }])
    expect(rest.body.LastEvaluatedKey).toBeUndefined()
  })
})

test('the segments of a parallel scan share all items among them', async () => {
  for (let n = 0; n < 40; n++) await put({ p: { S: `part ${n}` } }, 'parts')
  const whole = await db.call('Scan', { TableName: 'parts', ProjectionExpression: 'p, s' })
  const segments = await Promise.all(
    [0, 1, 2, 3].map((Segment) =>
      db.call('Scan', { TableName: 'parts', ProjectionExpression: 'p, s', Segment, TotalSegments: 4 }),
    ),
  )
  const parts = segments.map(({ body }) => body.Items as Item[])
  expect(parts.flat()).toEqual(whole.body.Items)
  expect(parts.every((part) => part.length > 0)).toBe(true)
})

test.each([
  ['no JSON', '{"TableName"', 'SerializationException'],
  ['no document', '[]', 'SerializationException'],
  ['null', 'null', 'SerializationException'],
  ['a list for a map', '{"TableName":"things","Item":[]}', 'SerializationException'],
  ['a number for a text', '{"TableName":5,"Item":{}}', 'SerializationException'],
  ['an attribute without a type', '{"TableName":"things","Item":{"p":{}}}', 'ValidationException'],
  [
    'deep nesting',
    `{"TableName":"things","Item":{"p":${'{"L":['.repeat(5000)}${']}'.repeat(5000)}}}`,
    'ValidationException',
  ],
])('a body with %s is refused, not a crash', async (_, body, code) => {
  const answer = await db.call('PutItem', body)
  expect(answer.status).toBe(400)
  expect(answer.body.__type).toContain(`#${code}`)
})

test('PartiQL is refused in one sentence', async () => {
  const { body } = await db.call('ExecuteStatement', { Statement: 'SELECT * FROM "things"' })
  expect(body.message).toBe('The local cloud does not run PartiQL.')
})

test('a full disk refuses writes, says so, and keeps what was answered', async () => {
  const full = await startDynamoDb()
  try {
    await full.call('CreateTable', {
      TableName: 'things',
      KeySchema: [{ AttributeName: 'p', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'p', AttributeType: 'N' }],
    })
    const { page_count: pages } = full.database.sqlite.prepare('PRAGMA page_count').get() as {
      page_count: number
    }
    full.database.sqlite.exec(`PRAGMA max_page_count = ${pages + 20}`)
    const answered: number[] = []
    let refusal: Awaited<ReturnType<typeof full.call>> | undefined
    for (let n = 0; n < 50 && !refusal; n++) {
      const answer = await full.call('PutItem', {
        TableName: 'things',
        Item: { p: { N: String(n) }, x: { S: 'x'.repeat(10_000) } },
      })
      if (answer.status === 200) answered.push(n)
      else refusal = answer
    }
    expect(refusal).toMatchObject({ status: 500 })
    expect(refusal!.body.message).toContain('disk is full')
    expect(answered.length).toBeGreaterThan(0)
    const { body } = await full.call('Scan', { TableName: 'things', Select: 'COUNT' })
    expect(body.Count).toBe(answered.length)
  } finally {
    await full.close()
  }
})
