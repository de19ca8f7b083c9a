import type { Principal } from '../../kernel/aws.ts'
import { invalid } from '../errors.ts'
import { type ExpressionName, readExpressions } from '../expressions/expressions.ts'
import { applyActions } from '../expressions/update.ts'
import type { Action } from '../expressions/update-parser.ts'
import { choice, document, type Input } from '../input.ts'
import { newVersion, type Version } from '../store/version.ts'
import { checkIndexKey, checkItemKeys, checkKey, forIndexKeys, keyOf } from '../tables/keys.ts'
import { keyNames, type Table } from '../tables/schema.ts'
import {
  type AttributeValue,
  attribute,
  checkItem,
  type Item,
  MAX_DEPTH,
  type ValueType,
} from '../values/value.ts'
import { type Context, tableOf } from './context.ts'
import { refuseOversized, target, type WriteAction, type WriteRequest } from './write-request.ts'

/** Reads the four kinds of writes, for single operations and for the members of a transaction. */
export const readers: Record<
  WriteAction,
  (context: Context, input: Input, principal: Principal) => WriteRequest
> = {
  PutItem(context, input, principal) {
    const item = checkItem(document(input, 'Item'))
    const version = refuseOversized(newVersion(item), 'Item size has exceeded the maximum allowed size')
    const { expressions, returnOnFailure } = readCondition(input, ['ConditionExpression'])
    const table = tableOf(context, input, principal, 'PutItem')
    checkItemKeys(table, item)
    return {
      action: 'PutItem',
      ...target(table, item),
      keyItem: keyOf(keyNames(table.keys), item),
      condition: expressions.condition,
      returnOnFailure,
      attributes: new Set([...expressions.attributes, ...Object.keys(item)]),
      updatedPaths: [],
      next: () => version,
    }
  },
  UpdateItem(context, input, principal) {
    const { request, expressions } = readKeyed(context, input, principal, 'UpdateItem', [
      'UpdateExpression',
      'ConditionExpression',
    ])
    const actions = expressions.update ?? []
    checkTargets(request.table, actions)
    return {
      ...request,
      next: (before) => updated(request.table, actions, before?.item ?? request.keyItem),
    }
  },
  DeleteItem(context, input, principal) {
    const { request } = readKeyed(context, input, principal, 'DeleteItem', ['ConditionExpression'])
    return { ...request, next: () => undefined }
  },
  ConditionCheckItem(context, input, principal) {
    const { request } = readKeyed(context, input, principal, 'ConditionCheckItem', ['ConditionExpression'])
    if (!request.condition)
      throw invalid(
        "1 validation error detected: Value null at 'conditionExpression' failed to satisfy constraint: Member must not be null",
      )
    return { ...request, next: (before) => before }
  },
}

function readCondition(input: Input, allowed: ExpressionName[]) {
  const choiceOnFailure = choice(
    input,
    'ReturnValuesOnConditionCheckFailure',
    ['ALL_OLD', 'NONE'] as const,
    'NONE',
  )
  return { expressions: readExpressions(input, allowed), returnOnFailure: choiceOnFailure === 'ALL_OLD' }
}

function readKeyed(
  context: Context,
  input: Input,
  principal: Principal,
  action: WriteAction,
  allowed: ExpressionName[],
) {
  const keyItem = checkItem(document(input, 'Key'))
  const { expressions, returnOnFailure } = readCondition(input, allowed)
  const table = tableOf(context, input, principal, action)
  checkKey(table, keyItem)
  const request = {
    action,
    ...target(table, keyItem),
    keyItem,
    condition: expressions.condition,
    returnOnFailure,
    attributes: new Set([...expressions.attributes, ...Object.keys(keyItem)]),
    updatedPaths: (expressions.update ?? []).map(({ path }) => path),
  }
  return { request, expressions }
}

/** What an update must not touch, as far as its text and values tell. */
function checkTargets(table: Table, actions: Action<AttributeValue>[]) {
  for (const name of keyNames(table.keys))
    if (actions.some(({ path }) => path[0] === name))
      throw invalid(
        `One or more parameter values were invalid: Cannot update attribute ${name}. This attribute is part of the key`,
      )
  forIndexKeys(table, (index, name, type) => {
    for (const action of actions) {
      if (action.path[0] !== name) continue
      if (action.path.length > 1)
        throw invalid(
          `Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: IndexKey: ${name}`,
        )
      const value = immediateValue(action)
      if (value) checkIndexKey(index, name, type, value)
    }
  })
}

function immediateValue(action: Action<AttributeValue>): AttributeValue | undefined {
  if (action.kind === 'remove') return undefined
  if (action.kind !== 'set') return action.value
  return action.value.kind === 'value' ? action.value.value : undefined
}

function updated(table: Table, actions: Action<AttributeValue>[], item: Item): Version {
  const result = applyActions(actions, item)
  forIndexKeys(table, (_, name, type) => checkComputedIndexKey(attribute(result, name), type))
  if (actions.some(({ path }) => path.length > 1)) for (const { path } of actions) checkDepth(path, result)
  return refuseOversized(newVersion(result), 'Item size to update has exceeded the maximum allowed size')
}

function checkComputedIndexKey(value: AttributeValue | undefined, type: ValueType) {
  if (value !== undefined && value[type] === undefined)
    throw invalid('The update expression attempted to update the secondary index key to unsupported type')
  if (value?.[type] === '')
    throw invalid(
      'One or more parameter values are not valid. The update expression attempted to update a secondary index key to a value that is not supported. The AttributeValue for a key attribute cannot contain an empty string value.',
    )
}

/** A value set deep inside an item may reach deeper than an item may. */
function checkDepth(path: Action<AttributeValue>['path'], item: Item) {
  const value = attribute(item, path[0] as string)
  if (value && depthOf(value) > MAX_DEPTH)
    throw invalid(
      'Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit',
    )
}

function depthOf(value: AttributeValue): number {
  const inner = value.L ?? (value.M && Object.values(value.M))
  return inner === undefined ? 0 : 1 + Math.max(0, ...inner.map(depthOf))
}
