import { invalid, malformed } from '../errors.ts'
import { type AttributeValue, checkValue, type Item, MAX_DEPTH } from '../values/value.ts'
import type { Condition } from './condition-parser.ts'
import type { Operand, Path } from './syntax.ts'
import type { Action } from './update-parser.ts'

/** The placeholders of one request; remembers which of them an expression has used. */
export interface Binding {
  path(path: Path): Path
  value(placeholder: string): AttributeValue
  /** Throws when a placeholder was given that no expression uses. */
  refuseUnused(): void
}

export function createBinding(rawNames: unknown, rawValues: unknown): Binding {
  const names = checkNames(rawNames)
  const values = checkValues(rawValues)
  const unusedNames = new Set(Object.keys(names))
  const unusedValues = new Set(Object.keys(values))

  function name(step: string): string {
    if (!step.startsWith('#')) return step
    const resolved = Object.hasOwn(names, step) ? names[step] : undefined
    if (resolved === undefined)
      throw invalid(
        `An expression attribute name used in the document path is not defined; attribute name: ${step}`,
      )
    unusedNames.delete(step)
    return resolved
  }

  return {
    path(path) {
      if (path.length > MAX_DEPTH)
        throw invalid(`The document path has too many nesting elements; nesting levels: ${path.length}`)
      return path.map((step) => (typeof step === 'number' ? step : name(step)))
    },
    value(placeholder) {
      const value = Object.hasOwn(values, placeholder) ? values[placeholder] : undefined
      if (value === undefined)
        throw invalid(
          `An expression attribute value used in expression is not defined; attribute value: ${placeholder}`,
        )
      unusedValues.delete(placeholder)
      return value
    },
    refuseUnused() {
      refuseUnused('ExpressionAttributeNames', unusedNames)
      refuseUnused('ExpressionAttributeValues', unusedValues)
    },
  }
}

function refuseUnused(parameter: string, unused: Set<string>) {
  if (unused.size > 0)
    throw invalid(`Value provided in ${parameter} unused in expressions: keys: {${[...unused].join(', ')}}`)
}

function checkNames(raw: unknown): Record<string, string> {
  const names = checkMap(raw, 'ExpressionAttributeNames')
  for (const [key, name] of Object.entries(names)) {
    if (typeof name !== 'string') throw malformed('Unexpected value type in payload')
    refuseInvalidKey('ExpressionAttributeNames', /^#[0-9a-zA-Z_]+$/, key)
    if (name === '')
      throw invalid(
        `ExpressionAttributeNames contains invalid value: Empty attribute name is not allowed for key ${key}`,
      )
  }
  return names as Record<string, string>
}

function checkValues(raw: unknown): Item {
  const values = checkMap(raw, 'ExpressionAttributeValues')
  for (const key of Object.keys(values))
    refuseInvalidKey('ExpressionAttributeValues', /^:[0-9a-zA-Z_]+$/, key)
  for (const [key, value] of Object.entries(values))
    explain('ExpressionAttributeValues contains invalid value', () => checkValue(value), ` for key ${key}`)
  return values as Item
}

function checkMap(raw: unknown, parameter: string): Record<string, unknown> {
  if (raw === undefined || raw === null) return {}
  if (typeof raw !== 'object' || Array.isArray(raw)) throw malformed('Unexpected field type')
  if (Object.keys(raw).length === 0) throw invalid(`${parameter} must not be empty`)
  return raw as Record<string, unknown>
}

function refuseInvalidKey(parameter: string, pattern: RegExp, key: string) {
  if (!pattern.test(key)) throw invalid(`${parameter} contains invalid key: Syntax error; key: "${key}"`)
}

/** Runs `work`; a ValidationException of it is thrown again with the place named before its sentence. */
export function explain<T>(place: string, work: () => T, suffix = ''): T {
  try {
    return work()
  } catch (error) {
    if ((error as { code?: string }).code !== 'ValidationException') throw error
    throw invalid(`${place}: ${(error as Error).message}${suffix}`)
  }
}

function bindOperand(operand: Operand<string>, binding: Binding): Operand<AttributeValue> {
  if (operand.kind === 'path') return { kind: 'path', path: binding.path(operand.path) }
  if (operand.kind === 'value') return { kind: 'value', value: binding.value(operand.value) }
  return { ...operand, args: operand.args.map((arg) => bindOperand(arg, binding)) }
}

export function bindCondition(condition: Condition<string>, binding: Binding): Condition<AttributeValue> {
  const bind = (operand: Operand<string>) => bindOperand(operand, binding)
  switch (condition.kind) {
    case 'and':
    case 'or':
      return {
        kind: condition.kind,
        left: bindCondition(condition.left, binding),
        right: bindCondition(condition.right, binding),
      }
    case 'not':
      return { kind: 'not', of: bindCondition(condition.of, binding) }
    case 'compare':
      return { ...condition, left: bind(condition.left), right: bind(condition.right) }
    case 'between':
      return {
        kind: 'between',
        value: bind(condition.value),
        low: bind(condition.low),
        high: bind(condition.high),
      }
    case 'in':
      return { kind: 'in', value: bind(condition.value), options: condition.options.map(bind) }
    case 'call':
      return { ...condition, args: condition.args.map(bind) }
  }
}

export const bindActions = (actions: Action<string>[], binding: Binding): Action<AttributeValue>[] =>
  actions.map((action) => {
    const path = binding.path(action.path)
    if (action.kind === 'remove') return { kind: 'remove', path }
    if (action.kind === 'set') return { kind: 'set', path, value: bindOperand(action.value, binding) }
    return { kind: action.kind, path, value: binding.value(action.value) }
  })
