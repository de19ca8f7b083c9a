import { BatchWriteCommand, type DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb'
import { chinaDate, epochMsOf, type Instant } from '#shared/kernel/instant'
import type { WalkPlace } from '#shared/tenants/leaving'
import type { CountyItems, Item, Partition } from '../../tenants/ports.ts'
import { Busy, patiently } from '../busy.ts'
import { tradeClock } from '../clock.ts'
import type { CountyPhotos } from '../s3/county-photos.ts'
import type { TableNames } from './county-tables.ts'
import { partitionFamilies, type Walk } from './partition-families.ts'

const DAY_MS = 86_400_000
/** The most that one BatchWriteItem takes. */
const BATCH = 25

const PHOTOS = 'photos'

type Open = () => Promise<DynamoDBDocumentClient>

/** Everything of one county in both tables and the bucket of photos, found by the families of its partitions. */
export function createCountyItems(
  tenant: string,
  open: Open,
  { names, photos }: { readonly names: TableNames; readonly photos: CountyPhotos },
): CountyItems {
  async function query(input: Omit<Parameters<typeof paginateQuery>[1], 'TableName'>, table: string) {
    return patiently(async () => {
      const found: Item[] = []
      const TableName = names[table as keyof TableNames]
      for await (const { Items } of paginateQuery({ client: await open() }, { TableName, ...input }))
        found.push(...(Items ?? []))
      return found
    })
  }
  const read = ({ partition, table }: WalkPlace) =>
    query({ ...byPartition(partition), ConsistentRead: true }, table)
  const keys = ({ partition, table }: WalkPlace, ...attributes: string[]) =>
    query({ ...byPartition(partition, ['pk', 'sk', ...attributes]), ConsistentRead: true }, table)

  return {
    async *partitions(since, after) {
      for await (const place of placesOf(walkOf(tenant, since, keys, query), after)) yield place
    },
    async read(place) {
      if (place.table === PHOTOS) return photos.read(place.partition)
      return (await read(place)).map(plain)
    },
    async count(place) {
      if (place.table === PHOTOS) return photos.count(place.partition)
      return (await keys(place)).length
    },
    async erase({ partition, table }) {
      if (table === PHOTOS) return photos.erase(partition)
      const found = await keys({ partition, table, family: '' })
      // what an index finds the partition by goes last: a case's hot item sorts before all that lies with it
      const [first, ...others] = found.map(({ sk }) => ({ pk: partition, sk }))
      for (let at = 0; at < others.length; at += BATCH)
        await deleteAll(open, names[table as keyof TableNames], others.slice(at, at + BATCH))
      if (first) await deleteAll(open, names[table as keyof TableNames], [first])
    },
  }
}

/** Each partition of each family, in the families' order, from the one after `after` on. */
async function* placesOf(walk: Walk, after: WalkPlace | undefined): AsyncIterable<Partition> {
  let passed = after === undefined
  for (const { name: family, tables, kept = false, partitions } of partitionFamilies) {
    if (!passed && family !== after?.family) continue
    for await (const partition of partitions(walk))
      for (const table of tables) {
        if (passed) yield { family, partition, table, kept }
        else passed = partition === after?.partition && table === after.table
      }
  }
  if (!passed) throw new Error('The place where the walk stood is not there any more.')
}

type Keys = (place: WalkPlace, ...attributes: string[]) => Promise<Item[]>
type Query = (input: ReturnType<typeof byMonth>, table: string) => Promise<Item[]>

function walkOf(tenant: string, since: Instant, keys: Keys, query: Query): Walk {
  const at = (partition: string) => ({ family: '', partition, table: 'tenant' })
  const days = daysSince(since)
  return {
    tenant,
    days,
    months: [...new Set(days.map((day) => day.slice(0, 7).replace('-', '')))],
    keysOf: async (partition) => (await keys(at(partition))).map(({ sk }) => String(sk)),
    async valuesOf(partition, attribute) {
      const found = await keys(at(partition), attribute)
      return found.flatMap((item) => (item[attribute] === undefined ? [] : [String(item[attribute])]))
    },
    async casesOf(month) {
      const found = await query(byMonth(tenant, month), 'tenant')
      return found.map(({ pk }) => String(pk).slice(`${tenant}#CASE#`.length))
    },
  }
}

/** From the day before, whose commands may have come just then, to the day after today. */
function daysSince(since: Instant): string[] {
  const first = epochMsOf(since) - DAY_MS
  const count = Math.floor((tradeClock.now() + DAY_MS - first) / DAY_MS) + 1
  return Array.from({ length: count }, (_, day) => chinaDate(first + day * DAY_MS))
}

function byPartition(partition: string, attributes: readonly string[] = []) {
  const names = Object.fromEntries(attributes.map((name) => [`#${name}`, name]))
  return {
    KeyConditionExpression: '#pk = :pk',
    ExpressionAttributeNames: { '#pk': 'pk', ...names },
    ExpressionAttributeValues: { ':pk': partition },
    ...(attributes.length > 0 && { ProjectionExpression: Object.keys(names).join(', ') }),
  }
}

const byMonth = (tenant: string, month: string) => ({
  IndexName: 'byMonth',
  KeyConditionExpression: '#month = :month',
  ExpressionAttributeNames: { '#month': 'month' },
  ExpressionAttributeValues: { ':month': `${tenant}#MONTH#${month}` },
})

/** As JSON holds it: bytes as base64 under a name that says so. */
const plain = (item: Item): Item =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? { $base64: Buffer.from(value).toString('base64') } : value,
    ]),
  )

async function deleteAll(open: Open, table: string, keys: readonly Item[]): Promise<void> {
  await patiently(async () => {
    const requests = keys.map((Key) => ({ DeleteRequest: { Key: { ...Key } } }))
    const { UnprocessedItems } = await (await open()).send(
      new BatchWriteCommand({ RequestItems: { [table]: requests } }),
    )
    if (Object.keys(UnprocessedItems ?? {}).length > 0) throw new Busy('not all items were deleted')
  })
}
