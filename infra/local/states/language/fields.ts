import { InvalidDefinition } from './failure.ts'
import { isObject, type Json, type JsonObject } from './json.ts'

export type Language = 'JSONata' | 'JSONPath'
export type StateType = 'Pass' | 'Succeed' | 'Fail' | 'Wait' | 'Choice' | 'Task' | 'Parallel' | 'Map'

const EVERY = ['Type', 'Comment', 'QueryLanguage']
const NEXT = ['Next', 'End']
const GUARD = ['Retry', 'Catch']

const JSONATA: Record<StateType, string[]> = {
  Pass: ['Output', 'Assign', ...NEXT],
  Succeed: ['Output'],
  Fail: ['Error', 'Cause'],
  Wait: ['Seconds', 'Timestamp', 'Output', 'Assign', ...NEXT],
  Choice: ['Choices', 'Default', 'Output', 'Assign'],
  Task: [
    'Resource',
    'Arguments',
    'TimeoutSeconds',
    'HeartbeatSeconds',
    'Output',
    'Assign',
    ...GUARD,
    ...NEXT,
  ],
  Parallel: ['Branches', 'Arguments', 'Output', 'Assign', ...GUARD, ...NEXT],
  Map: [
    'Items',
    'ItemSelector',
    'ItemProcessor',
    'MaxConcurrency',
    'ToleratedFailureCount',
    'ToleratedFailurePercentage',
    'Output',
    'Assign',
    ...GUARD,
    ...NEXT,
  ],
}

const RESULT = ['ResultSelector', 'ResultPath']
const PATHS = ['InputPath', 'OutputPath']

// Choice and Map have languages of their own in JSONPath; they are refused as a whole
const JSONPATH: Partial<Record<StateType, string[]>> = {
  Pass: [...PATHS, 'Parameters', 'Result', 'ResultPath', 'Assign', ...NEXT],
  Succeed: PATHS,
  Fail: ['Error', 'Cause'],
  Wait: ['Seconds', 'Timestamp', ...PATHS, 'Assign', ...NEXT],
  Task: [
    ...PATHS,
    'Resource',
    'Parameters',
    'TimeoutSeconds',
    'HeartbeatSeconds',
    ...RESULT,
    'Assign',
    ...GUARD,
    ...NEXT,
  ],
  Parallel: [...PATHS, 'Branches', 'Parameters', ...RESULT, 'Assign', ...GUARD, ...NEXT],
}

const isType = (type: unknown): type is StateType => typeof type === 'string' && type in JSONATA

/** The type of a state whose every field is known; anything else is refused by name. */
export function checkFields(fields: JsonObject, language: Language, location: string): StateType {
  const type = fields.Type
  if (!isType(type))
    throw new InvalidDefinition(
      `The local cloud does not know states of type ${JSON.stringify(type)}.`,
      location,
    )
  const allowed = (language === 'JSONata' ? JSONATA : JSONPATH)[type]
  if (!allowed) throw new InvalidDefinition(`The local cloud runs ${type} states in JSONata only.`, location)
  checkNames(fields, [...EVERY, ...allowed], `a ${type} state in ${language}`, location)
  return type
}

export function checkNames(fields: JsonObject, allowed: readonly string[], where: string, location: string) {
  for (const name of Object.keys(fields))
    if (!allowed.includes(name))
      throw new InvalidDefinition(`The local cloud does not know the field '${name}' in ${where}.`, location)
}

export function readLanguage(value: Json | undefined, outer: Language, location: string): Language {
  if (value === undefined) return outer
  if (value === 'JSONata' || value === 'JSONPath') return value
  throw new InvalidDefinition("The field 'QueryLanguage' must be JSONata or JSONPath.", location)
}

export function objectField(value: Json | undefined, field: string, location: string): JsonObject {
  if (isObject(value)) return value
  throw new InvalidDefinition(`The field '${field}' must be an object.`, location)
}

export function objectList(value: Json | undefined, field: string, location: string): JsonObject[] {
  if (value === undefined) return []
  if (Array.isArray(value) && value.every(isObject)) return value
  throw new InvalidDefinition(`The field '${field}' must be a list of objects.`, location)
}

/** A literal number within bounds, or the default. */
export function numberField(
  fields: JsonObject,
  field: string,
  location: string,
  rule: { default: number; least: number; most: number; whole?: boolean },
): number {
  const value = fields[field] ?? rule.default
  const fits = typeof value === 'number' && value >= rule.least && value <= rule.most
  if (fits && (rule.whole === false || Number.isInteger(value))) return value
  throw new InvalidDefinition(
    `The field '${field}' must be between ${rule.least} and ${rule.most}.`,
    location,
  )
}
