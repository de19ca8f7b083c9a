import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Item } from '../../../infra/local/dynamodb/values/value.ts'
import { type DynamoDbUnderTest, startDynamoDb } from '../../support/dynamodb-server.ts'

// what dynalite cannot witness (see differential/normalize.ts) is told here case by case
let db: DynamoDbUnderTest
beforeAll(async () => {
  db = await startDynamoDb()
  await db.call('CreateTable', {
    TableName: 'things',
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
  })
})
afterAll(() => db.close())

const Key = { id: { S: 'one' } }
const item: Item = {
  ...Key,
  n: { N: '5' },
  m: { N: '5' },
  small: { N: '-2' },
  blank: { S: '' },
  flagged: { BOOL: false },
  tags: { SS: ['x', 'y'] },
  elements: { L: [{ N: '1' }, { N: '2' }, { N: '3' }, { N: '4' }] },
  copied: { L: [{ N: '1' }, { N: '2' }, { N: '3' }, { N: '4' }] },
  tree: { M: { a: { N: '1' }, b: { SS: ['p', 'q'] } } },
}
const put = () => db.call('PutItem', { TableName: 'things', Item: item })

const holds = async (ConditionExpression: string, values?: Item) => {
  await put()
  const { status, body } = await db.call('DeleteItem', {
    TableName: 'things',
    Key,
    ConditionExpression,
    ...(values && { ExpressionAttributeValues: values }),
  })
  if (status !== 200 && !String(body.__type).endsWith('#ConditionalCheckFailedException'))
    throw new Error(String(body.message))
  return status === 200
}

const update = async (UpdateExpression: string, values?: Item) => {
  await put()
  const { body } = await db.call('UpdateItem', {
    TableName: 'things',
    Key,
    UpdateExpression,
    ReturnValues: 'ALL_NEW',
    ...(values && { ExpressionAttributeValues: values }),
  })
  return (body.Attributes as Item | undefined) ?? body.message
}

describe('a condition', () => {
  test.each<[string, Item | undefined, boolean]>([
    ['n = m', undefined, true],
    ['elements = copied', undefined, true],
    ['small < n', undefined, true],
    ['n > absent', undefined, false],
    ['absent = lacking', undefined, false],
    ['absent <> lacking', undefined, true],
    ['tree = :v', { ':v': { M: { b: { SS: ['q', 'p'] }, a: { N: '1.0' } } } }, true],
    ['tree = :v', { ':v': { M: { a: { N: '1' } } } }, false],
    ['flagged = :v', { ':v': { BOOL: false } }, true],
    ['flagged IN (:v)', { ':v': { BOOL: false } }, true],
    ['attribute_type(flagged, :v)', { ':v': { S: 'BOOL' } }, true],
    ['size(blank) = :v', { ':v': { N: '0' } }, true],
    ['size(tree) = :v AND size(elements) > :v', { ':v': { N: '2' } }, true],
    ['begins_with(blank, :v)', { ':v': { S: '' } }, true],
    ['contains(elements, :v)', { ':v': { N: '2' } }, true],
    ['n BETWEEN small AND m', undefined, true],
    ['NOT n = m OR n = m AND n <> m', undefined, false],
    ['attribute_exists(elements[3]) AND attribute_not_exists(elements[4])', undefined, true],
    ['attribute_not_exists(hasOwnProperty)', undefined, true],
    ['attribute_exists(id)\tAnD\nNoT attribute_exists(lacking)', undefined, true],
  ])('%s %j: %s', async (text, values, expected) => {
    expect(await holds(text, values)).toBe(expected)
  })

  test.each<[string, Item | undefined, string]>([
    ['n < :v', { ':v': { BOOL: true } }, 'operator: <, operand type: BOOL'],
    ['n = :v extra', { ':v': { N: '1' } }, 'Syntax error; token: "extra", near: ":v extra"'],
    ['n = ', undefined, 'Syntax error; token: "<EOF>", near: "="'],
    ['n = %', undefined, 'Syntax error; token: "%"'],
    ['_n = n', undefined, 'Syntax error; token: "_"'],
    ['(n) = m', undefined, 'redundant parentheses'],
    [`${'('.repeat(2000)}n`, undefined, 'too many operators'],
    [`n = m${' '.repeat(4096)}`, undefined, 'Expression size has exceeded the maximum allowed size'],
    ['elements[99999999999] = n', undefined, 'List index is not within the allowable range'],
  ])('%s %j is refused: %s', async (text, values, sentence) => {
    await expect(holds(text, values)).rejects.toThrow(sentence)
  })
})

describe('an update', () => {
  test('means list positions as they were before it', async () => {
    expect(
      await update('REMOVE elements[0], elements[2] SET elements[1] = :v', { ':v': { S: 'x' } }),
    ).toMatchObject({
      elements: { L: [{ S: 'x' }, { N: '4' }] },
    })
  })

  test('appends what lies beyond the end of a list, in order of the positions', async () => {
    const values = { ':a': { S: 'a' }, ':b': { S: 'b' } }
    expect(await update('SET elements[9] = :b, elements[7] = :a REMOVE elements[0]', values)).toMatchObject({
      elements: { L: [{ N: '2' }, { N: '3' }, { N: '4' }, { S: 'a' }, { S: 'b' }] },
    })
  })

  test('reads every right side from the item as it was', async () => {
    expect(await update('SET n = small, small = n')).toMatchObject({ n: { N: '-2' }, small: { N: '5' } })
  })

  test('removes a set when its last element is deleted', async () => {
    expect(await update('DELETE tree.b :v', { ':v': { SS: ['p', 'q'] } })).toMatchObject({
      tree: { M: { a: { N: '1' } } },
    })
  })

  test('refuses a sum of more than 38 digits', async () => {
    expect(await update('SET n = n + :v', { ':v': { N: '1e-38' } })).toContain('38 significant digits')
  })

  test('takes attributes of any name', async () => {
    const { body } = await db.call('UpdateItem', {
      TableName: 'things',
      Key: { id: { S: 'odd' } },
      UpdateExpression: 'SET #p = :v, #c = :v',
      ExpressionAttributeNames: { '#p': '__proto__', '#c': 'constructor' },
      ExpressionAttributeValues: { ':v': { S: 'x' } },
      ReturnValues: 'ALL_NEW',
    })
    expect(Object.keys(body.Attributes as object).sort()).toEqual(['__proto__', 'constructor', 'id'])
  })
})

test('legacy parameters are refused by name', async () => {
  const { body } = await db.call('PutItem', { TableName: 'things', Item: item, Expected: {} })
  expect(body.message).toContain('{Expected}')
})
