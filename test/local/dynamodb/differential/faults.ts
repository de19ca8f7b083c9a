import fc from 'fast-check'

type Input = Record<string, unknown>

/** A request on an existing table that must be refused, and how: both stores must give the same sentence. */
export interface FaultyRequest {
  operation: string
  input: Input
}

const key = { pk: { S: 'k' }, sk: { N: '1' } }
const get = (input: Input): FaultyRequest => ({
  operation: 'GetItem',
  input: { TableName: 'numbered', Key: key, ...input },
})
const put = (item: Input, input: Input = {}): FaultyRequest => ({
  operation: 'PutItem',
  input: { TableName: 'numbered', Item: { ...key, ...item }, ...input },
})
const update = (UpdateExpression: string, input: Input = {}): FaultyRequest => ({
  operation: 'UpdateItem',
  input: { TableName: 'numbered', Key: key, UpdateExpression, ...input },
})
const condition = (ConditionExpression: string, values?: Input, names?: Input): FaultyRequest =>
  put(
    {},
    {
      ConditionExpression,
      ...(values && { ExpressionAttributeValues: values }),
      ...(names && { ExpressionAttributeNames: names }),
    },
  )
const query = (KeyConditionExpression: string, values: Input, input: Input = {}): FaultyRequest => ({
  operation: 'Query',
  input: { TableName: 'numbered', KeyConditionExpression, ExpressionAttributeValues: values, ...input },
})
const one = { ':v': { N: '1' } }
const text = { ':v': { S: 'a' } }

