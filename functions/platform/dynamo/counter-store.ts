import { Entity } from 'dynamodb-toolbox/entity'
import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { $add, UpdateItemCommand } from 'dynamodb-toolbox/entity/actions/update'
import { item } from 'dynamodb-toolbox/schema/item'
import { number } from 'dynamodb-toolbox/schema/number'
import { string } from 'dynamodb-toolbox/schema/string'
import type { Counters } from '../../intake/ports.ts'
import { tradeClock } from '../clock.ts'
import { perObject } from '../kept.ts'
import { askScope, type Open } from './stores.ts'
import type { TenantTable } from './tables.ts'

/** Spread over partitions, so that no flood meets another's counters. */
const SHARDS = 16

/** What anonymous senders are counted by: digests, and nothing that says whose. */
export const quotaPartitions = (tenant: string) =>
  Array.from({ length: SHARDS }, (_, shard) => quotaPartition(tenant, shard))

const quotaPartition = (tenant: string, shard: number) => `${tenant}#QUOTA#${shard.toString(16)}`

const shardOf = (name: string) =>
  [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 0) % SHARDS

const counterEntity = /* @__PURE__ */ perObject(
  (table: TenantTable) =>
    new Entity({
      name: 'Counter',
      table,
      timestamps: false,
      schema: item({
        tenant: string().key(),
        name: string().key(),
        count: number(),
        /** Epoch seconds; the table's time to live. */
        expiresAt: number(),
      }),
      computeKey: ({ tenant, name }) => ({ pk: quotaPartition(tenant, shardOf(name)), sk: name }),
    }),
)

/** Counters of one county, which the table forgets by itself. */
export function createCounters(tenant: string, open: Open): Counters {
  const ask = askScope(tenant, open)

  const add = (name: string, keptSeconds: number) =>
    ask(async ({ tenant: table }) => {
      const expiresAt = Math.floor(tradeClock.now() / 1000) + keptSeconds
      const { Attributes } = await counterEntity(table)
        .build(UpdateItemCommand)
        .item({ tenant, name, count: $add(1), expiresAt })
        .options({ returnValues: 'ALL_NEW' })
        .send()
      return Attributes?.count ?? 1
    })

  return {
    read: (name) =>
      ask(async ({ tenant: table }) => {
        const { Item } = await counterEntity(table).build(GetItemCommand).key({ tenant, name }).send()
        return Item?.count ?? 0
      }),
    add,
    claim: async (name, keptSeconds) => (await add(name, keptSeconds)) === 1,
  }
}
