import type { Principal } from '../../kernel/aws.ts'
import { type Consistency, consumedCapacity, entryOf, readUnits, type Units } from '../capacity.ts'
import { invalid } from '../errors.ts'
import { holds } from '../expressions/evaluate.ts'
import { type ExpressionName, type Expressions, readExpressions } from '../expressions/expressions.ts'
import { project } from '../expressions/projection.ts'
import { choice, flag, type Input, optionalDocument, optionalWhole, resourceName } from '../input.ts'
import type { Start } from '../store/rows.ts'
import type { Version } from '../store/version.ts'
import { checkKey, checkKeyElement, encodeKey, keyOf } from '../tables/keys.ts'
import { type Index, keyNames, type Table } from '../tables/schema.ts'
import { itemSize } from '../values/size.ts'
import { checkItem, type Item } from '../values/value.ts'
import { type Context, capacityMode, tableOf } from './context.ts'

const PAGE_BYTES = 1024 * 1024
const SELECTS = ['SPECIFIC_ATTRIBUTES', 'COUNT', 'ALL_ATTRIBUTES', 'ALL_PROJECTED_ATTRIBUTES'] as const
type Select = (typeof SELECTS)[number]

/** What Query and Scan have in common. */
export interface PageRequest {
  action: 'Query' | 'Scan'
  table: Table
  index: Index | undefined
  expressions: Expressions
  select: Select
  limit: number
  startKey: Item | undefined
  consistency: Consistency
}

export function readPage(
  context: Context,
  input: Input,
  principal: Principal,
  action: 'Query' | 'Scan',
  allowed: ExpressionName[],
): PageRequest {
  const indexName = input.IndexName == null ? undefined : resourceName(input, 'IndexName')
  const limit = optionalWhole(input, 'Limit', 1) ?? Number.POSITIVE_INFINITY
  const rawStart = optionalDocument(input, 'ExclusiveStartKey')
  const startKey = rawStart && checkItem(rawStart)
  const expressions = readExpressions(input, allowed)
  const table = tableOf(context, input, principal, action)
  const index = indexName === undefined ? undefined : requireIndex(table, indexName)
  const consistent = flag(input, 'ConsistentRead')
  if (index && consistent) throw invalid('Consistent reads are not supported on global secondary indexes')
  const select = readSelect(input, expressions, index)
  refuseNestedKeys(table, expressions)
  return { action, table, index, expressions, select, limit, startKey, consistency: consistent ? 1 : 0.5 }
}

function requireIndex(table: Table, name: string): Index {
  const index = table.indexes.find((candidate) => candidate.name === name)
  if (!index) throw invalid(`The table does not have the specified index: ${name}`)
  return index
}

function readSelect(input: Input, { projection }: Expressions, index: Index | undefined): Select {
  const otherwise = projection ? 'SPECIFIC_ATTRIBUTES' : index ? 'ALL_PROJECTED_ATTRIBUTES' : 'ALL_ATTRIBUTES'
  const select = choice(input, 'Select', SELECTS, otherwise)
  if (select === 'ALL_PROJECTED_ATTRIBUTES' && !index)
    throw invalid(
      'One or more parameter values were invalid: ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName',
    )
  if (projection && select !== 'SPECIFIC_ATTRIBUTES')
    throw invalid(`Cannot specify the ProjectionExpression when choosing to get ${select}`)
  if (!projection && select === 'SPECIFIC_ATTRIBUTES')
    throw invalid(
      'One or more parameter values were invalid: Must specify the ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES',
    )
  if (select === 'ALL_ATTRIBUTES' && index && index.projection !== 'ALL')
    throw invalid(
      `One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global secondary index ${index.name} because its projection type is not ALL`,
    )
  return select
}

function refuseNestedKeys(table: Table, { projection = [] }: Expressions) {
  const nested = new Set(projection.filter((path) => path.length > 1).map((path) => path[0]))
  for (const name of keyNames(table.keys))
    if (nested.has(name))
      throw invalid(
        `Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: ${name}`,
      )
}

/** The attributes of a LastEvaluatedKey: those of the table's key and of the index's. */
const startNames = (table: Table, index: Index | undefined) => [
  ...new Set([...keyNames(table.keys), ...(index ? keyNames(index.keys) : [])]),
]

/** Where the page starts; throws when ExclusiveStartKey is not what a LastEvaluatedKey could have been. */
export function startOf({ action, table, index, startKey }: PageRequest): Start | undefined {
  if (!startKey) return undefined
  if (Object.keys(startKey).length !== startNames(table, index).length)
    throw invalid(
      index || action === 'Query'
        ? 'The provided starting key is invalid'
        : 'The provided starting key is invalid: The provided key element does not match the schema',
    )
  try {
    if (index)
      for (const name of keyNames(index.keys))
        checkKeyElement(table.types, name, startKey, name === index.keys.hash)
    checkKey(table, keyOf(keyNames(table.keys), startKey))
  } catch (error) {
    throw invalid(`The provided starting key is invalid: ${(error as Error).message}`)
  }
  const item = encodeKey(table.keys, startKey)
  return index ? { at: encodeKey(index.keys, startKey), item } : { at: item }
}

/** Collects one page: up to the limit or to 1 MB of what was looked at, whatever the filter lets through. */
export function collect(context: Context, request: PageRequest, input: Input, rows: Iterable<Version>) {
  const { table, index, expressions, limit } = request
  const found: Item[] = []
  let scanned = 0
  let bytes = 0
  let last: Item | undefined
  for (const version of rows) {
    const entry = index ? entryOf(table, index, version.item) : version.item
    scanned++
    bytes += index && index.projection !== 'ALL' ? itemSize(entry) : version.size
    if (!expressions.filter || holds(expressions.filter, entry)) found.push(entry)
    if (scanned >= limit || bytes >= PAGE_BYTES) {
      last = keyOf(startNames(table, index), version.item)
      break
    }
  }
  return {
    Count: found.length,
    ScannedCount: scanned,
    ...(request.select !== 'COUNT' && { Items: pick(request, found) }),
    LastEvaluatedKey: last,
    ConsumedCapacity: bill(context, request, input, bytes),
  }
}

const pick = ({ expressions: { projection } }: PageRequest, items: Item[]) =>
  projection ? items.map((item) => project(projection, item)) : items

function bill({ meter }: Context, { table, index, consistency }: PageRequest, input: Input, bytes: number) {
  const amount = readUnits(bytes, consistency)
  const units: Units = index
    ? { table: 0, indexes: { [index.name]: amount } }
    : { table: amount, indexes: {} }
  meter.countRead(table, units)
  return consumedCapacity(capacityMode(input), table.name, units)
}

/** What a page reads, for conditions of IAM. */
export const pageContext = ({ expressions, select }: PageRequest): Record<string, string | string[]> => ({
  'dynamodb:Select': select,
  ...(expressions.attributes.size > 0 && { 'dynamodb:Attributes': [...expressions.attributes] }),
})
