import { invalid, malformed } from './errors.ts'

/** The parsed body of a request, nothing of it checked. */
export type Input = Record<string, unknown>

const failed = (value: unknown, name: string, rule: string) =>
  invalid(
    `1 validation error detected: Value ${value === undefined ? 'null' : `'${String(value)}'`} at '${lowerFirst(name)}' failed to satisfy constraint: ${rule}`,
  )

const lowerFirst = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)

export function asDocument(raw: unknown, name: string): Input {
  if (raw === undefined || raw === null) throw failed(undefined, name, 'Member must not be null')
  if (typeof raw !== 'object') throw malformed('Unexpected field type')
  if (Array.isArray(raw))
    throw malformed('Unrecognized collection type class com.amazonaws.dynamodb.v20120810')
  return raw as Input
}

export const document = (input: Input, name: string): Input => asDocument(input[name], name)

export const optionalDocument = (input: Input, name: string): Input | undefined =>
  input[name] === undefined || input[name] === null ? undefined : document(input, name)

export function list(input: Input, name: string): unknown[] {
  const raw = input[name]
  if (raw === undefined || raw === null) throw failed(undefined, name, 'Member must not be null')
  if (!Array.isArray(raw)) throw malformed('Unexpected field type')
  return raw
}

/** A list of 1 to `most` elements. */
export function boundedList(input: Input, name: string, most: number): unknown[] {
  const elements = list(input, name)
  if (elements.length < 1) throw failed('[]', name, 'Member must have length greater than or equal to 1')
  if (elements.length > most)
    throw failed(
      `[${elements.length} elements]`,
      name,
      `Member must have length less than or equal to ${most}`,
    )
  return elements
}

export function optionalText(input: Input, name: string): string | undefined {
  const raw = input[name]
  if (raw === undefined || raw === null) return undefined
  if (typeof raw === 'string') return raw
  if (typeof raw === 'object') throw malformed('Start of structure or map found where not expected')
  throw malformed(
    `${typeof raw === 'boolean' ? String(raw).toUpperCase() : 'NUMBER'}_VALUE cannot be converted to String`,
  )
}

const NAME = '[a-zA-Z0-9_.-]+'

/** A table's name or ARN, an index's name. */
export function resourceName(input: Input, name: string): string {
  const text = optionalText(input, name)
  if (text === undefined) throw failed(undefined, name, 'Member must not be null')
  return checkResourceName(text, name)
}

export function checkResourceName(text: string, name: string): string {
  if (text.startsWith('arn:')) return text
  if (!new RegExp(`^${NAME}$`).test(text))
    throw failed(text, name, `Member must satisfy regular expression pattern: ${NAME}`)
  if (text.length < 3) throw failed(text, name, 'Member must have length greater than or equal to 3')
  if (text.length > 255) throw failed(text, name, 'Member must have length less than or equal to 255')
  return text
}

export function choice<T extends string>(input: Input, name: string, values: readonly T[], otherwise: T): T {
  const text = optionalText(input, name)
  if (text === undefined) return otherwise
  if (!values.includes(text as T))
    throw failed(text, name, `Member must satisfy enum value set: [${values.join(', ')}]`)
  return text as T
}

export function flag(input: Input, name: string): boolean {
  const raw = input[name]
  if (raw === undefined || raw === null) return false
  if (typeof raw === 'boolean') return raw
  if (raw === 'true' || raw === 'false') return raw === 'true'
  throw malformed('Unexpected token received from parser')
}

/** A whole number of at least `least`. */
export function optionalWhole(input: Input, name: string, least: number): number | undefined {
  const raw = input[name]
  if (raw === undefined || raw === null) return undefined
  if (typeof raw !== 'number')
    throw malformed(
      typeof raw === 'object'
        ? 'Start of structure or map found where not expected'
        : `${typeof raw === 'boolean' ? String(raw).toUpperCase() : 'STRING'}_VALUE cannot be converted to Integer`,
    )
  const whole = Math.floor(raw)
  if (whole < least) throw failed(whole, name, `Member must have value greater than or equal to ${least}`)
  return whole
}
