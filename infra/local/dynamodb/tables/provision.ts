import type { Resource } from '../../kernel/resource.ts'
import type { Items } from '../store/items.ts'
import { readSchema } from './read-schema.ts'
import type { Registry } from './registry.ts'
import {
  type IndexSchema,
  type KeySchema,
  keyNames,
  sameKeys,
  type Table,
  type TableSchema,
} from './schema.ts'

const RUN = new Set([
  'TableName',
  'KeySchema',
  'AttributeDefinitions',
  'GlobalSecondaryIndexes',
  'LocalSecondaryIndexes', // refused by the schema, in a sentence of its own
  'StreamSpecification',
  'TimeToLiveSpecification',
  'DeletionProtectionEnabled',
  'Replicas',
])
/** Without meaning on one machine: they concern encryption at rest, backups, throughput and bills. */
const IGNORED = new Set([
  'BillingMode',
  'ProvisionedThroughput',
  'OnDemandThroughput',
  'WriteProvisionedThroughputSettings',
  'WriteOnDemandThroughputSettings',
  'ReadOnDemandThroughputSettings',
  'WarmThroughput',
  'SSESpecification',
  'PointInTimeRecoverySpecification',
  'ContributorInsightsSpecification',
  'TableClass',
  'Tags',
])

/** Makes the tables what the template says: creates, adds and drops indexes, switches streams and time to live. */
export function provisionTable(resource: Resource, registry: Registry, items: Items) {
  const { ref: name, properties } = resource
  for (const property of Object.keys(properties))
    if (!RUN.has(property) && !IGNORED.has(property))
      throw new Error(`Table ${name}: the local cloud does not run the property ${property}.`)
  refuseReplicas(name, properties.Replicas)
  const schema = readSchema(name, properties)
  const existing = registry.find(name)
  if (existing) changeTable(existing, schema, registry, items)
  else registry.insert(schema)
}

/** A global table says part of its settings per replica; those that would change behaviour must not get lost. */
function refuseReplicas(name: string, raw: unknown) {
  const replicas = Array.isArray(raw) ? (raw as Record<string, unknown>[]) : []
  if (replicas.length > 1)
    throw new Error(`Table ${name}: the local cloud runs one region and no replicas in others.`)
  for (const property of ['ResourcePolicy', 'KinesisStreamSpecification', 'ReplicaStreamSpecification'])
    if (replicas[0]?.[property] !== undefined)
      throw new Error(`Table ${name}: the local cloud does not run the property ${property} of a replica.`)
}

function changeTable(existing: Table, schema: TableSchema, registry: Registry, items: Items) {
  refuseOtherKeys(`table ${schema.name}`, existing, existing.keys, schema, schema.keys)
  for (const index of schema.indexes) {
    const before = existing.indexes.find(({ name }) => name === index.name)
    if (before) refuseOtherIndex(schema.name, existing, before, schema, index)
  }
  for (const index of existing.indexes)
    if (!schema.indexes.some(({ name }) => name === index.name)) items.dropIndex(index)
  const table = registry.replace(existing, schema)
  for (const index of table.indexes)
    if (!existing.indexes.some(({ name }) => name === index.name)) items.fillIndex(table, index)
  if (existing.ttlAttribute !== schema.ttlAttribute) items.fillExpiry(table)
}

function refuseOtherIndex(
  table: string,
  existing: TableSchema,
  before: IndexSchema,
  schema: TableSchema,
  after: IndexSchema,
) {
  refuseOtherKeys(`index ${after.name} of table ${table}`, existing, before.keys, schema, after.keys)
  const shape = ({ projection, include }: IndexSchema) => [projection, ...include.toSorted()].join(' ')
  if (shape(before) !== shape(after))
    throw new Error(
      `The projection of index ${after.name} of table ${table} has changed; as in AWS, give the index another name.`,
    )
}

function refuseOtherKeys(
  owner: string,
  existing: TableSchema,
  before: KeySchema,
  schema: TableSchema,
  after: KeySchema,
) {
  const shape = (keys: KeySchema, { types }: TableSchema) =>
    keyNames(keys)
      .map((name) => `${name} (${types[name]})`)
      .join(', ')
  const [was, is] = [shape(before, existing), shape(after, schema)]
  if (was !== is || !sameKeys(before, after))
    throw new Error(
      `The keys of ${owner} are ${was} in the data folder and ${is} in the template; keys cannot change, give it another name or start with an empty data folder.`,
    )
}
