import { invalid } from '../errors.ts'
import type { KeyType } from '../values/value.ts'
import { type IndexSchema, type KeySchema, keyNames, type StreamView, type TableSchema } from './schema.ts'

type Raw = Record<string, unknown>

const STREAM_VIEWS = ['KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES']
const PROJECTIONS = ['ALL', 'KEYS_ONLY', 'INCLUDE']

/**
 * The schema in the properties of a template's table or in the input of CreateTable: both name them alike.
 * Throws ValidationException in one sentence.
 */
export function readSchema(name: string, raw: Raw): TableSchema {
  if (list(raw.LocalSecondaryIndexes).length > 0)
    throw invalid(`The local cloud does not run local secondary indexes (table ${name}).`)
  const types = readTypes(raw)
  const keys = readKeys(raw.KeySchema, types, name)
  const indexes = list(raw.GlobalSecondaryIndexes).map((index) => readIndex(index, types, name))
  refuseUnusedTypes(types, [keys, ...indexes.map((index) => index.keys)])
  const streamView = readStreamView(raw.StreamSpecification)
  const ttlAttribute = readTtlAttribute(raw.TimeToLiveSpecification)
  return {
    name,
    types,
    keys,
    indexes,
    ...(streamView && { streamView }),
    ...(ttlAttribute && { ttlAttribute }),
    deletionProtected: isProtected(raw),
  }
}

const list = (raw: unknown): Raw[] => (Array.isArray(raw) ? raw : [])

function readTypes(raw: Raw): Record<string, KeyType> {
  const types: Record<string, KeyType> = {}
  for (const { AttributeName, AttributeType } of list(raw.AttributeDefinitions)) {
    if (AttributeType !== 'S' && AttributeType !== 'N' && AttributeType !== 'B')
      throw invalid(`AttributeDefinitions: ${String(AttributeName)} must be of type S, N or B.`)
    types[String(AttributeName)] = AttributeType
  }
  return types
}

function readKeys(raw: unknown, types: Record<string, KeyType>, owner: string): KeySchema {
  const elements = list(raw)
  const [hash, range] = elements.map((element) => String(element.AttributeName))
  const kinds = elements.map((element) => element.KeyType).join(' ')
  if (hash === undefined || (kinds !== 'HASH' && kinds !== 'HASH RANGE'))
    throw invalid(`The key schema of ${owner} must be one HASH key and at most one RANGE key.`)
  const keys = range === undefined ? { hash } : { hash, range }
  for (const name of keyNames(keys))
    if (!Object.hasOwn(types, name))
      throw invalid(
        `One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. Keys: [${keyNames(keys).join(', ')}], AttributeDefinitions: [${Object.keys(types).join(', ')}]`,
      )
  return keys
}

function readIndex(raw: Raw, types: Record<string, KeyType>, table: string): IndexSchema {
  const name = String(raw.IndexName)
  const projection = (raw.Projection ?? {}) as Raw
  const type = String(projection.ProjectionType)
  if (!PROJECTIONS.includes(type)) throw invalid(`Unknown ProjectionType: ${type}`)
  return {
    name,
    keys: readKeys(raw.KeySchema, types, `${table}/index/${name}`),
    projection: type as IndexSchema['projection'],
    include: Array.isArray(projection.NonKeyAttributes) ? projection.NonKeyAttributes.map(String) : [],
  }
}

function refuseUnusedTypes(types: Record<string, KeyType>, schemas: KeySchema[]) {
  const used = new Set(schemas.flatMap(keyNames))
  const names = Object.keys(types)
  if (names.some((name) => !used.has(name)))
    throw invalid(
      `One or more parameter values were invalid: Some AttributeDefinitions are not used. AttributeDefinitions: [${names.join(', ')}], keys used: [${[...used].join(', ')}]`,
    )
}

function readStreamView(raw: unknown): StreamView | undefined {
  const { StreamEnabled, StreamViewType } = (raw ?? {}) as Raw
  if (StreamEnabled === false || StreamViewType === undefined) return undefined
  if (!STREAM_VIEWS.includes(String(StreamViewType)))
    throw invalid(`Unknown StreamViewType: ${String(StreamViewType)}`)
  return StreamViewType as StreamView
}

function readTtlAttribute(raw: unknown): string | undefined {
  const { Enabled, AttributeName } = (raw ?? {}) as Raw
  return isTrue(Enabled) && typeof AttributeName === 'string' ? AttributeName : undefined
}

/** A global table says it per replica. */
const isProtected = (raw: Raw) =>
  [raw, ...list(raw.Replicas)].some((part) => isTrue(part.DeletionProtectionEnabled))

const isTrue = (raw: unknown) => raw === true || raw === 'true'
