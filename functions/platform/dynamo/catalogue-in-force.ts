import { QueryCommand } from 'dynamodb-toolbox/table/actions/query'
import { cataloguesPartition, published } from './catalogue-keys.ts'
import type { OfScope } from './stores.ts'

/** The version of a county's catalogue in force, and nothing else of it: all that a case keeps. */
export async function readVersionInForce({ tenant, scope }: OfScope): Promise<string | undefined> {
  const { Items = [] } = await tenant
    .build(QueryCommand)
    .query({ partition: cataloguesPartition(scope), range: published })
    .options({ consistent: true, reverse: true, limit: 1 })
    .send()
  const version: unknown = Items[0]?.version
  return typeof version === 'string' ? version : undefined
}
