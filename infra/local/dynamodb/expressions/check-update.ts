import { invalid } from '../errors.ts'
import { type AttributeValue, typeOf } from '../values/value.ts'
import { type Operand, refuseOverlaps } from './syntax.ts'
import type { Action } from './update-parser.ts'

// how the sentence about ADD and DELETE names the types
const LONG_NAMES: Record<string, string> = {
  S: 'STRING',
  N: 'NUMBER',
  B: 'BINARY',
  NULL: 'NULL',
  BOOL: 'BOOLEAN',
  L: 'LIST',
  M: 'MAP',
}

/** The rules of an update that need its names and values: overlapping paths, operand counts and types. */
export function checkActions(actions: Action<AttributeValue>[]): void {
  refuseOverlaps(actions.map((action) => action.path))
  for (const action of actions) {
    if (action.kind === 'set') checkOperand(action.value)
    else if (action.kind !== 'remove') checkSetOperand(action.kind.toUpperCase(), action.value)
  }
}

function checkSetOperand(operator: string, value: AttributeValue) {
  const type = typeOf(value)
  const name = LONG_NAMES[type]
  if (name !== undefined && !(operator === 'ADD' && type === 'N'))
    throw invalid(
      `Incorrect operand type for operator or function; operator: ${operator}, operand type: ${name}`,
    )
}

function checkOperand(operand: Operand<AttributeValue>) {
  if (operand.kind !== 'call') return
  const { name, args } = operand
  for (const arg of args) checkOperand(arg)
  if (args.length !== 2)
    throw invalid(
      `Incorrect number of operands for operator or function; operator or function: ${name}, number of operands: ${args.length}`,
    )
  if (name === 'if_not_exists') {
    if (args[0]!.kind !== 'path')
      throw invalid(`Operator or function requires a document path; operator or function: ${name}`)
    return
  }
  const wanted = name === 'list_append' ? 'L' : 'N'
  for (const arg of args)
    if (arg.kind === 'value' && typeOf(arg.value) !== wanted)
      throw invalid(
        `Incorrect operand type for operator or function; operator or function: ${name}, operand type: ${typeOf(arg.value)}`,
      )
}
