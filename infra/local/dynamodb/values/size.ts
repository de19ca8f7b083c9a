import { numberSize } from './decimal.ts'
import type { AttributeValue, Item } from './value.ts'

export const MAX_ITEM_BYTES = 400 * 1024

/** Bytes of an item as DynamoDB counts them for limits and capacity: attribute names and values. */
export function itemSize(item: Item): number {
  let size = 0
  for (const name in item) size += Buffer.byteLength(name) + valueSize(item[name]!)
  return size
}

// what a list or map costs besides its elements, and what each element adds
const DOCUMENT_BYTES = 3
const ELEMENT_BYTES = 1

function valueSize(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S)
  if (value.N !== undefined) return numberSize(value.N)
  if (value.B !== undefined) return Buffer.byteLength(value.B, 'base64')
  if (value.M !== undefined)
    return DOCUMENT_BYTES + ELEMENT_BYTES * Object.keys(value.M).length + itemSize(value.M)
  if (value.L !== undefined)
    return DOCUMENT_BYTES + total(value.L, (element) => ELEMENT_BYTES + valueSize(element))
  if (value.SS !== undefined) return total(value.SS, (text) => Buffer.byteLength(text))
  if (value.NS !== undefined) return total(value.NS, numberSize)
  if (value.BS !== undefined) return total(value.BS, (text) => Buffer.byteLength(text, 'base64'))
  return 1
}

function total<T>(elements: T[], size: (element: T) => number): number {
  let sum = 0
  for (const element of elements) sum += size(element)
  return sum
}
