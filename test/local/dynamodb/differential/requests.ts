import fc from 'fast-check'
import { condition, parameters, projection, update } from './expressions.ts'
import { type FaultyRequest, faulty } from './faults.ts'
import { TABLES } from './tables.ts'
import { attributes, indexAttributes, keyOf, keyValue, scalar } from './values.ts'

type Input = Record<string, unknown>

/** One request; `walk` follows LastEvaluatedKey to the end, `unordered` compares items as a set. */
export interface Request {
  operation: string
  input: Input
  walk?: boolean
  unordered?: boolean
}

const table = fc.constantFrom(...TABLES)
const capacity = (wide: boolean) =>
  wide
    ? fc.constantFrom('NONE', undefined)
    : fc.option(fc.constantFrom('TOTAL', 'INDEXES', 'NONE'), { nil: undefined })
const sometimes = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary })

const put: fc.Arbitrary<Request> = table.chain(({ name, wide, keys, indexes }) =>
  fc
    .record({
      key: keyOf(keys),
      item: attributes(wide),
      indexed: indexes.length > 0 ? indexAttributes : fc.constant({}),
      ConditionExpression: sometimes(condition('c')),
      ReturnValues: fc.option(fc.constantFrom('NONE', 'ALL_OLD'), { nil: undefined }),
      ReturnConsumedCapacity: capacity(wide),
    })
    .map(({ key, item, indexed, ConditionExpression, ...rest }) => ({
      operation: 'PutItem',
      input: {
        TableName: name,
        Item: { ...key, ...item, ...indexed },
        ...parameters({ ConditionExpression }),
        ...rest,
      },
    })),
)

const RETURNED = ['NONE', 'ALL_OLD', 'ALL_NEW', 'UPDATED_OLD', 'UPDATED_NEW']

const change: fc.Arbitrary<Request> = table.chain(({ name, wide, keys }) =>
  fc
    .record({
      Key: keyOf(keys),
      UpdateExpression: update(wide),
      ConditionExpression: sometimes(condition('c')),
      ReturnValues: fc.constantFrom(...RETURNED),
      ReturnConsumedCapacity: capacity(wide),
    })
    .map(({ UpdateExpression, ConditionExpression, ...rest }) => ({
      operation: 'UpdateItem',
      input: { TableName: name, ...parameters({ UpdateExpression, ConditionExpression }), ...rest },
    })),
)

const remove: fc.Arbitrary<Request> = table.chain(({ name, wide, keys }) =>
  fc
    .record({
      Key: keyOf(keys),
      ConditionExpression: sometimes(condition('c')),
      ReturnValues: fc.constantFrom('NONE', 'ALL_OLD'),
      ReturnConsumedCapacity: capacity(wide),
    })
    .map(({ ConditionExpression, ...rest }) => ({
      operation: 'DeleteItem',
      input: { TableName: name, ...parameters({ ConditionExpression }), ...rest },
    })),
)

const get: fc.Arbitrary<Request> = table.chain(({ name, wide, keys }) =>
  fc
    .record({
      Key: keyOf(keys),
      ProjectionExpression: sometimes(projection),
      ConsistentRead: fc.boolean(),
      ReturnConsumedCapacity: capacity(wide),
    })
    .map(({ ProjectionExpression, ...rest }) => ({
      operation: 'GetItem',
      input: { TableName: name, ...parameters({ ProjectionExpression }), ...rest },
    })),
)

const batchGet: fc.Arbitrary<Request> = table.chain(({ name, keys }) =>
  fc
    .uniqueArray(keyOf(keys), { minLength: 1, maxLength: 5, selector: (key) => JSON.stringify(key) })
    .map((Keys) => ({
      operation: 'BatchGetItem',
      unordered: true,
      input: { RequestItems: { [name]: { Keys } } },
    })),
)

const batchWrite: fc.Arbitrary<Request> = table.chain(({ name, wide, keys }) =>
  fc
    .uniqueArray(fc.tuple(keyOf(keys), attributes(wide), fc.boolean()), {
      minLength: 1,
      maxLength: 5,
      selector: ([key]) => JSON.stringify(key),
    })
    .map((members) => ({
      operation: 'BatchWriteItem',
      input: {
        RequestItems: {
          [name]: members.map(([Key, item, isPut]) =>
            isPut ? { PutRequest: { Item: { ...Key, ...item } } } : { DeleteRequest: { Key } },
          ),
        },
      },
    })),
)

