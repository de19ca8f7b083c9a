import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { CountyDatabase } from './county-database.ts'

/** Rough sizes in bytes of the items of a partition of the tenant table, by their sort keys. */
export async function itemsOf({ client }: CountyDatabase, pk: string): Promise<Record<string, number>> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: 'tenant',
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
    }),
  )
  return Object.fromEntries(Items.map((item) => [item.sk, sizeOf(item)]))
}

const sizeOf = (value: unknown): number => {
  if (value instanceof Uint8Array) return value.length
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).reduce((sum, [name, inner]) => sum + name.length + sizeOf(inner), 0)
  return Buffer.byteLength(String(value))
}
