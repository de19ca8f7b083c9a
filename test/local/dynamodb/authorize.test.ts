import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Authorize, AwsError, type Principal } from '../../../infra/local/kernel/aws.ts'
import { type DynamoDbUnderTest, root, startDynamoDb } from '../../support/dynamodb-server.ts'

const TABLE_ARN = 'arn:aws-cn:dynamodb:cn-north-1:123456789012:table/cases'
const INDEX_ARN = `${TABLE_ARN}/index/byHolder`
const clerk: Principal = { ...root, arn: 'clerk', root: false, tags: { tenant: '500229' } }

interface Question {
  action: string
  resources: string | string[]
  keys: unknown
}
let asked: Question[] = []
let denied: string | undefined
const authorize: Authorize = (principal, action, resources, context) => {
  if (principal.root) return
  asked.push({ action, resources, keys: context?.['dynamodb:LeadingKeys'] })
  if (action === denied) throw new AwsError('AccessDeniedException', `not authorized to perform: ${action}`)
}

let db: DynamoDbUnderTest
beforeAll(async () => {
  db = await startDynamoDb({ authorize })
  await db.call('CreateTable', {
    TableName: 'cases',
    KeySchema: [{ AttributeName: 'tenant', KeyType: 'HASH' }],
    AttributeDefinitions: [
      { AttributeName: 'tenant', AttributeType: 'S' },
      { AttributeName: 'holder', AttributeType: 'N' },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: 'byHolder',
        KeySchema: [{ AttributeName: 'holder', KeyType: 'HASH' }],
        Projection: { ProjectionType: 'ALL' },
      },
    ],
  })
})
afterAll(() => db.close())
beforeEach(() => {
  asked = []
  denied = undefined
})

const TableName = 'cases'
const key = (tenant: string) => ({ tenant: { S: tenant } })
const always = { ConditionExpression: 'attribute_not_exists(nothing)' }

describe('each operation asks before it acts', () => {
  test.each<[string, object, [string, string, string[] | undefined][]]>([
    ['GetItem', { TableName, Key: key('500229#1') }, [['GetItem', TABLE_ARN, ['500229#1']]]],
    ['PutItem', { TableName, Item: key('500229#1') }, [['PutItem', TABLE_ARN, ['500229#1']]]],
    ['UpdateItem', { TableName, Key: key('a') }, [['UpdateItem', TABLE_ARN, ['a']]]],
    ['DeleteItem', { TableName, Key: key('a') }, [['DeleteItem', TABLE_ARN, ['a']]]],
    [
      'Query',
      {
        TableName,
        KeyConditionExpression: 'tenant = :t',
        ExpressionAttributeValues: { ':t': { S: 'a' } },
      },
      [['Query', TABLE_ARN, ['a']]],
    ],
    [
      'Query',
      {
        TableName,
        IndexName: 'byHolder',
        KeyConditionExpression: 'holder = :h',
        ExpressionAttributeValues: { ':h': { N: '7.0' } },
      },
      [['Query', INDEX_ARN, ['7']]],
    ],
    ['Scan', { TableName }, [['Scan', TABLE_ARN, undefined]]],
    ['Scan', { TableName, IndexName: 'byHolder' }, [['Scan', INDEX_ARN, undefined]]],
    [
      'BatchGetItem',
      { RequestItems: { cases: { Keys: [key('a'), key('b')] } } },
      [['BatchGetItem', TABLE_ARN, ['a', 'b']]],
    ],
    [
      'BatchWriteItem',
      { RequestItems: { cases: [{ PutRequest: { Item: key('a') } }, { DeleteRequest: { Key: key('b') } }] } },
      [['BatchWriteItem', TABLE_ARN, ['a', 'b']]],
    ],
    [
      'TransactWriteItems',
      {
        TransactItems: [
          { Put: { TableName, Item: key('a') } },
          { Update: { TableName, Key: key('b') } },
          { Delete: { TableName, Key: key('c') } },
          { ConditionCheck: { TableName, Key: key('d'), ...always } },
        ],
      },
      [
        ['PutItem', TABLE_ARN, ['a']],
        ['UpdateItem', TABLE_ARN, ['b']],
        ['DeleteItem', TABLE_ARN, ['c']],
        ['ConditionCheckItem', TABLE_ARN, ['d']],
      ],
    ],
    [
      'TransactGetItems',
      { TransactItems: [{ Get: { TableName, Key: key('a') } }, { Get: { TableName, Key: key('b') } }] },
      [
        ['GetItem', TABLE_ARN, ['a']],
        ['GetItem', TABLE_ARN, ['b']],
      ],
    ],
    ['DescribeTable', { TableName }, [['DescribeTable', TABLE_ARN, undefined]]],
    [
      'DeleteTable',
      { TableName: 'absent' },
      [['DeleteTable', TABLE_ARN.replace('cases', 'absent'), undefined]],
    ],
    [
      'ExecuteStatement',
      { Statement: 'UPDATE "cases" SET a = 1' },
      [['PartiQLUpdate', TABLE_ARN, undefined]],
    ],
  ])('%s %j', async (operation, input, questions) => {
    await db.call(operation, input, clerk)
    expect(asked).toEqual(
      questions.map(([action, resources, keys]) => ({ action: `dynamodb:${action}`, resources, keys })),
    )
    denied = `dynamodb:${questions[0]![0]}`
    const { status, body } = await db.call(operation, input, clerk)
    expect(status).toBe(400)
    expect(body.__type).toContain('#AccessDeniedException')
  })

  test('a denied write leaves no trace', async () => {
    denied = 'dynamodb:UpdateItem'
    const member = (tenant: string) => ({ Put: { TableName, Item: key(tenant) } })
    await db.call(
      'TransactWriteItems',
      { TransactItems: [member('untouched'), { Update: { TableName, Key: key('x') } }] },
      clerk,
    )
    const { body } = await db.call('GetItem', { TableName, Key: key('untouched') })
    expect(body.Item).toBeUndefined()
  })
})
