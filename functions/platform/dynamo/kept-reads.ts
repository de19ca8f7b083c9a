import { Entity } from 'dynamodb-toolbox/entity'
import { any } from 'dynamodb-toolbox/schema/any'
import { item } from 'dynamodb-toolbox/schema/item'
import { number } from 'dynamodb-toolbox/schema/number'
import { string } from 'dynamodb-toolbox/schema/string'
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query'
import type { OfScope } from './stores.ts'
import type { TenantTable } from './tables.ts'

/** One version of what a county keeps as a whole: who made it, and what it holds under its own name. */
export interface KeptVersion {
  readonly version: number
  readonly at: string
  readonly person: string
}

/** `<tenant>#<family>`: every version of it, none written over; the newest is in force. A few KB each. */
const keptPartition = (tenant: string, family: string) => `${tenant}#${family}`

export const keptVersions = (table: TenantTable, family: string) =>
  new Entity({
    name: `Kept${family}`,
    table,
    timestamps: false,
    schema: item({
      tenant: string().key(),
      version: number().key(),
      at: string(),
      person: string(),
      content: any(),
    }),
    computeKey: ({ tenant, version }) => ({
      pk: keptPartition(tenant, family),
      sk: `VERSION#${String(version).padStart(6, '0')}`,
    }),
  })

/** What is in force of a family; `parse` judges it as it was written. */
export const readKept =
  <V extends KeptVersion>(family: string, parse: (version: object) => V) =>
  async ({ tenant: table, scope }: OfScope): Promise<V | undefined> => {
    const { Items = [] } = await table
      .build(QueryCommand)
      .entities(keptVersions(table, family))
      .query({ partition: keptPartition(scope, family) })
      .options({ consistent: true, reverse: true, limit: 1 })
      .send()
    const [newest] = Items
    if (!newest) return undefined
    const { version, at, person, content } = newest
    return parse({ version, at, person, ...(content as object) })
  }
