import type { Principal } from '../../kernel/aws.ts'
import { type CapacityMode, type Consistency, consumedCapacity, readUnits } from '../capacity.ts'
import { type ExpressionName, readExpressions } from '../expressions/expressions.ts'
import { project } from '../expressions/projection.ts'
import { document, flag, type Input } from '../input.ts'
import { checkKey, encodeKey, keyText } from '../tables/keys.ts'
import type { Table } from '../tables/schema.ts'
import { checkItem, type Item } from '../values/value.ts'
import { type Context, capacityMode, type Operation, tableOf } from './context.ts'

export const PROJECTING: ExpressionName[] = ['ProjectionExpression']

/** GetItem: sees every write that was answered, whether it asks for consistency or not; only the bill differs. */
export const getItem: Operation = (context, input, principal) => {
  const mode = capacityMode(input)
  const request = readGet(context, input, principal, 'GetItem')
  const { item, units } = get(context, request, flag(input, 'ConsistentRead') ? 1 : 0.5)
  return { Item: item, ConsumedCapacity: readCapacity(mode, request.table, units) }
}

export const readCapacity = (mode: CapacityMode, table: Table, units: number) =>
  consumedCapacity(mode, table.name, { table: units, indexes: {} })

export interface GetRequest {
  table: Table
  key: Item
  pick: (item: Item) => Item
}

/** Reads and authorizes the request for one item. */
export function readGet(context: Context, input: Input, principal: Principal, action: 'GetItem'): GetRequest {
  const key = checkItem(document(input, 'Key'))
  const { projection, attributes } = readExpressions(input, PROJECTING)
  const table = tableOf(context, input, principal, action)
  checkKey(table, key)
  context.authorize(principal, `dynamodb:${action}`, table.arn, {
    'dynamodb:LeadingKeys': [keyText(key[table.keys.hash]!)],
    ...(projection && { 'dynamodb:Attributes': [...attributes], 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' }),
  })
  return { table, key, pick: projection ? (item) => project(projection, item) : (item) => item }
}

/** Reads one item and bills it; a missing one costs as much as a small one. */
export function get({ items, meter }: Context, { table, key, pick }: GetRequest, consistency: Consistency) {
  const version = items.read(table, encodeKey(table.keys, key))
  const units = readUnits(version?.size ?? 0, consistency)
  meter.countRead(table, { table: units, indexes: {} })
  return { item: version && pick(version.item), size: version?.size ?? 0, units }
}
