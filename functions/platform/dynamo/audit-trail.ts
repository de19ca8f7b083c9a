import { paginateQuery, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { DAY_SHARDS } from '#shared/audit/chain'
import type { ActLine, DenialLine } from '#shared/audit/contract'
import type { KeptRow } from '#shared/audit/export'
import type { AuditTrail, Page } from '../../audit/ports.ts'
import { patiently } from '../busy.ts'
import type { LedgerTable } from './ledger.ts'
import type { LedgerPlace } from './ledger-places.ts'

/** A table in which acts of the scope are recorded. */
export interface TrailSource {
  readonly place: LedgerPlace
  readonly open: () => Promise<LedgerTable>
}

/** What is recorded of a scope, read from all its places; a city's acts stand in two tables. */
export function createAuditTrail(sources: readonly TrailSource[]): AuditTrail {
  return {
    acts: (asked) => patiently(() => readActs(sources, asked)),
    denials: (asked) => patiently(() => readDenials(sources, asked)),
    rows: (date) => patiently(() => readRows(sources, date)),
  }
}

/** The day's chains are merged by time. The next page begins in each where this one stopped: the cursor names all of them. */
async function readActs(
  sources: readonly TrailSource[],
  { date, actor, after, limit }: Parameters<AuditTrail['acts']>[0],
): Promise<Page<ActLine>> {
  const chains = sources.flatMap(({ place, open }) =>
    Array.from({ length: DAY_SHARDS }, (_, shard) => ({ chain: place.chain(date, shard), open })),
  )
  const given = after?.split('.').map(Number) ?? []
  const read = await Promise.all(
    chains.map(async ({ chain, open }, index) => {
      const from = given[index] ?? 0
      return readChain(await open(), chain, { from, limit, ...(actor && { actor }) })
    }),
  )
  const lines = read
    .flat()
    .toSorted((a, b) => order(a.at, b.at) || order(a.chain, b.chain) || a.sequence - b.sequence)
  const page = lines.slice(0, limit)
  if (lines.length <= limit) return { lines: page }
  const reached = chains.map(({ chain }, index) => {
    const last = page.findLast((line) => line.chain === chain)
    return last?.sequence ?? given[index] ?? 0
  })
  return { lines: page, next: reached.join('.') }
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const keyOf = (sequence: number) => String(sequence).padStart(8, '0')

/** Rows after a sequence; one more than the page holds tells that there are more. Of one actor the whole day is read. */
async function readChain(
  { client, name }: LedgerTable,
  chain: string,
  { from, limit, actor }: { from: number; limit: number; actor?: string },
): Promise<ActLine[]> {
  const most = limit + 1
  const pages = paginateQuery(
    { client },
    {
      TableName: name,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: {
        ':pk': chain,
        ':first': keyOf(from + 1),
        ':last': '99999999',
        ...(actor && { ':actor': actor }),
      },
      ...(actor
        ? { FilterExpression: '#actor = :actor', ExpressionAttributeNames: { '#actor': 'actor' } }
        : { Limit: most }),
    },
  )
  const lines: ActLine[] = []
  for await (const { Items = [] } of pages) {
    // written by the ledger, in this form
    for (const { pk: _pk, sk, previous: _previous, ...row } of Items)
      lines.push({ ...(row as Omit<ActLine, 'chain' | 'sequence'>), chain, sequence: Number(sk) })
    if (lines.length >= most) break
  }
  return lines.slice(0, most)
}

/** The rows of all the day's chains, without what names their place. */
async function readRows(sources: readonly TrailSource[], date: string): Promise<KeptRow[]> {
  const read = await Promise.all(
    sources.flatMap(({ place, open }) =>
      Array.from({ length: DAY_SHARDS }, async (_, shard) =>
        rowsOfChain(await open(), place.chain(date, shard)),
      ),
    ),
  )
  return read.flat()
}

async function rowsOfChain({ client, name }: LedgerTable, chain: string): Promise<KeptRow[]> {
  const pages = paginateQuery(
    { client },
    {
      TableName: name,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: { ':pk': chain, ':first': '00000000', ':last': '99999999' },
      ConsistentRead: true,
    },
  )
  const rows: KeptRow[] = []
  for await (const { Items = [] } of pages)
    for (const { pk: _pk, sk, ...row } of Items)
      rows.push({ chain, sequence: Number(sk), row: row as KeptRow['row'] })
  return rows
}

/** A cursor holds no `#`, which would end a URL. */
const cursorOf = (sk: string) => sk.replaceAll('#', '~')

async function readDenials(
  sources: readonly TrailSource[],
  { date, after, limit }: Parameters<AuditTrail['denials']>[0],
): Promise<Page<DenialLine>> {
  const read = await Promise.all(
    sources.map(async ({ place, open }) => {
      const { client, name } = await open()
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          KeyConditionExpression: 'pk = :pk AND sk > :after',
          ExpressionAttributeValues: {
            ':pk': place.denials(date),
            ':after': after?.replaceAll('~', '#') ?? '0',
          },
          Limit: limit + 1,
        }),
      )
      return Items
    }),
  )
  const items = read.flat().toSorted((a, b) => order(String(a.sk), String(b.sk)))
  const page = items.slice(0, limit)
  const last = page.at(-1)
  return {
    // counted by the ledger, in this form
    lines: page.map(({ pk: _pk, sk: _sk, ...row }) => row as DenialLine),
    ...(items.length > limit && last && { next: cursorOf(String(last.sk)) }),
  }
}
