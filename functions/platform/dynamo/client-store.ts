import { Entity } from 'dynamodb-toolbox/entity'
import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut'
import { item } from 'dynamodb-toolbox/schema/item'
import { map } from 'dynamodb-toolbox/schema/map'
import { number } from 'dynamodb-toolbox/schema/number'
import { string } from 'dynamodb-toolbox/schema/string'
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query'
import { type ClientRecord, clientRecord, clientStates } from '#shared/exchange/client'
import type { ClientStore } from '../../exchange/ports.ts'
import { keptFor } from '../kept.ts'
import { expectBefore } from './put-rows.ts'
import { present } from './records.ts'
import { scopeLedger } from './scope-ledger.ts'
import { askScope, type OfScope, type Open } from './stores.ts'
import type { TenantTable } from './tables.ts'

export const clientsPartition = (tenant: string) => `${tenant}#CLIENTS`

const clientEntity = (table: TenantTable) =>
  new Entity({
    name: 'Client',
    table,
    timestamps: false,
    schema: item({
      tenant: string().key(),
      id: string().key(),
      version: number(),
      name: string(),
      state: string().enum(...clientStates),
      createdAt: string(),
      createdBy: string(),
      keyMadeAt: string(),
      keyHash: string(),
      keyEnds: string(),
      former: map({ keyHash: string(), until: string() }).optional(),
      revokedAt: string().optional(),
    }),
    computeKey: ({ tenant, id }) => ({ pk: clientsPartition(tenant), sk: id }),
  })

async function readAll({ tenant: table, scope }: OfScope): Promise<ClientRecord[]> {
  const { Items = [] } = await table
    .build(QueryCommand)
    .entities(clientEntity(table))
    .query({ partition: clientsPartition(scope) })
    .options({ consistent: true, maxPages: Number.POSITIVE_INFINITY })
    .send()
  return Items.map(recordOf)
}

/** A county that lets its first program in is known for one that does after this long. */
const FRESH_MS = 3_000

/** Whether one county has let any program in, as it was moments ago: asked with every change of a case. */
export function createClientsNow(tenant: string, open: Open): () => Promise<boolean> {
  const ask = askScope(tenant, open)
  return keptFor(FRESH_MS, async () => (await ask(readAll)).length > 0)
}

/** The programs that one county lets in. */
export function createClientStore(tenant: string, open: Open): ClientStore {
  const ask = askScope(tenant, open)
  const ledger = scopeLedger(tenant, open)
  return {
    earlier: ledger.earlier,
    list: () => ask(readAll),
    of: (id) =>
      ask(async ({ tenant: table }) => {
        const get = clientEntity(table).build(GetItemCommand).key({ tenant, id })
        const { Item } = await get.options({ consistent: true }).send()
        return Item && recordOf(Item)
      }),
    async keep(command, client) {
      const { tenant: table } = await open()
      const put = clientEntity(table)
        .build(PutTransaction)
        .item({ tenant, ...client })
        .options({ condition: expectBefore(client.version) })
      return ledger.commit(command, [put])
    },
  }
}

const recordOf = (stored: object): ClientRecord => clientRecord.parse(present(stored))
