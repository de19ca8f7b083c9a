import { invalid } from '../errors.ts'
import { isOrdered, order } from '../values/compare.ts'
import { type AttributeValue, typeOf, type ValueType } from '../values/value.ts'
import type { Condition } from './condition-parser.ts'
import { type Operand, type Path, pathText, samePath } from './syntax.ts'

type Bound = Operand<AttributeValue>

const OPERANDS: Record<string, number> = {
  attribute_exists: 1,
  attribute_not_exists: 1,
  attribute_type: 2,
  begins_with: 2,
  contains: 2,
  size: 1,
}
const TYPE_NAMES = ['B', 'NULL', 'SS', 'BOOL', 'L', 'BS', 'N', 'NS', 'S', 'M']
const MAX_OPTIONS = 100

/** The rules of a condition that need its values: operand counts and types, distinct operands, order of bounds. */
export function checkCondition(condition: Condition<AttributeValue>) {
  switch (condition.kind) {
    case 'and':
    case 'or':
      checkCondition(condition.left)
      checkCondition(condition.right)
      return
    case 'not':
      checkCondition(condition.of)
      return
    case 'compare':
      checkSizes([condition.left, condition.right])
      refuseSameOperands(condition.operator, condition.left, condition.right)
      if (condition.operator !== '=' && condition.operator !== '<>')
        for (const operand of [condition.left, condition.right]) refuseUnordered(condition.operator, operand)
      return
    case 'between':
      checkSizes([condition.value, condition.low, condition.high])
      checkBounds(condition.low, condition.high)
      return
    case 'in':
      checkSizes([condition.value, ...condition.options])
      if (condition.options.length > MAX_OPTIONS) throw wrongCount('IN', condition.options.length + 1)
      return
    case 'call':
      checkCall(condition.name, condition.args)
  }
}

function checkSizes(operands: Bound[]) {
  for (const operand of operands) if (operand.kind === 'call') checkCall(operand.name, operand.args)
}

function checkCall(name: string, args: Bound[]) {
  checkSizes(args)
  if (args.length !== OPERANDS[name]) throw wrongCount(name, args.length)
  if (args.length === 2) refuseSameOperands(name, args[0]!, args[1]!)
  const type = (index: number) => immediateType(args[index]!)
  if (name === 'attribute_exists' || name === 'attribute_not_exists') {
    if (args[0]!.kind !== 'path')
      throw invalid(`Operator or function requires a document path; operator or function: ${name}`)
  } else if (name === 'begins_with') {
    for (const index of [0, 1]) refuseTypes(name, type(index), (found) => found !== 'S' && found !== 'B')
  } else if (name === 'size') {
    refuseTypes(name, type(0), (found) => found === 'N' || found === 'BOOL' || found === 'NULL')
  } else if (name === 'attribute_type') checkTypeName(args[1]!)
}

function checkTypeName(operand: Bound) {
  const type = immediateType(operand)
  if (operand.kind !== 'value' || type !== 'S')
    throw wrongType('operator or function: attribute_type', type ?? '{NS,SS,L,BS,N,M,B,BOOL,NULL,S}')
  if (!TYPE_NAMES.includes(operand.value.S!))
    throw invalid(
      `Invalid attribute type name found; type: ${operand.value.S}, valid types: {${TYPE_NAMES.join(',')}}`,
    )
}

function refuseTypes(name: string, type: ValueType | undefined, refused: (type: ValueType) => boolean) {
  if (type !== undefined && refused(type)) throw wrongType(`operator or function: ${name}`, type)
}

function refuseUnordered(operator: string, operand: Bound) {
  const type = immediateType(operand)
  if (type !== undefined && !isOrdered(type)) throw wrongType(`operator: ${operator}`, type)
}

function refuseSameOperands(name: string, left: Bound, right: Bound) {
  if (left.kind === 'path' && right.kind === 'path' && samePath(left.path, right.path))
    throw invalid(
      'The first operand must be distinct from the remaining operands for this operator or function; ' +
        `operator: ${name}, first operand: ${pathText(left.path)}`,
    )
}

function checkBounds(low: Bound, high: Bound) {
  if (low.kind !== 'value' || high.kind !== 'value') return
  const [lowType, highType] = [typeOf(low.value), typeOf(high.value)]
  const bounds =
    `lower bound operand: AttributeValue: {${lowType}:${low.value[lowType]}}, ` +
    `upper bound operand: AttributeValue: {${highType}:${high.value[highType]}}`
  if (lowType !== highType)
    throw invalid(`The BETWEEN operator requires same data type for lower and upper bounds; ${bounds}`)
  if (!isOrdered(lowType)) throw wrongType('operator or function: BETWEEN', lowType)
  if (order(low.value, high.value)! > 0)
    throw invalid(
      `The BETWEEN operator requires upper bound to be greater than or equal to lower bound; ${bounds}`,
    )
}

const immediateType = (operand: Bound) => (operand.kind === 'value' ? typeOf(operand.value) : undefined)

const wrongType = (where: string, type: string) =>
  invalid(`Incorrect operand type for operator or function; ${where}, operand type: ${type}`)

const wrongCount = (name: string, count: number) =>
  invalid(
    `Incorrect number of operands for operator or function; operator or function: ${name}, number of operands: ${count}`,
  )

/** Every path a condition mentions. */
export function pathsOf(condition: Condition<AttributeValue>): Path[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return [...pathsOf(condition.left), ...pathsOf(condition.right)]
    case 'not':
      return pathsOf(condition.of)
    case 'compare':
      return operandPaths([condition.left, condition.right])
    case 'between':
      return operandPaths([condition.value, condition.low, condition.high])
    case 'in':
      return operandPaths([condition.value, ...condition.options])
    case 'call':
      return operandPaths(condition.args)
  }
}

export const operandPaths = (operands: Bound[]): Path[] =>
  operands.flatMap((operand) => {
    if (operand.kind === 'path') return [operand.path]
    return operand.kind === 'call' ? operandPaths(operand.args) : []
  })
