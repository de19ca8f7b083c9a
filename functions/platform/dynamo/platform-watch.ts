import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import type { Seen } from '#shared/audit/root'
import { patiently } from '../busy.ts'
import { openPlatformTable } from './platform-tables.ts'
import { seenItem } from './seen-rows.ts'

/**
 * The handler of the platform table's stream, which holds keys alone: what stands under them is read. A key that fails
 * fails the batch; told twice is told once.
 */
export function watchPlatform(tellSeen: (seen: readonly Seen[]) => Promise<void>) {
  const table = openPlatformTable()
  const TableName = table.getName()

  async function read({ dynamodb }: DynamoDBRecord): Promise<Seen[]> {
    const [pk, sk] = [dynamodb?.Keys?.pk?.S, dynamodb?.Keys?.sk?.S]
    if (pk === undefined || sk === undefined) return []
    const get = new GetCommand({ TableName, Key: { pk, sk }, ConsistentRead: true })
    const { Item } = await patiently(() => table.client.send(get))
    if (!Item) return []
    const { pk: _pk, sk: _sk, ...row } = Item
    return seenItem(pk, sk, row)
  }

  return async (event: DynamoDBStreamEvent): Promise<void> => {
    const seen = await Promise.all(event.Records.map(read))
    await tellSeen(seen.flat())
  }
}
