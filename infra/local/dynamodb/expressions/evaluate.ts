import { beginsWith, contains, equal, order, sizeOf } from '../values/compare.ts'
import { type AttributeValue, type Item, typeOf } from '../values/value.ts'
import type { Comparator, Condition } from './condition-parser.ts'
import { lookup } from './lookup.ts'
import type { Operand } from './syntax.ts'

/** Whether an item (an empty one where none exists) meets a bound condition. */
export function holds(condition: Condition<AttributeValue>, item: Item): boolean {
  switch (condition.kind) {
    case 'and':
      return holds(condition.left, item) && holds(condition.right, item)
    case 'or':
      return holds(condition.left, item) || holds(condition.right, item)
    case 'not':
      return !holds(condition.of, item)
    case 'compare':
      return compare(condition.operator, resolve(condition.left, item), resolve(condition.right, item))
    case 'between': {
      const value = resolve(condition.value, item)
      return (
        compare('>=', value, resolve(condition.low, item)) &&
        compare('<=', value, resolve(condition.high, item))
      )
    }
    case 'in': {
      const value = resolve(condition.value, item)
      return condition.options.some((option) => compare('=', value, resolve(option, item)))
    }
    case 'call':
      return call(condition.name, condition.args, item)
  }
}

function resolve(operand: Operand<AttributeValue>, item: Item): AttributeValue | undefined {
  if (operand.kind === 'value') return operand.value
  if (operand.kind === 'path') return lookup(operand.path, item)
  const value = resolve(operand.args[0]!, item)
  const size = value && sizeOf(value)
  return size === undefined ? undefined : { N: String(size) }
}

function compare(
  operator: Comparator,
  left: AttributeValue | undefined,
  right: AttributeValue | undefined,
): boolean {
  if (left === undefined || right === undefined) return operator === '<>'
  if (operator === '=') return equal(left, right)
  if (operator === '<>') return !equal(left, right)
  const difference = order(left, right)
  if (difference === undefined) return false
  if (operator === '<') return difference < 0
  if (operator === '<=') return difference <= 0
  if (operator === '>') return difference > 0
  return difference >= 0
}

function call(name: string, args: Operand<AttributeValue>[], item: Item): boolean {
  const value = resolve(args[0]!, item)
  if (name === 'attribute_exists') return value !== undefined
  if (name === 'attribute_not_exists') return value === undefined
  const argument = resolve(args[1]!, item)
  if (value === undefined || argument === undefined) return false
  if (name === 'begins_with') return beginsWith(value, argument)
  if (name === 'contains') return contains(value, argument)
  return typeOf(value) === argument.S
}
