import { AwsError, type Principal } from '../../kernel/aws.ts'
import { noUnits, type Units, writeUnits } from '../capacity.ts'
import { invalid, notFound } from '../errors.ts'
import type { Condition } from '../expressions/condition-parser.ts'
import { holds } from '../expressions/evaluate.ts'
import type { Path } from '../expressions/syntax.ts'
import type { Version } from '../store/version.ts'
import { encodeKey, type Key, keyText } from '../tables/keys.ts'
import type { Table } from '../tables/schema.ts'
import { MAX_ITEM_BYTES } from '../values/size.ts'
import type { AttributeValue, Item } from '../values/value.ts'
import type { Context } from './context.ts'

export type WriteAction = 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'ConditionCheckItem'

/** One write of one item, checked as far as it can be without looking at what is stored. */
export interface WriteRequest {
  action: WriteAction
  table: Table
  key: Key
  keyItem: Item
  condition: Condition<AttributeValue> | undefined
  /** Whether a failed condition answers with the item as it is. */
  returnOnFailure: boolean
  /** Top-level attributes read or written, for dynamodb:Attributes. */
  attributes: Set<string>
  /** Paths an update touches, for the UPDATED_ kinds of ReturnValues. */
  updatedPaths: Path[]
  /** The item after the write, `undefined` when it is gone. */
  next(before: Version | undefined): Version | undefined
}

export const NOTHING: Item = {}

export function authorizeWrite({ authorize }: Context, principal: Principal, request: WriteRequest) {
  authorize(principal, `dynamodb:${request.action}`, request.table.arn, {
    'dynamodb:LeadingKeys': [keyText(request.keyItem[request.table.keys.hash]!)],
    'dynamodb:Attributes': [...request.attributes],
  })
}

export const conditionHolds = ({ condition }: WriteRequest, before: Version | undefined) =>
  condition === undefined || holds(condition, before?.item ?? NOTHING)

/** What is stored now; inside a commit. The table may have been deleted while the write waited for its turn. */
export function readBefore({ registry, items }: Context, { table, key }: WriteRequest): Version | undefined {
  if (registry.find(table.name)?.id !== table.id) throw notFound()
  return items.read(table, key)
}

/** What a single write did. */
export interface Written {
  before: Version | undefined
  after: Version | undefined
  units: Units
}

/** Runs one write inside a commit; throws ConditionalCheckFailedException with nothing changed, but billed. */
export function write(context: Context, request: WriteRequest): Written {
  const { table } = request
  const before = readBefore(context, request)
  if (!conditionHolds(request, before)) {
    const units = { table: writeUnits(before?.size ?? 0, 0), indexes: {} }
    context.meter.countWrite(table, request.keyItem, before, units)
    throw new AwsError('ConditionalCheckFailedException', 'The conditional request failed', 400, {
      ...(request.returnOnFailure && before && { Item: before.item }),
    })
  }
  const after = request.next(before)
  return store(context, request, before, after)
}

/** Stores what {@link WriteRequest.next} gave and bills it; `factor` is 2 in transactions and concerns the table only. */
export function store(
  { items, meter }: Context,
  { action, table, key, keyItem }: WriteRequest,
  before: Version | undefined,
  after: Version | undefined,
  factor: 1 | 2 = 1,
): Written {
  const units = noUnits()
  units.table = factor * writeUnits(before?.size ?? 0, after?.size ?? 0)
  if (action !== 'ConditionCheckItem') units.indexes = items.write(table, key, before, after)
  meter.countWrite(table, keyItem, after, units)
  return { before, after, units }
}

/** The part of a request that every kind of write shares. */
export const target = (table: Table, item: Item) => ({ table, key: encodeKey(table.keys, item) })

export function refuseOversized(version: Version, sentence: string): Version {
  if (version.size > MAX_ITEM_BYTES) throw invalid(sentence)
  return version
}