const OPERATORS = ['=', '<', '<=', '>', '>=', 'BETWEEN', 'begins_with'] as const

const query: fc.Arbitrary<Request> = fc
  .constantFrom(
    ...TABLES.flatMap(({ name, wide, keys, indexes }) => {
      const [hash, range] = Object.keys(keys)
      const types = { ...keys, gs: 'S', gn: 'N' } as Record<string, 'S' | 'N' | 'B'>
      const own = { table: name, wide, index: undefined as string | undefined, hash: hash!, range, types }
      return [
        own,
        ...indexes.map((index) => ({ ...own, index: index.name, hash: index.hash, range: index.range })),
      ]
    }),
  )
  .chain(({ table: name, wide, index, hash, range, types }) =>
    fc
      .record({
        partition: keyValue(types[hash]!),
        sort: fc.tuple(
          fc.constantFrom(...OPERATORS),
          keyValue(types[range ?? hash]!),
          keyValue(types[range ?? hash]!),
        ),
        useSort: fc.boolean(),
        filter: sometimes(condition('f')),
        picked: index ? fc.constant(null) : sometimes(projection),
        forward: fc.boolean(),
        limit: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
        ReturnConsumedCapacity: capacity(wide),
      })
      .map(({ partition, sort, useSort, filter, picked, forward, limit, ReturnConsumedCapacity }) => {
        const key = {
          text: `${hash} = :hash`,
          names: {},
          values: { ':hash': partition } as Record<string, typeof partition>,
        }
        if (useSort && range) {
          const [operator, first, second] = sort
          key.values[':first'] = first
          if (operator === 'BETWEEN') {
            key.text += ` AND ${range} BETWEEN :first AND :second`
            key.values[':second'] = second
          } else if (operator === 'begins_with' && types[range] !== 'N')
            key.text += ` AND begins_with(${range}, :first)`
          else key.text += ` AND :first ${operator === 'begins_with' ? '=' : operator} ${range}`
        }
        return {
          operation: 'Query',
          walk: true,
          unordered: index !== undefined,
          input: {
            TableName: name,
            IndexName: index,
            Limit: limit,
            ScanIndexForward: forward,
            ReturnConsumedCapacity: index ? undefined : ReturnConsumedCapacity,
            ...parameters({
              KeyConditionExpression: key,
              FilterExpression: filter,
              ProjectionExpression: picked,
            }),
          },
        }
      }),
  )

const scan: fc.Arbitrary<Request> = table.chain(({ name, indexes }) =>
  fc
    .record({
      index: fc.option(fc.constantFrom(...indexes.map((index) => index.name), undefined), { nil: undefined }),
      filter: sometimes(condition('f')),
      Select: fc.option(fc.constant('COUNT'), { nil: undefined, freq: 4 }),
      Limit: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
    })
    .map(({ index, filter, ...rest }) => ({
      operation: 'Scan',
      walk: true,
      unordered: true,
      input: { TableName: name, IndexName: index, ...rest, ...parameters({ FilterExpression: filter }) },
    })),
)

const numericIndexKey: fc.Arbitrary<Request> = fc
  .tuple(keyOf(TABLES[3]!.keys), scalar, fc.constantFrom('gs', 'gn'))
  .map(([Key, value, name]) => ({
    operation: 'UpdateItem',
    input: {
      TableName: 'indexed',
      Key,
      UpdateExpression: `SET ${name} = :v`,
      ExpressionAttributeValues: { ':v': value },
    },
  }))

export const request: fc.Arbitrary<Request> = fc.oneof(
  { weight: 8, arbitrary: put },
  { weight: 8, arbitrary: change },
  { weight: 3, arbitrary: remove },
  { weight: 4, arbitrary: get },
  { weight: 1, arbitrary: batchGet },
  { weight: 1, arbitrary: batchWrite },
  { weight: 6, arbitrary: query },
  { weight: 2, arbitrary: scan },
  { weight: 1, arbitrary: numericIndexKey },
  { weight: 4, arbitrary: faulty as fc.Arbitrary<FaultyRequest> },
)
