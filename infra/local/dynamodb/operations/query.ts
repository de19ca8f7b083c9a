import { crc32 } from 'node:zlib'
import { invalid } from '../errors.ts'
import { pathsOf } from '../expressions/check-condition.ts'
import { holds } from '../expressions/evaluate.ts'
import type { KeyTest } from '../expressions/key-condition.ts'
import type { SortRange } from '../store/rows.ts'
import { encodeKeyValue, keyText } from '../tables/keys.ts'
import { type KeySchema, keyNames } from '../tables/schema.ts'
import type { AttributeValue, Item } from '../values/value.ts'
import type { Operation } from './context.ts'
import { collect, type PageRequest, pageContext, readPage, startOf } from './page.ts'

/** Query: one partition of a table or index, in the order of its sort keys. */
export const query: Operation = (context, input, principal) => {
  const request = readPage(context, input, principal, 'Query', [
    'ProjectionExpression',
    'FilterExpression',
    'KeyConditionExpression',
  ])
  const { table, index, expressions } = request
  if (!expressions.keyTests)
    throw invalid(
      'Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.',
    )
  const keys = index?.keys ?? table.keys
  const { partition, test } = readTests(request, keys, expressions.keyTests)
  context.authorize(principal, 'dynamodb:Query', index?.arn ?? table.arn, {
    'dynamodb:LeadingKeys': [keyText(partition)],
    ...pageContext(request),
  })
  const start = startOf(request)
  if (request.startKey) refuseForeignStart(keys, request.startKey, partition, test)
  refuseFilteredKeys(request, keys)
  const encoded = encodeKeyValue(partition)
  const rows = context.rows.partition({
    table,
    index,
    key: { hash: crc32(encoded), partition: encoded },
    range: test ? rangeOf(test) : {},
    start,
    forward: input.ScanIndexForward !== false,
  })
  return collect(context, request, input, rows)
}

/** Splits the key condition into the value of the partition key and the test of the sort key. */
function readTests({ table }: PageRequest, { hash, range }: KeySchema, tests: Map<string, KeyTest>) {
  if (range === undefined && tests.size > 1) throw invalid('Query key condition not supported')
  const partitionTest = tests.get(hash)
  if (!partitionTest) throw invalid(`Query condition missed key schema element: ${hash}`)
  const test = range === undefined ? undefined : tests.get(range)
  if (tests.size > 1 && !test) throw invalid(`Query condition missed key schema element: ${range}`)
  checkTypes(table.types[hash]!, partitionTest)
  if (partitionTest.operator !== '=') throw invalid('Query key condition not supported')
  if (test) checkTypes(table.types[range!]!, test)
  refuseEmpty(hash, partitionTest)
  if (test && test.operator !== 'begins_with') refuseEmpty(range!, test)
  return { partition: partitionTest.values[0]!, test }
}

function checkTypes(type: 'S' | 'N' | 'B', { operator, values }: KeyTest) {
  if (operator === 'begins_with' && type === 'N') throw invalid('Query key condition not supported')
  if (values.some((value) => value[type] === undefined))
    throw invalid(
      'One or more parameter values were invalid: Condition parameter type does not match schema type',
    )
}

function refuseEmpty(name: string, { values }: KeyTest) {
  for (const value of values)
    if (value.S === '' || value.B === '')
      throw invalid(
        `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty ${value.S === '' ? 'string' : 'binary'} value. Key: ${name}`,
      )
}

function rangeOf({ operator, values }: KeyTest): SortRange {
  const [sort, upper] = values.map(encodeKeyValue) as [Buffer, Buffer?]
  const inclusive = { sort, exclusive: false }
  switch (operator) {
    case '=':
      return { low: inclusive, high: inclusive }
    case '<':
      return { high: { sort, exclusive: true } }
    case '<=':
      return { high: inclusive }
    case '>':
      return { low: { sort, exclusive: true } }
    case '>=':
      return { low: inclusive }
    case 'between':
      return { low: inclusive, high: { sort: upper!, exclusive: false } }
    case 'begins_with': {
      const end = afterPrefix(sort)
      return { low: inclusive, ...(end && { high: { sort: end, exclusive: true } }) }
    }
  }
}

/** The first bytes behind all that begin with `prefix`; `undefined` when nothing lies behind them. */
function afterPrefix(prefix: Buffer): Buffer | undefined {
  let length = prefix.length
  while (length > 0 && prefix[length - 1] === 0xff) length--
  if (length === 0) return undefined
  const end = Buffer.from(prefix.subarray(0, length))
  end[length - 1]! += 1
  return end
}

function refuseForeignStart(
  keys: KeySchema,
  start: Item,
  partition: AttributeValue,
  test: KeyTest | undefined,
) {
  const matches = !test || meets(test, keys.range!, start)
  if (!matches) throw invalid('The provided starting key does not match the range key predicate')
  if (keyText(start[keys.hash]!) !== keyText(partition))
    throw invalid('The provided starting key is outside query boundaries based on provided conditions')
}

function meets({ operator, values }: KeyTest, name: string, item: Item): boolean {
  const path = { kind: 'path' as const, path: [name] }
  const [first, second] = values.map((value) => ({ kind: 'value' as const, value }))
  if (operator === 'between') return holds({ kind: 'between', value: path, low: first!, high: second! }, item)
  if (operator === 'begins_with') return holds({ kind: 'call', name: operator, args: [path, first!] }, item)
  return holds({ kind: 'compare', operator, left: path, right: first! }, item)
}

function refuseFilteredKeys({ expressions: { filter } }: PageRequest, keys: KeySchema) {
  if (!filter) return
  const heads = new Set(pathsOf(filter).map((path) => path[0]))
  for (const name of keyNames(keys))
    if (heads.has(name))
      throw invalid(
        `Filter Expression can only contain non-primary key attributes: Primary key attribute: ${name}`,
      )
}
