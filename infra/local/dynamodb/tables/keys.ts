import { crc32 } from 'node:zlib'
import { invalid } from '../errors.ts'
import { encodeNumber } from '../values/decimal.ts'
import { type AttributeValue, attribute, type Item, type KeyType, typeOf } from '../values/value.ts'
import { type Index, type KeySchema, keyNames, type Table } from './schema.ts'

/** Where an item stands: `hash` (of the partition key) spreads it, the bytes of both keys sort as DynamoDB sorts. */
export interface Key {
  hash: number
  partition: Buffer
  /** Empty for tables and indexes without a sort key. */
  sort: Buffer
}

const NO_SORT_KEY = Buffer.alloc(0)
const MAX_PARTITION_BYTES = 2048
const MAX_SORT_BYTES = 1024

export function encodeKeyValue(value: AttributeValue): Buffer {
  if (value.S !== undefined) return Buffer.from(value.S)
  if (value.N !== undefined) return encodeNumber(value.N)
  return Buffer.from(value.B!, 'base64')
}

/** The place of an item that is known to have the key attributes. */
export function encodeKey(keys: KeySchema, item: Item): Key {
  const partition = encodeKeyValue(item[keys.hash]!)
  const sort = keys.range === undefined ? NO_SORT_KEY : encodeKeyValue(item[keys.range]!)
  return { hash: crc32(partition), partition, sort }
}

/** The place of an item in an index; `undefined` when it lacks a key attribute: indexes are sparse. */
export const encodeIndexKey = (index: Index, item: Item): Key | undefined =>
  keyNames(index.keys).every((name) => attribute(item, name)) ? encodeKey(index.keys, item) : undefined

export const equalKeys = (left: Key, right: Key) =>
  left.partition.equals(right.partition) && left.sort.equals(right.sort)

/** The part of an item that names it. */
export const keyOf = (names: string[], item: Item): Item =>
  Object.fromEntries(names.map((name) => [name, item[name]!]))

/** A key value as IAM's dynamodb:LeadingKeys compares it. */
export const keyText = (value: AttributeValue): string => value.S ?? value.N ?? value.B!

/** Checks a Key parameter: exactly the table's key attributes, of their types, neither empty nor too long. */
export function checkKey(table: Table, key: Item) {
  const names = keyNames(table.keys)
  if (Object.keys(key).length !== names.length)
    throw invalid('The provided key element does not match the schema')
  for (const name of names) checkKeyElement(table.types, name, key, name === table.keys.hash)
}

/** Checks one attribute of a key or start key against the schema. */
export function checkKeyElement(
  types: Record<string, KeyType>,
  name: string,
  key: Item,
  isPartition: boolean,
) {
  const type = types[name]!
  const value = attribute(key, name)
  if (value?.[type] === undefined) throw invalid('The provided key element does not match the schema')
  if (value[type] === '')
    throw invalid(
      `One or more parameter values were invalid: The AttributeValue for a key attribute cannot contain an empty ${type === 'S' ? 'string' : 'binary'} value. Key: ${name}`,
    )
  checkKeySize(value, isPartition)
}

/** Checks the key attributes of an item to be put, for the table and for its indexes. */
export function checkItemKeys(table: Table, item: Item) {
  for (const name of keyNames(table.keys)) {
    const type = table.types[name]!
    const value = attribute(item, name)
    if (value === undefined)
      throw invalid(`One or more parameter values were invalid: Missing the key ${name} in the item`)
    if (value[type] === undefined)
      throw invalid(
        `One or more parameter values were invalid: Type mismatch for key ${name} expected: ${type} actual: ${typeOf(value)}`,
      )
    if (value[type] === '')
      throw invalid(
        `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty ${type === 'S' ? 'string' : 'binary'} value. Key: ${name}`,
      )
    checkKeySize(value, name === table.keys.hash)
  }
  forIndexKeys(table, (index, name, type) => {
    const value = attribute(item, name)
    if (value !== undefined) checkIndexKey(index, name, type, value)
  })
}

export function forIndexKeys(table: Table, visit: (index: Index, name: string, type: KeyType) => void) {
  for (const index of table.indexes)
    for (const name of keyNames(index.keys)) visit(index, name, table.types[name]!)
}

export function checkIndexKey(index: Index, name: string, type: KeyType, value: AttributeValue) {
  if (value[type] === undefined)
    throw invalid(
      `One or more parameter values were invalid: Type mismatch for Index Key ${name} Expected: ${type} Actual: ${typeOf(value)} IndexName: ${index.name}`,
    )
  if (value[type] === '')
    throw invalid(
      `One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty ${type === 'S' ? 'string' : 'binary'} value. IndexName: ${index.name}, IndexKey: ${name}`,
    )
  checkKeySize(value, name === index.keys.hash)
}

function checkKeySize(value: AttributeValue, isPartition: boolean) {
  if (value.N !== undefined) return
  const bytes = value.S === undefined ? Buffer.byteLength(value.B!, 'base64') : Buffer.byteLength(value.S)
  if (isPartition && bytes > MAX_PARTITION_BYTES)
    throw invalid(
      'One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes',
    )
  if (!isPartition && bytes > MAX_SORT_BYTES)
    throw invalid(
      'One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes',
    )
}
