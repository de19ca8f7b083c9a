import { compareNumbers } from './decimal.ts'
import { type AttributeValue, attribute, type Item, typeOf, type ValueType } from './value.ts'

/** Equal in type and content; sets without regard to order. */
export function equal(left: AttributeValue, right: AttributeValue): boolean {
  const type = typeOf(left)
  if (type !== typeOf(right)) return false
  switch (type) {
    case 'SS':
    case 'NS':
    case 'BS':
      return equalSets(left[type]!, right[type]!)
    case 'L':
      return (
        left.L!.length === right.L!.length &&
        left.L!.every((element, index) => equal(element, right.L![index]!))
      )
    case 'M':
      return equalItems(left.M!, right.M!)
    default:
      return left[type] === right[type]
  }
}

export function equalItems(left: Item, right: Item): boolean {
  const names = Object.keys(left)
  if (names.length !== Object.keys(right).length) return false
  return names.every((name) => {
    const other = attribute(right, name)
    return other !== undefined && equal(left[name]!, other)
  })
}

function equalSets(left: string[], right: string[]): boolean {
  if (left.length !== right.length) return false
  const elements = new Set(left)
  return right.every((element) => elements.has(element))
}

/**
 * The order of two values of one type that has an order (S by UTF-8 bytes, N, B by bytes): negative, zero or positive.
 * `undefined` when they cannot be ordered.
 */
export function order(left: AttributeValue, right: AttributeValue): number | undefined {
  if (left.N !== undefined && right.N !== undefined) return compareNumbers(left.N, right.N)
  if (left.S !== undefined && right.S !== undefined)
    return Buffer.compare(Buffer.from(left.S), Buffer.from(right.S))
  if (left.B !== undefined && right.B !== undefined)
    return Buffer.compare(Buffer.from(left.B, 'base64'), Buffer.from(right.B, 'base64'))
  return undefined
}

export const isOrdered = (type: ValueType) => type === 'S' || type === 'N' || type === 'B'

export function beginsWith(value: AttributeValue, prefix: AttributeValue): boolean {
  if (value.S !== undefined && prefix.S !== undefined) return value.S.startsWith(prefix.S)
  if (value.B === undefined || prefix.B === undefined) return false
  const start = Buffer.from(prefix.B, 'base64')
  return Buffer.from(value.B, 'base64').subarray(0, start.length).equals(start)
}

/** Substring, element of a set, or element of a list. */
export function contains(value: AttributeValue, part: AttributeValue): boolean {
  if (value.L !== undefined) return value.L.some((element) => equal(element, part))
  if (part.S !== undefined) return value.S?.includes(part.S) ?? value.SS?.includes(part.S) ?? false
  if (part.N !== undefined) return value.NS?.includes(part.N) ?? false
  if (part.B === undefined) return false
  if (value.B !== undefined) return Buffer.from(value.B, 'base64').includes(Buffer.from(part.B, 'base64'))
  return value.BS?.includes(part.B) ?? false
}

/** What the function `size` gives: characters, bytes or elements; `undefined` for types that have no size. */
export function sizeOf(value: AttributeValue): number | undefined {
  if (value.S !== undefined) return value.S.length
  if (value.B !== undefined) return Buffer.byteLength(value.B, 'base64')
  if (value.M !== undefined) return Object.keys(value.M).length
  return (value.L ?? value.SS ?? value.NS ?? value.BS)?.length
}
