import { invalid, malformed } from '../errors.ts'
import { normalizeNumber } from './decimal.ts'

export type KeyType = 'S' | 'N' | 'B'
export type ValueType = KeyType | 'BOOL' | 'NULL' | 'SS' | 'NS' | 'BS' | 'L' | 'M'

/** One attribute as the wire writes it: exactly one of the types; numbers and binaries are texts. */
export interface AttributeValue {
  S?: string
  N?: string
  B?: string
  BOOL?: boolean
  NULL?: boolean
  SS?: string[]
  NS?: string[]
  BS?: string[]
  L?: AttributeValue[]
  M?: Item
}

export type Item = { [name: string]: AttributeValue }

export const MAX_DEPTH = 32

/** The one type that is set in a value that {@link checkValue} has seen. */
export function typeOf(value: AttributeValue): ValueType {
  for (const type in value) return type as ValueType
  throw new Error('an attribute value without a type')
}

/** An attribute of an item or map; `undefined` also for names every object inherits, such as `constructor`. */
export const attribute = (item: Item, name: string): AttributeValue | undefined =>
  Object.hasOwn(item, name) ? item[name] : undefined

/** Sets an attribute of any name, `__proto__` included. */
export function setAttribute(item: Item, name: string, value: AttributeValue) {
  if (name !== '__proto__') item[name] = value
  else Object.defineProperty(item, name, { value, enumerable: true, configurable: true, writable: true })
}

export const clone = <T extends Item | AttributeValue>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** Checks a map of attributes as it came over the wire and brings its numbers and sets into normal form, in place. */
export function checkItem(raw: unknown): Item {
  const item = checkShape(raw)
  for (const name in item) checkValue(item[name])
  return item
}

function checkShape(raw: unknown): Item {
  if (raw === null || typeof raw !== 'object') throw malformed('Unexpected field type')
  if (Array.isArray(raw))
    throw malformed(
      'Unrecognized collection type java.util.Map<java.lang.String, com.amazonaws.dynamodb.v20120810.AttributeValue>',
    )
  return raw as Item
}

/** Checks one attribute value, in place; throws SerializationException or ValidationException with AWS's sentence. */
export function checkValue(raw: unknown, depth = 1): AttributeValue {
  if (raw === null || typeof raw !== 'object') throw malformed('Unexpected value type in payload')
  if (Array.isArray(raw))
    throw malformed('Unrecognized collection type class com.amazonaws.dynamodb.v20120810.AttributeValue')
  const value = raw as Record<string, unknown>
  let found: string | undefined
  let count = 0
  for (const type in value) {
    if (value[type] === null || !Object.hasOwn(checks, type)) delete value[type]
    else {
      count++
      found = type
    }
  }
  if (count === 0 || found === undefined)
    throw invalid('Supplied AttributeValue is empty, must contain exactly one of the supported datatypes')
  if (count > 1)
    throw invalid(
      'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
    )
  checks[found as ValueType](value, depth)
  return value
}

type Raw = Record<string, unknown>

const checks: Record<ValueType, (value: Raw, depth: number) => void> = {
  S: (value) => void textOf(value.S),
  N: (value) => {
    value.N = normalizeNumber(textOf(value.N))
  },
  B: (value) => void binaryOf(value.B),
  BOOL: (value) => {
    value.BOOL = booleanOf(value.BOOL)
  },
  NULL: (value) => {
    value.NULL = booleanOf(value.NULL)
    if (!value.NULL)
      throw invalid(
        'One or more parameter values were invalid: Null attribute value types must have the value of true',
      )
  },
  SS: (value) => {
    const texts = listOf(value.SS).map(textOf)
    if (texts.length === 0)
      throw invalid('One or more parameter values were invalid: An string set  may not be empty')
    if (new Set(texts).size < texts.length)
      throw invalid(
        `One or more parameter values were invalid: Input collection [${texts.join(', ')}] contains duplicates.`,
      )
  },
  NS: (value) => {
    const numbers = listOf(value.NS).map((text) => normalizeNumber(textOf(text)))
    if (numbers.length === 0)
      throw invalid('One or more parameter values were invalid: An number set  may not be empty')
    if (new Set(numbers).size < numbers.length) throw invalid('Input collection contains duplicates')
    value.NS = numbers
  },
  BS: (value) => {
    const binaries = listOf(value.BS).map(binaryOf)
    if (binaries.length === 0)
      throw invalid('One or more parameter values were invalid: Binary sets should not be empty')
    if (new Set(binaries).size < binaries.length)
      throw invalid(
        `One or more parameter values were invalid: Input collection [${binaries.join(', ')}]of type BS contains duplicates.`,
      )
  },
  L: (value, depth) => {
    const list = listOf(value.L)
    checkDepth(depth)
    for (const element of list) checkValue(element, depth + 1)
  },
  M: (value, depth) => {
    const map = checkShape(value.M)
    checkDepth(depth)
    for (const name in map) checkValue(map[name], depth + 1)
  },
}

function checkDepth(depth: number) {
  if (depth > MAX_DEPTH)
    throw invalid(
      'Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit',
    )
}

function textOf(raw: unknown): string {
  if (typeof raw === 'string') return raw
  throw wrongType(raw, 'String')
}

function booleanOf(raw: unknown): boolean {
  if (typeof raw === 'boolean') return raw
  if (typeof raw === 'string' && /^(?:true|false)$/i.test(raw)) return raw.toLowerCase() === 'true'
  if (typeof raw === 'string') throw malformed('Unexpected token received from parser')
  throw wrongType(raw, 'Boolean')
}

function binaryOf(raw: unknown): string {
  if (typeof raw !== 'string')
    throw malformed(
      typeof raw === 'object'
        ? 'Start of structure or map found where not expected'
        : 'only base-64-encoded strings are convertible to bytes',
    )
  if (raw.length % 4 !== 0)
    throw malformed(`Base64 encoded length is expected a multiple of 4 bytes but found: ${raw.length}`)
  if (Buffer.from(raw, 'base64').toString('base64') !== raw)
    throw malformed('Invalid last non-pad Base64 character dectected')
  return raw
}

function listOf(raw: unknown): unknown[] {
  if (Array.isArray(raw)) return raw
  throw malformed(
    typeof raw === 'object' ? 'Start of structure or map found where not expected' : 'Unexpected field type',
  )
}

function wrongType(raw: unknown, wanted: string) {
  if (Array.isArray(raw)) return malformed(`Unrecognized collection type class java.lang.${wanted}`)
  if (typeof raw === 'object') return malformed('Start of structure or map found where not expected')
  const token = typeof raw === 'boolean' ? (raw ? 'TRUE_VALUE' : 'FALSE_VALUE') : numberToken(raw)
  return malformed(`${token} cannot be converted to ${wanted}`)
}

const numberToken = (raw: unknown) => (Number.isInteger(raw) ? 'NUMBER_VALUE' : 'DECIMAL_VALUE')
