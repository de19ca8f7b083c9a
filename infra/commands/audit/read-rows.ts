import { paginateQuery } from '@aws-sdk/lib-dynamodb'
import type { KeptRow } from '#shared/audit/export'
import { isCounter, type Root } from '#shared/audit/root'
import type { Installation } from './installation.ts'

/** The rows of every chain that the roots name: they are the list of what there must be. */
export async function* readRows(installation: Installation, roots: readonly Root[]): AsyncGenerator<KeptRow> {
  const partitions = new Set(
    roots.flatMap(({ seen }) => seen.map(([chain]) => (isCounter(chain) ? chain.split('/')[0]! : chain))),
  )
  for (const partition of [...partitions].toSorted()) yield* rowsOf(installation, partition)
}

async function* rowsOf(installation: Installation, partition: string): AsyncGenerator<KeptRow> {
  const { dynamo: client, tenantTable, platformTable } = installation
  const pages = paginateQuery(
    { client },
    {
      TableName: partition.startsWith('AUDIT#') ? platformTable : tenantTable,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': partition },
      ConsistentRead: true,
    },
  )
  for await (const { Items = [] } of pages)
    for (const item of Items) {
      const row = rowOf(item)
      if (row) yield row
    }
}

/** An item as its row was hashed; undefined for what is no row, such as a case itself or the head of a chain. */
function rowOf({ pk, sk, ...item }: Record<string, unknown>): KeptRow | undefined {
  const chain = String(pk)
  const key = String(sk)
  // what the tables hold was checked when it was written; a row that is not of this form fails verification
  const row = item as KeptRow['row']
  if (chain.endsWith('#DENIED')) return { chain: `${chain}/${key}`, sequence: Number(item.count), row }
  const sequence = /^(?:HISTORY#)?(\d+)$/.exec(key)?.[1]
  if (sequence === undefined) return undefined
  if (!key.startsWith('HISTORY#')) return { chain, sequence: Number(sequence), row }
  const { tenant: _tenant, id: _id, _et, ...history } = row
  return { chain, sequence: Number(sequence), row: history }
}