const keys = [
  get({ Key: { pk: { S: 'k' } } }),
  get({ Key: { ...key, a: { S: 'a' } } }),
  get({ Key: { pk: { N: '1' }, sk: { N: '1' } } }),
  get({ Key: { pk: { S: '' }, sk: { N: '1' } } }),
  get({ Key: { pk: { S: 'x'.repeat(2049) }, sk: { N: '1' } } }),
  get({ TableName: 'absent' }),
  get({ TableName: 'ab' }),
  get({ TableName: 'a b c' }),
  get({ Key: undefined }),
  get({ ReturnConsumedCapacity: 'ALL' }),
  put({ pk: { N: '1' } }),
  put({ pk: { S: '' } }),
  put({ pk: undefined }),
]
const values = [
  put({ a: {} }),
  put({ a: { S: 'a', N: '1' } }),
  put({ a: { N: 'abc' } }),
  put({ a: { N: '' } }),
  put({ a: { N: '1e126' } }),
  put({ a: { N: '1e-131' } }),
  put({ a: { N: '1'.repeat(39) } }),
  put({ a: { NULL: false } }),
  put({ a: { SS: [] } }),
  put({ a: { NS: [] } }),
  put({ a: { BS: [] } }),
  put({ a: { SS: ['a', 'b', 'a'] } }),
  put({ a: { NS: ['1', '1.0'] } }),
  put({ a: { BS: ['YQ==', 'YQ=='] } }),
  put({ a: { S: 5 } }),
  put({ a: { B: 'abc' } }),
  put({ a: { B: '====' } }),
  put({ a: { L: 'x' } }),
  put({ a: { M: [] } }),
  put({ a: 'x' }),
  put({ a: { S: 'x'.repeat(410_000) } }),
  put({}, { ReturnValues: 'ALL_NEW' }),
  put({}, { ReturnValues: 'SOME' }),
]
const conditions = [
  condition(''),
  condition('a ='),
  condition('a = :v AND', one),
  condition('data = :v', one),
  condition('#n = :v', one),
  condition('a = :w', one),
  condition('a = :v', { ...one, ':unused': { S: 'a' } }),
  condition('a = :v', one, { '#unused': 'a' }),
  condition('unknown_function(a)'),
  condition('attribute_exists(a, b)'),
  condition('attribute_exists(:v)', one),
  condition('begins_with(a, :v)', one),
  condition('contains(a, a)'),
  condition('a = a'),
  condition('size(a)'),
  condition('size(:v) = :v', one),
  condition('a = attribute_exists(b)'),
  condition('attribute_type(a, :v)', text),
  condition('attribute_type(a, :v)', one),
  condition('a BETWEEN :v AND :w', { ':v': { N: '2' }, ':w': { N: '1' } }),
  condition('a BETWEEN :v AND :w', { ':v': { N: '2' }, ':w': { S: '1' } }),
  condition('((a = :v))', one),
  condition('a = :v', { v: { N: '1' } }),
  condition('a = :v', { ':v': {} }),
  condition('attribute_exists(a)', {}),
  condition('attribute_exists(a)', undefined, {}),
  put({}, { ExpressionAttributeNames: { '#a': 'a' } }),
  put({}, { ExpressionAttributeValues: one }),
]
const updates = [
  update(''),
  update('SET'),
  update('SET a'),
  update('SET a = :v SET b = :v', { ExpressionAttributeValues: one }),
  update('SET a = :v, a = :v', { ExpressionAttributeValues: one }),
  update('SET a.x = :v, a = :v', { ExpressionAttributeValues: one }),
  update('SET a.x = :v, a[0] = :v', { ExpressionAttributeValues: one }),
  update('SET pk = :v', { ExpressionAttributeValues: text }),
  update('SET a = :v + :w', { ExpressionAttributeValues: { ...one, ':w': { S: 'a' } } }),
  update('SET a = list_append(:v, b)', { ExpressionAttributeValues: one }),
  update('SET a = size(b)'),
  update('SET a = if_not_exists(:v, b)', { ExpressionAttributeValues: one }),
  update('SET a = if_not_exists(b)'),
  update('SET a = absent_attribute'),
  update('SET a = absent_attribute + :v', { ExpressionAttributeValues: one }),
  update('SET absent_map.x = :v', { ExpressionAttributeValues: one }),
  update('REMOVE absent_map.x'),
  update('ADD a :v', { ExpressionAttributeValues: text }),
  update('DELETE a :v', { ExpressionAttributeValues: one }),
  update('SET data = :v', { ExpressionAttributeValues: one }),
  update('SET #d = :v', { ExpressionAttributeValues: one }),
]
const queries = [
  query('pk = :v AND sk <> :w', { ...text, ':w': { N: '1' } }),
  query('pk < :v', text),
  query('sk = :v', one),
  query('pk = :v', one),
  query('pk = :v AND a = :v', text),
  query('pk = :v AND pk = :w', { ...text, ':w': { S: 'b' } }),
  query('pk = :v OR sk = :w', { ...text, ':w': { N: '1' } }),
  query('NOT pk = :v', text),
  query('pk IN (:v)', text),
  query('pk.x = :v', text),
  query('size(pk) = :v', one),
  query('attribute_exists(pk)', {}, { ExpressionAttributeValues: undefined }),
  query('pk = :v AND sk BETWEEN :b AND :a', { ...text, ':a': { N: '1' }, ':b': { N: '2' } }),
  query('pk = :v', text, { FilterExpression: 'sk = :v' }),
  query('pk = :v', text, { IndexName: 'absent' }),
  query('pk = :v', text, { Limit: 0 }),
  query('pk = :v', text, { ExclusiveStartKey: { pk: { S: 'a' } } }),
  query('pk = :v', text, { ExclusiveStartKey: { pk: { S: 'b' }, sk: { N: '1' } } }),
  query('pk = :v', text, { ProjectionExpression: 'a, a' }),
  query('pk = :v', text, { ProjectionExpression: 'a, a.b' }),
  query('pk = :v', text, { ProjectionExpression: 'pk.b' }),
  query('gs = :v', text, { TableName: 'indexed', IndexName: 'byWord', ConsistentRead: true }),
  query('gn = :v', one, { TableName: 'indexed', IndexName: 'byNumber', Select: 'ALL_ATTRIBUTES' }),
  { operation: 'Query', input: { TableName: 'numbered' } },
  { operation: 'Scan', input: { TableName: 'numbered', Segment: 1 } },
  { operation: 'Scan', input: { TableName: 'numbered', TotalSegments: 2 } },
  { operation: 'Scan', input: { TableName: 'numbered', TotalSegments: 2, Segment: 2 } },
]
const indexKeys: FaultyRequest[] = [
  {
    operation: 'PutItem',
    input: { TableName: 'indexed', Item: { pk: { B: 'YQ==' }, sk: { S: 'a' }, gs: { N: '1' } } },
  },
  {
    operation: 'UpdateItem',
    input: {
      TableName: 'indexed',
      Key: { pk: { B: 'YQ==' }, sk: { S: 'a' } },
      UpdateExpression: 'SET gn = :v',
      ExpressionAttributeValues: text,
    },
  },
]

export const FAULTY: FaultyRequest[] = [
  ...keys,
  ...values,
  ...conditions,
  ...updates,
  ...queries,
  ...indexKeys,
]

export const faulty = fc.constantFrom(...FAULTY)
