import { invalid } from '../errors.ts'
import type { AttributeValue } from '../values/value.ts'
import type { Comparator, Condition } from './condition-parser.ts'
import type { Operand } from './syntax.ts'

/** What a key condition asks of one key attribute; `between` has two values, all others one. */
export interface KeyTest {
  operator: '=' | '<' | '<=' | '>' | '>=' | 'between' | 'begins_with'
  values: AttributeValue[]
}

const MIRRORED: Partial<Record<Comparator, KeyTest['operator']>> = {
  '=': '=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
}
const WRONG_OPERATOR = 'Invalid operator used in KeyConditionExpression: '
const WRONG_CONDITION = 'Invalid condition in KeyConditionExpression: '

/** The tests of a key condition by attribute; throws for what is no conjunction of simple tests. */
export function keyTests(condition: Condition<AttributeValue>): Map<string, KeyTest> {
  const tests = new Map<string, KeyTest>()
  for (const part of conjuncts(condition)) {
    const [name, test] = keyTest(part)
    if (tests.has(name)) throw invalid('KeyConditionExpressions must only contain one condition per key')
    tests.set(name, test)
  }
  if (tests.size > 2) throw invalid('Conditions can be of length 1 or 2 only')
  return tests
}

function conjuncts(condition: Condition<AttributeValue>): Condition<AttributeValue>[] {
  if (condition.kind !== 'and') return [condition]
  return [...conjuncts(condition.left), ...conjuncts(condition.right)]
}

function keyTest(condition: Condition<AttributeValue>): [string, KeyTest] {
  if (condition.kind === 'compare') return comparison(condition)
  if (condition.kind === 'between')
    return ranged('between', 'BETWEEN', [condition.value, condition.low, condition.high])
  if (condition.kind !== 'call') throw invalid(WRONG_OPERATOR + condition.kind.toUpperCase())
  if (condition.name !== 'begins_with') throw invalid(WRONG_OPERATOR + condition.name)
  return ranged('begins_with', 'begins_with', condition.args)
}

function comparison(condition: Condition<AttributeValue> & { kind: 'compare' }): [string, KeyTest] {
  const { operator, left, right } = condition
  if (operator === '<>') throw invalid(`${WRONG_OPERATOR}<>`)
  refuseNested([left, right])
  const name = onlyName([left, right])
  if (right.kind === 'path') return [name, { operator: MIRRORED[operator]!, values: valuesOf([left]) }]
  return [name, { operator, values: valuesOf([right]) }]
}

function ranged(
  operator: 'between' | 'begins_with',
  spelled: string,
  operands: Operand<AttributeValue>[],
): [string, KeyTest] {
  refuseNested(operands)
  if (operands[0]!.kind !== 'path')
    throw invalid(`${WRONG_CONDITION}${spelled} operator must have the key attribute as its first operand`)
  const name = onlyName(operands)
  return [name, { operator, values: valuesOf(operands.slice(1)) }]
}

function refuseNested(operands: Operand<AttributeValue>[]) {
  if (operands.some((operand) => operand.kind === 'call'))
    throw invalid('KeyConditionExpressions cannot contain nested operations')
}

function onlyName(operands: Operand<AttributeValue>[]): string {
  const paths = operands.filter((operand) => operand.kind === 'path').map((operand) => operand.path)
  if (paths.length === 0) throw invalid(`${WRONG_CONDITION}No key attribute specified`)
  if (paths.length > 1) throw invalid(`${WRONG_CONDITION}Multiple attribute names used in one condition`)
  if (paths[0]!.length > 1)
    throw invalid('KeyConditionExpressions cannot have conditions on nested attributes')
  return paths[0]![0] as string
}

const valuesOf = (operands: Operand<AttributeValue>[]) =>
  operands.flatMap((operand) => (operand.kind === 'value' ? [operand.value] : []))
